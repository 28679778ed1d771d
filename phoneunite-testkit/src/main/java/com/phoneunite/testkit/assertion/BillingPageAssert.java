package com.phoneunite.testkit.assertion;

import com.phoneunite.account.PaymentMethod;
import com.phoneunite.billing.page.BillingPage;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Says what somebody sees on their billing page (rule B11). */
public final class BillingPageAssert extends SpokenAssert<BillingPageAssert, BillingPage> {

    BillingPageAssert(BillingPage actual) {
        super(actual, BillingPageAssert.class);
    }

    /** The organizations on it by name, in this order and no others. */
    public BillingPageAssert showsExactly(String... names) {
        isNotNull();
        return holds(names().equals(List.of(names)), "a page that shows " + List.of(names), "it shows " + names());
    }

    /**
     * The line of one organization, to go on with.
     *
     * @throws AssertionError if there is none with that name
     */
    public BillingLineAssert organization(String name) {
        isNotNull();
        Optional<BillingPage.Line> line = actual.organizations().items().stream()
                .filter(one -> one.name().value().equals(name))
                .findFirst();
        holds(line.isPresent(), "a page that shows " + name, "it shows " + names());
        return new BillingLineAssert(line.orElseThrow());
    }

    /** The balance, which only the owner sees: {@code "USD 80.00"}. */
    public BillingPageAssert showsBalance(String amount) {
        Money expected = Money.parse(amount);
        Money balance = account().balance();
        return holds(balance.equals(expected), "a balance of " + expected, "it is " + balance);
    }

    /** What is not paid yet of what refunds and disputes took (rule P11), which only the owner sees. */
    public BillingPageAssert showsArrears(String amount) {
        Money expected = Money.parse(amount);
        Money arrears = account().arrears();
        return holds(arrears.equals(expected), "arrears of " + expected, "they are " + arrears);
    }

    /** The card on file (rule P2), which only the owner sees. */
    public BillingPageAssert showsCard(String brand, String lastFour) {
        Optional<PaymentMethod> card = account().paymentMethod();
        boolean same = card.filter(
                        one -> one.brand().equals(brand) && one.lastFour().equals(lastFour))
                .isPresent();
        return holds(same, "the card " + brand + " " + lastFour, "it is " + told(card));
    }

    /** There is no card on file. */
    public BillingPageAssert showsNoCard() {
        Optional<PaymentMethod> card = account().paymentMethod();
        return holds(card.isEmpty(), "no card on file", "it is " + told(card));
    }

    /** Rule A2: what concerns the account as a whole is not shown, since the viewer is not its owner. */
    public BillingPageAssert showsNothingOfTheAccount() {
        isNotNull();
        return holds(actual.account().isEmpty(), "a page without the account's money (A2)", "it shows the balance");
    }

    private BillingPage.AccountPart account() {
        isNotNull();
        holds(actual.account().isPresent(), "the page of an owner (A2)", "it shows nothing of the account");
        return actual.account().orElseThrow();
    }

    private List<String> names() {
        return actual.organizations().items().stream()
                .map(one -> one.name().value())
                .toList();
    }

    private static String told(Optional<PaymentMethod> card) {
        return card.map(one -> one.brand() + " " + one.lastFour()).orElse("none");
    }
}
