package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @TempDir
    private Path directory;

    @Test
    void tellsTheStoryThatComesWithItWordForWord() throws IOException {
        Told told = Told.by();

        assertThat(told.err()).isEmpty();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).isEqualTo(golden());
        assertThat(told.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(told.out()).matches("\\p{ASCII}*");
    }

    @Test
    void tellsTheSameEveryTime() {
        assertThat(Told.by()).isEqualTo(Told.by());
    }

    @Test
    void endsWithTheBalanceThatIsWorkedOutByHand() {
        Money recharged =
                Money.parse("USD 100.00").plus(Money.parse("USD 150.00")).plus(Money.parse("USD 100.00"));
        Money productExperts = Money.parse("USD 20.00").multipliedBy(5); // the 14th from February to June
        // 31 January, 28 February, 31 March, 30 April, and 6 June, the day of the return; May and grace lapsed
        Money servicesExperts = Money.parse("USD 35.00").multipliedBy(5);
        Money call = Money.parse("USD 4.00");
        Money left = recharged.minus(productExperts).minus(servicesExperts).minus(call);

        assertThat(left).isEqualTo(Money.parse("USD 71.00"));
        assertThat(Told.by().out()).endsWith("Balance: " + left + "\nCard on file: Visa ending in 1111\n");
    }

    @Test
    void tellsWhatPhoneUniteIsAbout() {
        assertThat(Told.by().out())
                .containsSubsequence(
                        "Product Experts, LLC is TRIAL",
                        "REFUSED, PAYMENT_METHOD_REQUIRED",
                        "REFUSED, BALANCE_TOO_LOW: the balance stays above zero: USD 35.01 is short",
                        "- USD 35.00 for Services Experts, LLC, month from 2026-01-31",
                        "Product Experts, LLC is ACTIVE",
                        "month from 2026-02-28",
                        "REFUSED, BALANCE_TOO_LOW: the balance stays above zero: USD 0.01 is short",
                        "Product Experts, LLC is PAST_DUE",
                        "+ USD 150.00 recharged",
                        "Product Experts, LLC is ACTIVE",
                        "month from 2026-03-31",
                        "Services Experts, LLC is PAST_DUE",
                        "The card was declined: RETRY_LATER.",
                        "Services Experts, LLC is SUSPENDED",
                        "Nobody knows yet whether the card was charged.",
                        "REFUSED, RECHARGE_UNRESOLVED",
                        "The host asks the payment gateway what has become of open payments.",
                        "+ USD 100.00 recharged",
                        "- USD 35.00 for Services Experts, LLC, month from 2026-06-06",
                        "Services Experts, LLC is ACTIVE",
                        "| Services Experts, LLC | plus     | ACTIVE | 2026-07-06 | USD 35.00 |");
    }

    @Test
    void tellsAStoryOfOnesOwn() {
        Told told = Told.of(
                directory,
                Stories.with(
                        "{ \"on\": \"2026-02-01\", \"account\": \"a\", \"do\": \"putCard\", \"token\": \"tok_visa\" }",
                        Stories.EVENT,
                        "{ \"day\": 2, \"account\": \"a\", \"do\": \"rename\", \"organization\": \"Ann's\","
                                + " \"to\": \"Anna's\", \"say\": \"A better name.\" }",
                        "{ \"day\": 2, \"account\": \"a\", \"do\": \"usage\", \"organization\": \"Anna's\","
                                + " \"amount\": \"USD 0.50\" }",
                        "{ \"day\": 3, \"account\": \"a\", \"do\": \"removeCard\" }",
                        "{ \"day\": 3, \"account\": \"a\", \"do\": \"page\" }",
                        "{ \"day\": 3, \"account\": \"a\", \"do\": \"run\" }"));

        assertThat(told.err()).isEmpty();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .containsSubsequence(
                        "2026-02-01 (1 day later)",
                        "A better name.",
                        "It is called Anna's from now on.",
                        "- USD 0.50 for Anna's, usage",
                        "There is no card on file.",
                        "Periods charged by it: 0.",
                        "2026-02-14",
                        "- USD 20.00 for Anna's, month from 2026-02-14",
                        "Balance: USD 29.50\nCard on file: none\n");
    }

    @Test
    void goesOnAfterARefusalThatNobodyExpects() {
        Told told = Told.of(directory, Stories.with(Stories.EVENT));

        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("REFUSED, PAYMENT_METHOD_REQUIRED").endsWith("Card on file: none\n");
    }

    @Test
    void tellsADeclinedCard() {
        Told told = Told.of(
                directory,
                Stories.with(
                        "{ \"day\": 0, \"account\": \"a\", \"do\": \"putCard\", \"token\": \"tok_stolen\" }",
                        Stories.EVENT));

        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("The card was declined: NEVER_WITH_THIS_CARD.");
    }

    @Test
    void tellsOfWhatWasNeverAddedAsPhoneUniteAnswers() {
        Told told = Told.of(
                directory,
                Stories.with(
                        "{ \"day\": 0, \"account\": \"a\", \"do\": \"addOrganization\", \"name\": \"Two\","
                                + " \"plan\": \"standard\" }",
                        "{ \"day\": 1, \"account\": \"a\", \"do\": \"usage\", \"organization\": \"Two\","
                                + " \"amount\": \"USD 1.00\", \"expect\": \"ORGANIZATION_NOT_FOUND\" }"));

        assertThat(told.exitCode()).isZero();
    }

    @Test
    void stopsWhereAnExpectedRefusalIsNotMet() {
        Told none = Told.of(
                directory,
                Stories.with("{ \"day\": 0, \"account\": \"a\", \"do\": \"putCard\", \"token\": \"tok_visa\","
                        + " \"expect\": \"PAYMENT_METHOD_REJECTED\" }"));
        Told another = Told.of(
                directory, Stories.with(Stories.EVENT.replace(" }", ", \"expect\": \"RECHARGE_UNRESOLVED\" }")));

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("events[0]", "expects PAYMENT_METHOD_REJECTED, and met no refusal");
        assertThat(another.exitCode()).isEqualTo(1);
        assertThat(another.err()).contains("expects RECHARGE_UNRESOLVED, and met PAYMENT_METHOD_REQUIRED");
    }

    @Test
    void stopsWhereAnAccountCannotBeOpened() {
        Told told = Told.of(directory, Stories.with().replace("\"currency\": \"USD\"", "\"currency\": \"EUR\""));

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.err()).contains("accounts[0]", "PLAN_CURRENCY_MISMATCH");
    }

    @Test
    void wantsAFileThatIsThere() {
        assertThat(Told.by(directory.resolve("none.json").toString()))
                .extracting(Told::exitCode, Told::out)
                .containsExactly(2, "");
        assertThat(Told.by(directory.resolve("none.json").toString()).err()).contains("There is no file", "none.json");
        assertThat(Told.by(directory.toString()).err()).contains("cannot be read");
        assertThat(Told.by("\0").err()).isEqualTo("There is no file ?.\n");
        assertThat(Told.by("one", "two"))
                .isEqualTo(new Told(2, "", "Name one story file, or none for the story that comes with PhoneUnite.\n"));
    }

    private static String golden() throws IOException {
        try (InputStream in = QuickstartTest.class.getResourceAsStream("product-and-services-experts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
