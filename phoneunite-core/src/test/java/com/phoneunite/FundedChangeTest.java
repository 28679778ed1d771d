package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Change;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How core heeds money, whatever money says: rules O5 and X1. */
class FundedChangeTest {

    private record Told(String code) implements Refusal {
        @Override
        public String rule() {
            return "O5";
        }

        @Override
        public String message() {
            return "money says " + code;
        }
    }

    /** Says what it was told to say, in order, and granted from then on. */
    private static final class FakeBilling implements OrganizationBilling {

        private final Deque<BillingOpinion> opinions = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();
        private Optional<Refusal> plan = Optional.empty();

        private BillingOpinion next(String question) {
            asked.add(question);
            return opinions.isEmpty() ? BillingOpinion.granted() : opinions.remove();
        }

        @Override
        public Optional<Refusal> checkPlan(Account account, PlanName name) {
            return plan;
        }

        @Override
        public BillingOpinion opening(Account account, Organization first, Change change) {
            return next("opening " + first.name());
        }

        @Override
        public BillingOpinion adding(Account account, Organization further, Change change) {
            return next("adding " + further.name());
        }

        @Override
        public void closing(Account account, Organization organization, Change change) {
            asked.add("closing " + organization.name());
        }

        @Override
        public Optional<InstantSource> clock() {
            return Optional.empty();
        }

        @Override
        public boolean writesIn(Object unitOfWork) {
            return true;
        }
    }

    private final FakeBilling billing = new FakeBilling();
    private final World world = new World(billing);
    private final List<String> remedies = new ArrayList<>();
    private UserSession owner;
    private AccountId account;
    private Snapshot before;

    @BeforeEach
    void anAccount() {
        owner = world.owner();
        account = owner.accountId();
        before = world.snapshot(account);
        billing.asked.clear();
    }

    private BillingOpinion refusedForNow(String code, Optional<Refusal> outcome) {
        return new BillingOpinion.RefusedForNow(new Told(code), () -> {
            assertThat(world.store.unitOfWork().isOpen()).as("nothing is open").isFalse();
            assertThat(world.snapshot(account)).as("the change is undone").isEqualTo(before);
            remedies.add(code);
            return outcome;
        });
    }

    private Organization add() {
        return owner.addOrganization("Another", "standard");
    }

    @Test
    void O5_whatMoneyRefusesForNowIsUndoneRemediedAndAskedOnceMore() {
        billing.opinions.add(refusedForNow("FIRST", Optional.empty()));
        Organization added = add();
        assertThat(remedies).containsExactly("FIRST");
        assertThat(billing.asked).containsExactly("adding Another", "adding Another");
        Snapshot now = world.snapshot(account);
        assertThat(now.organizations()).hasSize(2).contains(added);
        assertThat(now.events()).as("added once").hasSize(before.events().size() + 2);
    }

    @Test
    void O5_whatMoneyRefusesForNowASecondTimeIsRefused() {
        billing.opinions.add(refusedForNow("FIRST", Optional.empty()));
        billing.opinions.add(refusedForNow("SECOND", Optional.empty()));
        assertThat(world.refused(account, "SECOND", this::add)).isEqualTo(new Told("SECOND"));
        assertThat(remedies).containsExactly("FIRST");
        assertThat(billing.asked).hasSize(2);
    }

    @Test
    void O5_theRefusalOfTheRemedyIsWhatTheCallerGets() {
        billing.opinions.add(refusedForNow("FIRST", Optional.of(new Told("REMEDY"))));
        world.refused(account, "REMEDY", this::add);
        assertThat(remedies).containsExactly("FIRST");
        assertThat(billing.asked).hasSize(1);
    }

    @Test
    void O5_aRemedyThatFailsFailsTheCallAndChangesNothing() {
        billing.opinions.add(new BillingOpinion.RefusedForNow(new Told("FIRST"), () -> {
            throw new IllegalStateException("the remedy is broken");
        }));
        assertThatThrownBy(this::add).hasMessage("the remedy is broken");
        assertThat(world.snapshot(account)).isEqualTo(before);
    }

