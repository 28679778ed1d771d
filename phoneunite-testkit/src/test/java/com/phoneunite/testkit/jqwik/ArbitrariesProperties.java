package com.phoneunite.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.RefusedException;
import com.phoneunite.account.CountryCode;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.membership.Extension;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.testkit.fixture.Act;
import com.phoneunite.testkit.fixture.Attempt;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is drawn by name: the hostile is refused and changes nothing, and the odd is really among it. */
class ArbitrariesProperties {

    private static final CurrencyUnit USD = CurrencyUnit.USD;

    private final PhoneUniteFixture fixture =
            PhoneUniteFixture.given().balance("USD 100.00").ready();

    private static <T> Stream<T> drawn(Arbitrary<T> arbitrary) {
        return arbitrary.generator(2_000).stream(new Random(42))
                .map(Shrinkable::value)
                .limit(2_000);
    }

    private void isRefused(String code, Act act) {
        Attempt refused = fixture.whenTried(act).thenRefused(code).andNothingChanged();
        assertThat(refused.refusal().message()).doesNotContain("@");
    }

    @Property(tries = 100)
    void X4_hostileTextIsRefusedAndChangesNothing(
            @ForAll("badNames") String name,
            @ForAll("badEmails") String email,
            @ForAll("badExtensions") String extension) {
        isRefused("INVALID_INPUT", f -> f.session().addOrganization(name, "standard"));
        isRefused("INVALID_INPUT", f -> f.session().users().add(email));
        isRefused(
                "INVALID_INPUT",
                f -> f.workspace("First, LLC").members().add(f.session().user(), extension));
    }

    @Property(tries = 100)
    void T1_whatIsNoPhoneNumberIsRefusedAndHowItIsWrittenIsNot(
            @ForAll("badNumbers") String bad, @ForAll("written") String written) {
        isRefused("INVALID_INPUT", f -> f.workspace("First, LLC").phoneNumbers().add(bad));
        fixture.whenTried(f -> f.workspace("First, LLC").phoneNumbers().add(written))
                .thenAllowed();
    }

    @Property(tries = 100)
    void A3_anAmountThatCannotBeIsRefused(
            @ForAll("impossibleAmounts") Money amount, @ForAll("impossibleSettings") AutoRecharge setting) {
        for (Act act :
                List.<Act>of(f -> f.mine().recharge("r", amount), f -> f.mine().autoRecharge(setting))) {
            Attempt refused = fixture.whenTried(act).andNothingChanged();
            assertThat(refused.refusal().code()).isIn("INVALID_INPUT", "CURRENCY_MISMATCH");
        }
    }

    @Property(tries = 100)
    void T2_noExtensionIsTheBeginningOfAnother(@ForAll("extensions") List<Extension> extensions) {
        PhoneUniteFixture empty = PhoneUniteFixture.given().ready();
        int added = 0;
        for (Extension one : extensions) {
            var user = empty.session().users().add("u" + added++ + "@example.com");
            empty.workspace("First, LLC").members().add(user.id(), one.value());
        }
        assertThat(extensions).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    }

