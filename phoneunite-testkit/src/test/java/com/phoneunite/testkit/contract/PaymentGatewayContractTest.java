package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.testkit.SandboxGateway;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The contract of gateways rejects each of these, by the rule that it breaks, and no right one. */
class PaymentGatewayContractTest {

    @TestFactory
    Stream<DynamicTest> P5_everyBrokenGatewayIsRejected() {
        return BrokenGateways.all().stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::requireRejected));
    }

    @Test
    void P5_everyTestOfAGatewayRejectsSomething() {
        Set<String> rejecting =
                BrokenGateways.all().stream().map(BrokenAdapter::test).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rejecting).isEqualTo(ContractTests.of(PaymentGatewayContract.class));
    }

    @TestFactory
    Stream<DynamicTest> P5_aGatewayThatDoesWhatItDeclaresIsNeverRejected() {
        UnaryOperator<GatewayCapabilities> demanding = all ->
                all.minimum(Money.ofMinor(CurrencyUnit.JPY, 50)).granularity(Money.ofMinor(CurrencyUnit.of("KWD"), 10));
        return ContractTests.of(PaymentGatewayContract.class).stream()
                .map(test -> DynamicTest.dynamicTest(
                        test,
                        () -> assertThat(ContractTests.run(
                                        GatewaySubject.declaring(demanding), PaymentGatewayContract.class, test))
                                .isEmpty()));
    }

    /** A gateway that charges again under a key of its own looks right to whoever asks it by the key that it was given. */
    @ParameterizedTest
    @ValueSource(strings = {"P5_theSameKeyCapturesOnceAndAnswersTheSame", "P5_theSameKeyOfManyThreadsCapturesOnce"})
    void P5_aSecondCaptureThatNobodyCanSeeIsNotProvedAbsent(String test) {
        AtomicInteger calls = new AtomicInteger();
        GatewaySubject twice = GatewaySubject.of(real -> BreakingGateway.spoiled(real, "charge", (same, given) -> {
            PaymentRequest asked = (PaymentRequest) given[0];
            int call = calls.getAndIncrement();
            return same.charge(call == 0 ? asked : BreakingGateway.named(asked, asked.key() + "#" + call));
        }));
        assertThat(ContractTests.run(twice.withoutCaptures(), PaymentGatewayContract.class, test))
                .get(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("not proved: the host does not say how to see what was captured (captures())");
    }

    /** What the gateway itself tells is believed where it tells of a fault. */
    @Test
    void P5_aFaultThatALookUpShowsIsRejectedWithoutABookToo() {
        GatewaySubject charging = GatewaySubject.of(real -> BreakingGateway.spoiled(
                real, "find", (same, given) -> Optional.of(same.charge((PaymentRequest) given[0]))));
        assertThat(ContractTests.run(
                        charging.withoutCaptures(), PaymentGatewayContract.class, "P7_aLookUpChargesNothing"))
                .get(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("by a look-up");
    }

    /** A gateway of which nothing is known but that it charges: what it does not declare is skipped, and not passed. */
    @Test
    void P7_whatAGatewayDoesNotDeclareIsSkipped() {
        PaymentGatewayContract bare = new BareGateway(SandboxGateway.create());
        Set<String> passed = new TreeSet<>();
        for (String test : ContractTests.of(PaymentGatewayContract.class)) {
            Optional<Throwable> end = ContractTests.run(bare, PaymentGatewayContract.class, test);
            end.ifPresentOrElse(
                    why -> assertThat(why)
                            .as(test)
                            .isInstanceOf(TestAbortedException.class)
                            .hasMessageContaining("not proved"),
                    () -> passed.add(test));
        }
        assertThat(passed)
                .containsExactlyInAnyOrder(
                        "P2_aTokenIsDescribedByItsCard",
                        "P2_noTokenIsTold",
                        "P6_aTokenOfNoCardIsNotCharged",
                        "P6_nothingIsAnsweredWithNull",
                        "P9_theAmountIsCapturedToTheMinorUnit");
    }
}
