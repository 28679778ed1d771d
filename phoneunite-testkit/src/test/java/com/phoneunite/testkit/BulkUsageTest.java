package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Violation;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rule B10 in bulk: many usages in one call. */
class BulkUsageTest {

    private final Story story = Story.withBalance("10.00");

    private List<UsageOutcome> deduct(List<Usage> usages) {
        return story.billing.actingAs("meter").deductUsages(usages);
    }

    private Usage usage(String reference, String amount) {
        return Usage.of(story.id(), story.first(), reference, Story.usd(amount));
    }

    private static List<String> told(List<UsageOutcome> outcomes) {
        return outcomes.stream()
                .map(one -> one.<String>fold(
                        now -> "deducted " + now.posted().reference(),
                        before -> "before " + before.posted().reference(),
                        () -> "nothing",
                        refused -> refused.rule().code()))
                .toList();
    }

    @Test
    void B10_eachUsageOfManyIsDecidedByItself() {
        List<UsageOutcome> outcomes = deduct(List.of(
                usage("1", "4.00"),
                usage("2", "6.00"),
                usage("1", "4.00"),
                usage("3", "0.00"),
                usage("1", "4.01"),
                Usage.of(story.id(), new OrganizationId(new UUID(1, 1)), "4", Story.usd("1.00")),
                usage("5", "5.99"),
                Usage.of(story.id(), story.first(), "6", Money.parse("EUR 1.00")),
                Usage.of(new AccountId(new UUID(1, 1)), story.first(), "7", Story.usd("1.00"))));

        assertThat(told(outcomes))
                .containsExactly(
                        "deducted 1",
                        "BALANCE_TOO_LOW",
                        "before 1",
                        "nothing",
                        "REFERENCE_REUSED",
                        "ORGANIZATION_NOT_FOUND",
                        "deducted 5",
                        "CURRENCY_MISMATCH",
                        "ACCOUNT_NOT_FOUND");
        assertThat(story.balance()).isEqualTo(Story.usd("0.01"));
        assertThat(outcomes.get(0).entry()).isEqualTo(outcomes.get(2).entry());
        assertThat(outcomes.get(1).refusal().orElseThrow().facts())
                .containsEntry("balance", Story.usd("6.00"))
                .containsEntry("shortfall", Story.usd("0.01"));
    }

    @Test
    void B10_manyUsagesEndAsTheSameUsagesOneByOne() {
        Story other = Story.withBalance("10.00");
        List<Usage> usages = IntStream.range(0, 40)
                .mapToObj(i -> usage("call-" + i % 30, "0." + (10 + i % 30)))
                .toList();
        deduct(usages);
        usages.forEach(one -> other.use(
                other.first(), one.reference(), one.amount().getAmount().toPlainString()));

        assertThat(story.entries().stream().map(one -> one.reference() + one.signedMinor() + one.balanceAfterMinor()))
                .isEqualTo(other.entries().stream()
                        .map(one -> one.reference() + one.signedMinor() + one.balanceAfterMinor())
                        .toList());
        AccountSnapshot before = story.snapshot();
        deduct(usages);
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void B10_usageOfManyAccountsIsManyIndependentChanges() {
        Account second = story.phoneUnite.openAccount(Story.opening());
        story.billing.of(story.phoneUnite.signIn(second.owner())).putPaymentMethodOnFile("tok_visa");
        story.billing.of(story.phoneUnite.signIn(second.owner())).recharge("k", Story.usd("1.00"));
        Organization theirs =
                AccountSnapshot.of(story.store, second.id()).organizations().get(0);

        List<UsageOutcome> outcomes = deduct(List.of(
                usage("1", "1.00"),
                Usage.of(second.id(), theirs.id(), "1", Story.usd("0.50")),
                usage("2", "1.00"),
                Usage.of(second.id(), story.first(), "2", Story.usd("0.10"))));

        assertThat(told(outcomes)).containsExactly("deducted 1", "deducted 1", "deducted 2", "ORGANIZATION_NOT_FOUND");
        assertThat(story.balance()).isEqualTo(Story.usd("8.00"));
        assertThat(story.billing.actingAs("meter").balance(second.id())).isEqualTo(Story.usd("0.50"));
    }

    @Test
    void X1_usageOfAnotherAccountIsAFaultInsideAUnitOfWorkAndKeepsNothing() {
        Account second = story.phoneUnite.openAccount(Story.opening());
        AccountSnapshot before = story.snapshot();

        assertThatThrownBy(() -> story.store
                        .core()
                        .unitOfWork()
                        .execute(
                                story.id(),
                                () -> deduct(List.of(
                                        usage("1", "1.00"),
                                        Usage.of(second.id(), story.first(), "2", Story.usd("1.00"))))))
                .isInstanceOf(UnitOfWorkFault.class);
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void X4_everythingThatIsWrongWithAnyOfThemIsNamedAtOnce() {
        List<Usage> usages = new ArrayList<>();
        usages.add(usage("1", "1.00"));
        usages.add(usage("", "1.00"));
        usages.add(new Usage(null, null, "3", Story.usd("-1.00"), null));
        RefusedException refused = story.refused("INVALID_INPUT", () -> deduct(usages));

        assertThat(((InvalidInput) refused.refusal()).violations().stream().map(Violation::path))
                .containsExactlyInAnyOrder(
                        "usages[1].reference", "usages[2].account", "usages[2].organization", "usages[2].amount");
        story.refused("INVALID_INPUT", () -> deduct(null));
        story.refused("INVALID_INPUT", () -> deduct(Collections.singletonList(null)));
    }

    @Test
    void X5_oneToAThousandUsagesGoInOneCall() {
        story.refused("INVALID_INPUT", () -> deduct(List.of()));
        List<Usage> most =
                IntStream.range(0, 1_000).mapToObj(i -> usage("u" + i, "0.01")).toList();
        List<Usage> more = new ArrayList<>(most);
        more.add(usage("u1000", "0.01"));
        story.refused("INVALID_INPUT", () -> deduct(more));

        assertThat(deduct(most)).hasSize(1_000);
        assertThat(story.entries()).hasSize(1_000);
        assertThat(story.balance()).isEqualTo(Story.usd("0.01"));
    }

    @Test
    void X1_anAccountThatFailsKeepsNoneOfTheOthersFromBeingDeductedFrom() {
        AccountId broken = new AccountId(new UUID(7, 7));
        Organization first = story.organizations().get(0);
        story.store.core().unitOfWork().execute(broken, () -> {
            story.store
                    .core()
                    .accounts()
                    .save(Account.open(
                            broken,
                            story.account.ownerId(),
                            story.account.country(),
                            story.account.zone(),
                            story.account.currency(),
                            story.account.openedAt()));
            story.store
                    .core()
                    .organizations()
                    .save(new Organization(
                            broken,
                            first.id(),
                            first.name(),
                            first.plan(),
                            first.state(),
                            0,
                            first.addedAt(),
                            first.trialEndsAt(),
                            first.request()));
        });

        assertThatThrownBy(() ->
                        deduct(List.of(Usage.of(broken, story.first(), "1", Story.usd("1.00")), usage("1", "1.00"))))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining("no ledger");
        assertThat(story.balance()).isEqualTo(Story.usd("9.00"));
    }
}
