package com.phoneunite.organization;

import static com.phoneunite.organization.OrganizationState.ACTIVE;
import static com.phoneunite.organization.OrganizationState.CLOSED;
import static com.phoneunite.organization.OrganizationState.PAST_DUE;
import static com.phoneunite.organization.OrganizationState.SUSPENDED;
import static com.phoneunite.organization.OrganizationState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.organization.Portfolio.Draft;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrganizationTest {

    private static final Map<OrganizationState, Set<OrganizationState>> TRANSITIONS = Map.of(
            TRIAL, Set.of(ACTIVE, PAST_DUE, SUSPENDED, CLOSED),
            ACTIVE, Set.of(PAST_DUE, SUSPENDED, CLOSED),
            PAST_DUE, Set.of(ACTIVE, SUSPENDED, CLOSED),
            SUSPENDED, Set.of(ACTIVE, CLOSED),
            CLOSED, Set.of());

    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");

    private final Account withoutCard = TrialTest.account("UTC", "2026-01-31T15:00:00Z");
    private final Account account =
            withoutCard.withPaymentMethod(new PaymentMethod("Visa", "4242", YearMonth.of(2030, 1), NOW));

    private Draft draft(String name) {
        OrganizationId id = new OrganizationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        return new Draft(id, new OrganizationName(name), new PlanName("standard"), NOW, Optional.empty());
    }

    private Organization inState(OrganizationState state) {
        return new Organization(
                account.id(),
                new OrganizationId(new UUID(3, 1)),
                new OrganizationName("One"),
                new PlanName("standard"),
                state,
                0,
                NOW,
                Optional.of(NOW),
                Optional.empty());
    }

    private static Refusal refusal(Decision<Organization> decision) {
        return decision.fold(
                granted -> {
                    throw new AssertionError("granted: " + granted);
                },
                refusal -> refusal);
    }

    @ParameterizedTest
    @EnumSource
    void O6_anOrganizationComesIntoTheStatesThatTheRuleNamesAndIntoNoOther(OrganizationState from) {
        for (OrganizationState to : OrganizationState.values()) {
            Organization before = inState(from);
            if (TRANSITIONS.get(from).contains(to)) {
                assertThat(before.become(to)).isEqualTo(inState(to));
            } else {
                assertThatThrownBy(() -> before.become(to))
                        .isInstanceOf(PhoneUniteFault.class)
                        .hasMessageContaining("O6")
                        .hasMessageContaining(from.name())
                        .hasMessageContaining(to.name());
            }
            assertThat(from.canBecome(to)).isEqualTo(TRANSITIONS.get(from).contains(to));
        }
        assertThat(from.isOpen()).isEqualTo(from != CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void O6_callsArePlacedWhileItIsOpenAndNotSuspended(OrganizationState state) {
        assertThat(state.mayPlaceCalls())
                .isEqualTo(Set.of(TRIAL, ACTIVE, PAST_DUE).contains(state));
    }

    @Test
    void O4_theFirstOrganizationEverHasATrialAndNoOther() {
        Organization first = new Portfolio(account, 0).first(draft("One"), Trial.STANDARD);
        assertThat(first.state()).isEqualTo(TRIAL);
        assertThat(first.ordinal()).isZero();
        assertThat(first.trialEndsAt()).contains(Instant.parse("2026-02-14T00:00:00Z"));
        for (int everAdded : new int[] {1, 2, Portfolio.MAX_EVER - 1}) {
            Portfolio portfolio = new Portfolio(account, everAdded);
            assertThatThrownBy(() -> portfolio.first(draft("One"), Trial.STANDARD))
                    .isInstanceOf(IllegalStateException.class);
            portfolio
                    .add(draft("Two"), Optional.empty(), true)
                    .fold(
                            added -> {
                                assertThat(added.state()).isEqualTo(ACTIVE);
                                assertThat(added.trialEndsAt()).isEmpty();
                                return assertThat(added.ordinal()).isEqualTo(everAdded);
                            },
                            refusal -> {
                                throw new AssertionError(refusal.code());
                            });
        }
    }

    @Test
    void O4_noOrganizationCanBeMadeWithATrialThatIsNotItsOwn() {
        Organization first = inState(TRIAL);
        for (int ordinal : new int[] {-1, 1, 2}) {
            for (OrganizationState state : OrganizationState.values()) {
                assertThatThrownBy(() -> new Organization(
                                first.account(),
                                first.id(),
                                first.name(),
                                first.plan(),
                                state,
                                ordinal,
                                NOW,
                                Optional.of(NOW),
                                Optional.empty()))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("O4");
            }
        }
        assertThatThrownBy(() -> new Organization(
                        first.account(),
                        first.id(),
                        first.name(),
                        first.plan(),
                        ACTIVE,
                        -1,
                        NOW,
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("O4");
        assertThatThrownBy(() -> new Organization(
                        first.account(),
                        first.id(),
                        first.name(),
                        first.plan(),
                        ACTIVE,
                        0,
                        NOW,
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("O4");
        assertThatThrownBy(() -> new Organization(
                        first.account(),
                        first.id(),
                        first.name(),
                        first.plan(),
                        TRIAL,
                        1,
                        NOW,
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("O4");
    }

    @Test
    void O3_withoutACardNothingIsAddedWhateverElseIsWrong() {
        Portfolio full = new Portfolio(withoutCard, Portfolio.MAX_EVER);
        Refusal refusal = refusal(full.add(draft("One"), Optional.of(inState(ACTIVE)), true));
        assertThat(refusal.code()).isEqualTo("PAYMENT_METHOD_REQUIRED");
        assertThat(refusal.rule()).isEqualTo("O3");
    }

    @Test
    void X5_anAccountHasNoMoreOrganizationsThanTheLimit() {
        Refusal refusal = refusal(new Portfolio(account, Portfolio.MAX_EVER).add(draft("One"), Optional.empty(), true));
        assertThat(refusal.code()).isEqualTo("ORGANIZATION_LIMIT_REACHED");
        assertThat(refusal.facts()).isEqualTo(Map.of("limit", Portfolio.MAX_EVER));
    }

    @Test
    void O2_aNameThatAnotherOneHoldsIsTakenAndItsOwnIsNot() {
        Portfolio portfolio = new Portfolio(account, 1);
        Organization holder = inState(ACTIVE);
        assertThat(refusal(portfolio.add(draft("one"), Optional.of(holder), true))
                        .code())
                .isEqualTo("ORGANIZATION_NAME_TAKEN");
        Organization other = new Portfolio(account, 0).first(draft("Two"), Trial.STANDARD);
        assertThat(refusal(portfolio.rename(other, new OrganizationName("ONE"), Optional.of(holder)))
                        .code())
                .isEqualTo("ORGANIZATION_NAME_TAKEN");
        assertThat(portfolio
                        .rename(holder, new OrganizationName("ONE"), Optional.of(holder))
                        .<String>fold(renamed -> renamed.name().value(), Refusal::code))
                .isEqualTo("ONE");
    }
}
