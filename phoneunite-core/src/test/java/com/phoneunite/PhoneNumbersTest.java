package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.TelephonyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PhoneNumbersTest {

    private static final String NUMBER = "+12025550123";

    private final World world = new World();
    private UserSession owner;
    private OrganizationId first;
    private OrganizationId second;

    @BeforeEach
    void twoOrganizations() {
        owner = world.owner();
        first = world.first(owner);
        second = owner.addOrganization("Second", "standard").id();
    }

    private PhoneNumbers numbersOf(OrganizationId organization) {
        return owner.switchTo(organization).phoneNumbers();
    }

    private List<String> held(OrganizationId organization) {
        return World.all(2, numbersOf(organization)::list).stream()
                .map(one -> one.number().value())
                .toList();
    }

    private Holdings.Counts counts(OrganizationId organization) {
        return world.store
                .unitOfWork()
                .view(
                        owner.accountId(),
                        () -> new Holdings(world.store.holdings())
                                .atStartOf(
                                        owner.accountId(),
                                        organization,
                                        world.clock.instant().plusMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {NUMBER, "+1 202 555 0123", "+1 (202) 555-0123", "+1.202.555.0123"})
    void T1_aNumberIsKeptInOneForm(String raw) {
        assertThat(PhoneNumber.parse(raw).value()).isEqualTo(NUMBER);
        assertThat(PhoneNumber.parse(raw)).hasToString(NUMBER);
    }

    @Test
    void X5_aNumberAsGivenHas32CharactersAtMost() {
        String longest = "+1 " + " ".repeat(17) + "202 555 0123";
        assertThat(longest).hasSize(PhoneNumber.MAX_RAW_LENGTH);
        assertThat(PhoneNumber.parse(longest).value()).isEqualTo(NUMBER);
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.parse(longest + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "2025550123",
                "+1",
                "+12",
                "+1202555",
                "+120255501234",
                "+999123456789",
                "+12025550123;ext=4",
                "+1202555CALL",
                "tel:+12025550123",
                "+１２０２５５５０１２３",
                "+12025550123\n",
                "+1 202 555 0123                     "
            })
    void T1_whatIsNoValidNumberWithItsCountryCodeIsRefused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.parse(raw));
        world.refused(owner.accountId(), "INVALID_INPUT", () -> numbersOf(first).add(raw));
    }

    @Test
    void T1_aNumberThatIsNotValidAnyMoreIsHeldUntilItIsGivenUp() {
        PhoneNumber old = new PhoneNumber("+10005550123");
        HeldPhoneNumber stored =
                new HeldPhoneNumber(owner.accountId(), first, old, world.clock.instant(), Optional.empty());
        numbersOf(first).add(NUMBER);
        world.store
                .unitOfWork()
                .change(owner.accountId(), () -> world.store.phoneNumbers().claim(stored));

        assertThat(numbersOf(first).get(old.value())).isEqualTo(stored);
        assertThat(held(first)).containsExactly(old.value(), NUMBER);
        assertThat(PhoneNumber.read(old.value())).contains(old);
        world.refused(
                owner.accountId(), "INVALID_INPUT", () -> numbersOf(second).add(old.value()));
        numbersOf(first).unroute(old.value());
        numbersOf(first).move(old.value(), second);
        assertThat(held(second)).containsExactly(old.value());
        numbersOf(second).remove(old.value());
        assertThat(held(second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+1",
                "12025550123",
                "+02025550123",
                "+1202555012345678901234",
                "+1202 5550123",
                "+1202555o123"
            })
    void T1_aNumberIsKeptInE164FormOnly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(text));
        assertThat(PhoneNumber.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025550123", "+1202555o123", "+02025550123"})
    void T1_whatCannotBeANumberIsNotLookedFor(String raw) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.named(raw))
                .withMessageContaining("must be a valid phone number with its country code");
        world.refused(owner.accountId(), "INVALID_INPUT", () -> numbersOf(first).remove(raw));
    }

    @Test
    void T1_anOrganizationHoldsANumberAsADatedFact() {
        HeldPhoneNumber added = numbersOf(first).add("+1 202 555 0123");
        Snapshot before = world.snapshot(owner.accountId());

        assertThat(added)
                .isEqualTo(new HeldPhoneNumber(
                        owner.accountId(), first, new PhoneNumber(NUMBER), world.clock.instant(), Optional.empty()));
        assertThat(numbersOf(first).add(NUMBER)).isEqualTo(added);
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
        assertThat(counts(first)).isEqualTo(new Holdings.Counts(0, 1));
        assertThat(world.plainEvents(owner.accountId()))
                .endsWith(new TelephonyEvent.PhoneNumberAdded(new PhoneNumber(NUMBER)));
    }

    @Test
    void T1_aNumberIsHeldOnceInTheWholeSystemAndNobodyIsToldByWhom() {
        numbersOf(first).add(NUMBER);
        UserSession other = world.owner();
        PhoneNumbers elsewhere = other.switchTo(world.first(other)).phoneNumbers();

        var byOther = world.refused(other.accountId(), "PHONE_NUMBER_NOT_AVAILABLE", () -> elsewhere.add(NUMBER));
        var bySibling = world.refused(
                owner.accountId(),
                "PHONE_NUMBER_NOT_AVAILABLE",
                () -> numbersOf(second).add(NUMBER));
        assertThat(byOther).isEqualTo(bySibling);
        assertThat(byOther.facts()).isEmpty();

        numbersOf(first).remove(NUMBER);
        assertThat(elsewhere.add(NUMBER).account()).isEqualTo(other.accountId());
        assertThat(counts(first)).isEqualTo(Holdings.Counts.NONE);
    }

    @Test
    void T1_aNumberMovesInOneStep() {
        numbersOf(first).add(NUMBER);
        numbersOf(first).move(NUMBER, second);

        assertThat(held(first)).isEmpty();
        assertThat(held(second)).containsExactly(NUMBER);
        assertThat(counts(first)).isEqualTo(Holdings.Counts.NONE);
        assertThat(counts(second)).isEqualTo(new Holdings.Counts(0, 1));
        UserSession other = world.owner();
        world.refused(
                other.accountId(),
                "PHONE_NUMBER_NOT_AVAILABLE",
                () -> other.switchTo(world.first(other)).phoneNumbers().add(NUMBER));
        Snapshot before = world.snapshot(owner.accountId());
        numbersOf(second).move(NUMBER, second);
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
    }

    @Test
    void T1_aMoveTakesBothOrganizations() {
        numbersOf(first).add(NUMBER);
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        PhoneNumbers theirs = administrator.switchTo(first).phoneNumbers();

        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> theirs.move(NUMBER, second));
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> theirs.move(NUMBER, World.neverIssued()));
        world.refused(owner.accountId(), "PHONE_NUMBER_NOT_FOUND", () -> theirs.move("+12025550124", first));
        owner.switchTo(second).administrators().add(administrator.user());
        world.become(owner.accountId(), second, OrganizationState.SUSPENDED);
        world.refused(owner.accountId(), "ORGANIZATION_SUSPENDED", () -> theirs.move(NUMBER, second));
    }

    @Test
    void I2_aNumberOfAnotherOrganizationIsAsOneThatNobodyHolds() {
        numbersOf(second).add(NUMBER);
        var foreign = world.refused(
                owner.accountId(),
                "PHONE_NUMBER_NOT_FOUND",
                () -> numbersOf(first).remove(NUMBER));
        var nobodys = world.refused(
                owner.accountId(),
                "PHONE_NUMBER_NOT_FOUND",
                () -> numbersOf(first).remove("+12025550124"));
        assertThat(foreign).isEqualTo(nobodys);
        assertThat(held(first)).isEmpty();
    }

    @Test
    void M2_aMemberSeesTheNumbersAndChangesNone() {
        UserSession ann = world.user(owner, "ann@example.com");
        owner.switchTo(first).members().add(ann.user(), "101");
        numbersOf(first).add(NUMBER);
        PhoneNumbers theirs = ann.switchTo(first).phoneNumbers();

        assertThat(theirs.list(PageRequest.first(9)).items()).hasSize(1);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> theirs.add(NUMBER), () -> theirs.remove(NUMBER), () -> theirs.move(NUMBER, second))) {
            world.refused(owner.accountId(), "ADMINISTRATOR_REQUIRED", call);
        }
    }

    @Test
    void O7_closingFreesTheNumbers() {
        numbersOf(second).add(NUMBER);
        numbersOf(second).add("+12025550124");
        numbersOf(first).add("+12025550125");
        owner.closeOrganization(second);

        numbersOf(first).add(NUMBER);
        UserSession other = world.owner();
        other.switchTo(world.first(other)).phoneNumbers().add("+12025550124");
        assertThat(held(first)).containsExactly(NUMBER, "+12025550125");
    }

    @Test
    void O6_whileSuspendedNumbersAreRemovedAndNotAdded() {
        numbersOf(first).add(NUMBER);
        world.become(owner.accountId(), first, OrganizationState.SUSPENDED);
        world.refused(
                owner.accountId(),
                "ORGANIZATION_SUSPENDED",
                () -> numbersOf(first).add("+12025550124"));
        numbersOf(first).remove(NUMBER);
        assertThat(held(first)).isEmpty();
    }

    @Test
    void X1_aClaimOrReleaseThatIsTakenBackLeavesNoTrace() {
        numbersOf(first).add(NUMBER);
        Snapshot before = world.snapshot(owner.accountId());
        UserSession other = world.owner();
        PhoneNumbers elsewhere = other.switchTo(world.first(other)).phoneNumbers();
        assertThatThrownBy(() -> world.store.unitOfWork().execute(owner.accountId(), () -> {
                    numbersOf(first).remove(NUMBER);
                    numbersOf(first).add("+12025550124");
                    numbersOf(second).add(NUMBER);
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");

        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
        world.refused(other.accountId(), "PHONE_NUMBER_NOT_AVAILABLE", () -> elsewhere.add(NUMBER));
        elsewhere.add("+12025550124");
    }

    @Test
    void X1_aNumberThatIsReleasedIsFreeOnlyOnceTheChangeIsCommitted() {
        numbersOf(first).add(NUMBER);
        UserSession other = world.owner();
        OrganizationId theirs = world.first(other);
        Callable<String> wanting = () ->
                OwnershipTest.answer(() -> other.switchTo(theirs).phoneNumbers().add(NUMBER));
        world.store.unitOfWork().execute(owner.accountId(), () -> {
            numbersOf(first).remove(NUMBER);
            assertThatNoException()
                    .isThrownBy(() -> assertThat(Threads.together(List.of(wanting)))
                            .containsExactly("PHONE_NUMBER_NOT_AVAILABLE"));
        });
        other.switchTo(theirs).phoneNumbers().add(NUMBER);
    }

    @Test
    void T1_ofManyAccountsThatWantTheSameNumberOneHoldsIt() throws Exception {
        List<UserSession> owners = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            owners.add(world.owner());
        }
        for (int round = 0; round < 100; round++) {
            String number = "+1202555" + (1000 + round);
            List<Callable<String>> calls = new ArrayList<>();
            for (UserSession one : owners) {
                calls.add(() -> OwnershipTest.answer(
                        () -> one.switchTo(world.first(one)).phoneNumbers().add(number)));
            }
            assertThat(Threads.together(calls)).containsOnlyOnce("done").contains("PHONE_NUMBER_NOT_AVAILABLE");
        }
    }
}