    @Test
    void O5_whatMoneyRefusesIsRefusedAndUndoneWithNoRemedy() {
        billing.opinions.add(new BillingOpinion.Refused(new Told("NO")));
        assertThat(world.refused(account, "NO", this::add)).isEqualTo(new Told("NO"));
        billing.opinions.add(refusedForNow("FIRST", Optional.empty()));
        billing.opinions.add(new BillingOpinion.Refused(new Told("STILL_NO")));
        world.refused(account, "STILL_NO", this::add);
    }

    @Test
    void O5_insideAChangeOfTheHostsThereIsOnlyTheRefusal() {
        billing.opinions.add(refusedForNow("FIRST", Optional.empty()));
        world.refused(account, "FIRST", () -> world.store.unitOfWork().change(account, this::add));
        assertThat(remedies).isEmpty();
        assertThat(billing.asked).hasSize(1);
    }

    @Test
    void X1_aChangeOfTheHostsThatForgivesTheRefusalIsRolledBackAllTheSame() {
        billing.opinions.add(refusedForNow("FIRST", Optional.empty()));
        assertThatThrownBy(() -> world.store.unitOfWork().change(account, () -> {
                    World.refusal("FIRST", this::add);
                    return "forgiven";
                }))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(world.snapshot(account)).isEqualTo(before);
        assertThat(remedies).isEmpty();
    }

    @Test
    void X1_aChangeOfTheHostsKeepsWhatItAddedWithItsOwn() {
        world.store.unitOfWork().change(account, this::add);
        assertThat(world.snapshot(account).organizations()).hasSize(2);
    }

    @Test
    void O5_moneyIsAskedAfterEveryOtherRule() {
        UserSession other = world.user(owner, "other@example.com");
        before = world.snapshot(account);
        billing.opinions.add(refusedForNow("NEVER_ASKED", Optional.empty()));
        world.refused(account, "OWNER_REQUIRED", () -> other.addOrganization("Another", "standard"));
        world.refused(
                account, "ORGANIZATION_NAME_TAKEN", () -> owner.addOrganization("Product Experts, LLC", "standard"));
        World.refusal("INVALID_INPUT", () -> owner.addOrganization("", ""));
        world.removeCard(account);
        world.refused(account, "PAYMENT_METHOD_REQUIRED", this::add);
        billing.plan = Optional.of(new Told("UNKNOWN_PLAN"));
        world.refused(account, "UNKNOWN_PLAN", this::add);
        assertThat(billing.asked).isEmpty();
        assertThat(remedies).isEmpty();
    }

    @Test
    void A1_whatMoneyRefusesIsNotOpened() {
        OpenAccount request = World.request().key("signup-1");
        billing.opinions.add(new BillingOpinion.Refused(new AccountRefusal.PaymentMethodRequired()));
        World.refusal("PAYMENT_METHOD_REQUIRED", () -> world.phoneUnite.openAccount(request));
        billing.opinions.add(refusedForNow("FIRST", Optional.of(new Told("REMEDY"))));
        World.refusal("REMEDY", () -> world.phoneUnite.openAccount(request));
        billing.opinions.add(refusedForNow("SECOND", Optional.empty()));
        Account opened = world.phoneUnite.openAccount(request);
        assertThat(remedies).containsExactly("FIRST", "SECOND");
        assertThat(world.events(opened.id())).hasSize(4);
        assertThat(world.phoneUnite.openAccount(request)).isEqualTo(opened);
        assertThat(billing.asked).as("a repeated key asks nothing").hasSize(4);
    }

    @Test
    void X4_anUnknownPlanIsRefusedBeforeAnythingIsWritten() {
        billing.plan = Optional.of(new Told("UNKNOWN_PLAN"));
        World.refusal("UNKNOWN_PLAN", () -> world.phoneUnite.openAccount(World.request()));
        world.store.unitOfWork().change(account, () -> {
            World.refusal("UNKNOWN_PLAN", this::add);
            return "nothing was written, so this change may go on";
        });
        assertThat(world.snapshot(account)).isEqualTo(before);
    }
}
