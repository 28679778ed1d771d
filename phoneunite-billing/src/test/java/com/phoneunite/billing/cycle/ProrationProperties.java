package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.cycle.Terms.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Rule B9: the parts of a period that was changed, by whole numbers alone. */
class ProrationProperties {

    /** The nearest whole number, of two that are equally near the even one. */
    private static long halfEven(long price, int left, int days) {
        BigInteger[] parts = BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(left))
                .divideAndRemainder(BigInteger.valueOf(days));
        int nearer = parts[1].shiftLeft(1).compareTo(BigInteger.valueOf(days));
        boolean up = nearer > 0 || (nearer == 0 && parts[0].testBit(0));
        return parts[0].longValueExact() + (up ? 1 : 0);
    }

    @Property
    void B9_aPartIsThePriceTimesTheDaysLeftRoundedHalfEven(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long price,
            @ForAll @IntRange(min = 0, max = 31) int left,
            @ForAll @IntRange(min = 28, max = 31) int days) {
        assertThat(Proration.part(price, Math.min(left, days), days))
                .isEqualTo(halfEven(price, Math.min(left, days), days));
    }

    @Example
    void B9_ofTwoThatAreEquallyNearTheEvenOneIsTaken() {
        assertThat(List.of(Proration.part(1, 15, 30), Proration.part(3, 15, 30), Proration.part(5, 15, 30)))
                .containsExactly(0L, 2L, 2L);
    }

    @Property
    void B9_noChangesOfAPeriodBringBackMoreThanWasCharged(
            @ForAll @IntRange(min = 28, max = 31) int days,
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long first,
            @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 10_000_000_000L) Long> prices,
            @ForAll @Size(12) List<@IntRange(min = 0, max = 31) Integer> daysLeft) {
        PaidTerms paid = new PaidTerms(terms(first), 0, days);
        long charged = first;
        for (int change = 0; change < prices.size(); change++) {
            int asked = Math.min(daysLeft.get(change), days);
            Proration next = Proration.of(paid, terms(prices.get(change)), asked, days);
            assertThat(next.paid().changes()).isEqualTo(change + 1);
            assertThat(next.paid().daysLeft()).isEqualTo(Math.min(asked, paid.daysLeft()));
            charged += next.differenceMinor();
            assertThat(charged).as("what is charged for the period in all").isNotNegative();
            paid = next.paid();
        }
    }

    @Property
    void B9_toChangeAndToChangeBackOnOneDayCostsNothing(
            @ForAll @IntRange(min = 0, max = 31) int left,
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long first,
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long other) {
        PaidTerms paid = new PaidTerms(terms(first), 0, 31);
        Proration there = Proration.of(paid, terms(other), left, 31);
        Proration back = Proration.of(there.paid(), terms(first), left, 31);
        assertThat(there.differenceMinor() + back.differenceMinor()).isZero();
    }
}