    @Property(tries = 100)
    void T3_aTreeWithAFlawIsRefused(@ForAll("flawed") CallTreeDraft tree) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> fixture.workspace("First, LLC").callTrees().save(tree));
        assertThat(refused.code()).isIn("INVALID_INPUT", "CALL_TREE_NOT_VALID");
    }

    @Property(tries = 100)
    void B9_aRepricedPlanIsAPlan(@ForAll("repriced") BillingPlan plan) {
        assertThat(plan.versions()).hasSizeBetween(1, 4);
        assertThat(plan.versionAt(Instant.parse("2025-12-31T00:00:00Z")))
                .isEqualTo(plan.versions().get(0));
    }

    @Example
    void T3_eachFlawIsOneByItself() {
        List<CallTreeDraft> trees = drawn(CallTreeDrafts.valid()).limit(20).toList();
        for (CallTreeFlaw flaw : CallTreeFlaw.values()) {
            assertThat(trees)
                    .allSatisfy(tree -> fixture.whenTried(
                                    f -> f.workspace("First, LLC").callTrees().save(flaw.in(tree)))
                            .andNothingChanged()
                            .refusal());
        }
    }

    @Example
    void B4_zonesWithoutAMidnightAndWithTwoAreDrawn() {
        Set<String> kinds = new TreeSet<>();
        drawn(Zones.withOddMidnights())
                .distinct()
                .forEach(zone -> zone.getRules().getTransitions().stream()
                        .filter(one -> one.getDateTimeBefore().getYear() >= 2000)
                        .forEach(one -> {
                            if (one.isGap()
                                    && one.getDateTimeBefore().toLocalTime().equals(LocalTime.MIDNIGHT)) {
                                kinds.add(one.getDuration().toHours() >= 24 ? "a day is left out" : "no midnight");
                            }
                            if (one.isOverlap()
                                    && one.getDateTimeAfter().toLocalTime().equals(LocalTime.of(0, 0))) {
                                kinds.add("two midnights");
                            }
                            if (one.isOverlap()
                                    && one.getDateTimeBefore().toLocalTime().equals(LocalTime.MIDNIGHT)) {
                                kinds.add("the day before again");
                            }
                        }));
        assertThat(kinds).contains("no midnight", "two midnights", "the day before again", "a day is left out");
    }

    @Example
    void B4_momentsAreDrawnAtTheEdgesOfTheCalendar() {
        ZoneId zone = ZoneId.of("America/Havana");
        List<ZonedDateTime> moments =
                drawn(Moments.in(zone)).map(one -> one.atZone(zone)).toList();
        assertThat(moments).anyMatch(one -> one.getMonthValue() == 2 && one.getDayOfMonth() == 29);
        assertThat(moments).anyMatch(one -> one.getDayOfMonth() == 31);
        assertThat(moments).anyMatch(one -> one.getNano() == 999_999_000);
        assertThat(moments).anyMatch(one -> one.getNano() == 1_000);
        assertThat(moments)
                .anyMatch(one -> zone.getRules().getTransition(one.toLocalDateTime()) != null
                        || zone.getRules()
                                .nextTransition(one.toInstant().minusNanos(1))
                                .getInstant()
                                .equals(one.toInstant()));
    }

    @Example
    void A3_amountsHaveNoneTwoAndThreeDecimalsAndReachTheMost() {
        assertThat(drawn(Amounts.any())
                        .map(one -> one.getCurrencyUnit().getDecimalPlaces())
                        .distinct())
                .containsExactlyInAnyOrder(0, 2, 3);
        assertThat(drawn(Amounts.in(USD)))
                .anyMatch(one -> one.getAmountMinorLong() > 999_999_999_990_000L)
                .anyMatch(one -> one.getAmountMinorLong() == 1)
                .allMatch(Money::isPositive);
    }

    @Example
    void B3_everyDeedIsDoneAndSomeAreRefused() {
        Set<BillingDeed> deeds = EnumSet.noneOf(BillingDeed.class);
        Set<String> codes = new TreeSet<>();
        drawn(BillingPrograms.any()).limit(150).forEach(program -> {
            PhoneUniteFixture one =
                    PhoneUniteFixture.given().balance("USD 50.00").ready();
            program.forEach(step -> deeds.add(step.kind()));
            BillingPrograms.run(program, one, List.of("standard")).forEach(no -> codes.add(no.code()));
        });
        assertThat(deeds).containsExactlyInAnyOrder(BillingDeed.values());
        assertThat(codes)
                .contains(
                        "BALANCE_TOO_LOW", "IDEMPOTENCY_KEY_REUSED", "LAST_OPEN_ORGANIZATION", "PAYMENT_METHOD_IN_USE");
    }

    @Example
    void X4_programsHaveTheStepsTheNumbersAndTheAmountsThatWereAskedFor() {
        Programs<BillingDeed> programs =
                Programs.of(BillingDeed.class).numbers(2, 3).amounts(5, 6);
        assertThat(drawn(programs.between(1, 4)))
                .allMatch(program -> program.size() >= 1 && program.size() <= 4)
                .allSatisfy(program -> assertThat(program)
                        .allMatch(step -> step.number() >= 2 && step.number() <= 3)
                        .allMatch(step -> step.minor() >= 5 && step.minor() <= 6));
        assertThat(drawn(Programs.of(BillingDeed.class).upTo(1)))
                .anyMatch(List::isEmpty)
                .allSatisfy(program -> assertThat(program).allMatch(step -> step.number() == 0 && step.minor() == 0));
        assertThat(new Step<>(BillingDeed.USE, 0, 25).amount(USD)).isEqualTo(Money.parse("USD 0.25"));
    }

    @Provide
    Arbitrary<String> badNames() {
        return Names.invalid();
    }

    @Provide
    Arbitrary<String> badEmails() {
        return EmailAddresses.invalid();
    }

    @Provide
    Arbitrary<String> badExtensions() {
        return Extensions.invalid();
    }

    @Provide
    Arbitrary<String> badNumbers() {
        return E164Numbers.invalid();
    }

    @Provide
    Arbitrary<String> written() {
        return E164Numbers.written();
    }

    @Provide
    Arbitrary<Money> impossibleAmounts() {
        return Amounts.impossible(USD);
    }

    @Provide
    Arbitrary<AutoRecharge> impossibleSettings() {
        return AutoRecharges.impossible(USD);
    }

    @Provide
    Arbitrary<List<Extension>> extensions() {
        return Extensions.freeOfPrefixes(new CountryCode("US"), 8);
    }

    @Provide
    Arbitrary<CallTreeDraft> flawed() {
        return CallTreeDrafts.flawed();
    }

    @Provide
    Arbitrary<BillingPlan> repriced() {
        return Plans.repriced(USD, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
