package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryReaderTest {

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{1} in place of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"v\": 1 | \"v\": 2 | line 2: v must be 1",
                "\"v\": 1, | \"w\": 1, \"v\": 1, | line 2: w is not a field",
                "\"v\": 1, | ~~ | line 1: v is missing",
                "\"starts\": \"2026-01-31\" | \"starts\": \"2026-02-30\" | line 3: starts must be a date",
                "\"starts\": \"2026-01-31\" | \"starts\": \"+999999999-01-01\" | line 3: starts must be a date",
                "\"starts\": \"2026-01-31\" | \"starts\": 5 | line 3: starts must be a text",
                "\"ends\": \"2026-02-28\" | \"ends\": \"2026-01-30\" | line 4: ends must not be before",
                "\"ends\": \"2026-02-28\" | \"ends\": \"2036-02-01\" | line 4: ends must be at most 10 years after",
                "\"ends\": \"2026-02-28\" | \"ends\": null | line 4: ends must be a text",
                "\"v\": 1, | \"v\": 1, \"trialDays\": 0, | line 2: trialDays must be 1 to",
                "\"v\": 1, | \"v\": 1, \"trialDays\": 1.5, | line 2: trialDays must be a whole number",
                "\"name\": \"standard\" | \"name\": \"Standard\" | line 5: plans[0].name must be 1 to 64",
                "\"USD 20.00\" | \"USD 20.001\" | line 5: plans[0].monthly must be an amount",
                "\"USD 20.00\" | \"20.00\" | line 5: plans[0].monthly must be an amount",
                "\"USD 20.00\" | \"USD -20.00\" | line 5: plans[0] is no plan: a price is from 0",
                "\"USD 20.00\" | \"USD 20.00\", \"perExtension\": \"EUR 1.00\" | line 5: plans[0] is no plan",
                "\"USD 20.00\" } | \"USD 20.00\" }, { \"name\": \"standard\", \"monthly\": \"USD 1\" } | plans[1].name must",
                "\"owner\": \"ann@example.com\" | \"owner\": \"ann\" | line 6: accounts[0].owner must",
                "\"country\": \"DE\" | \"country\": \"Germany\" | line 6: accounts[0].country must",
                "\"timeZone\": \"Europe/Berlin\" | \"timeZone\": \"Berlin\" | line 7: accounts[0].timeZone must",
                "\"currency\": \"USD\" | \"currency\": \"Dollars\" | line 7: accounts[0].currency must",
                "\"plan\": \"standard\" | \"plan\": \"cheap\" | line 7: accounts[0].plan must be one of the plans",
                "\"name\": \"Ann's\", | ~~ | line 6: accounts[0].name is missing",
                "\"day\": 1 | \"day\": 29 | line 9: events[0].day must not be after the story ends",
                "\"day\": 1 | \"day\": -1 | line 9: events[0].day must not be before 2026-01-31",
                "\"day\": 1 | \"day\": 99999999999 | line 9: events[0].day must be a whole number",
                "\"day\": 1, | ~~ | line 9: events[0].on must be given, or \"day\"",
                "\"day\": 1 | \"day\": 1, \"on\": \"2026-02-01\" | line 9: events[0].day must be given, or \"day\"",
                "\"account\": \"a\" | \"account\": \"b\" | line 9: events[0].account must be the id of an account",
                "\"do\": \"recharge\" | \"do\": \"charge\" | line 9: events[0].do must be \"addOrganization\"",
                "\"USD 50.00\" | \"fifty\" | line 9: events[0].amount must be an amount",
                "\"USD 50.00\" | 50 | line 9: events[0].amount must be a text",
                "\"USD 50.00\" | \"USD 50.00\", \"plan\": \"standard\" | line 9: events[0].plan is not a field",
            })
    void namesWhatIsWrongAndWhere(String right, String wrong, String expected) {
        String story = Stories.with(Stories.EVENT);
        assertThat(story).contains(right);

        Told told = Told.of(directory, story.replace(right, wrong));

        assertThat(told.err()).contains("is not a story that can be told:\n").contains(expected);
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Told told = Told.of(
                directory,
                Stories.with(
                                "{ \"day\": 9, \"account\": \"a\", \"do\": \"addOrganization\", \"name\": \"\" }",
                                "{ \"day\": 8, \"account\": \"a\", \"do\": \"usage\", \"organization\": \"B\","
                                        + " \"amount\": \"USD\" }",
                                "7")
                        .replace("\"USD 20.00\"", "20"));

        assertThat(told.err().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).contains("line 5: plans[0].monthly must be a text"),
                        line -> assertThat(line).contains("line 9: events[0].name must be a text"),
                        line -> assertThat(line).contains("line 9: events[0].plan is missing"),
                        line -> assertThat(line).contains("line 10: events[1].day must not be before 2026-02-09"),
                        line -> assertThat(line).contains("line 10: events[1].organization must be the name of"),
                        line -> assertThat(line).contains("line 10: events[1].amount must be an amount"),
                        line -> assertThat(line).contains("line 11: events[2] must be an object"));
    }

    @Test
    void leavesTheRulesOfANameToTheLibrary() {
        String tooLong = "x".repeat(101);
        Told told = Told.of(
                directory,
                Stories.with("{ \"day\": 9, \"account\": \"a\", \"do\": \"addOrganization\", \"name\": \"" + tooLong
                        + "\", \"plan\": \"standard\" }"));

        assertThat(told.err()).contains("line 9: events[0].name must be at most 100 characters long");
    }

    @Test
    void tellsAtMostAThousandEvents() {
        String[] many = Collections.nCopies(1_000, "{ \"day\": 1, \"account\": \"a\", \"do\": \"run\" }")
                .toArray(String[]::new);

        assertThat(Told.of(directory, Stories.with(many)).exitCode()).isZero();
        many[0] += ", " + many[1];
        assertThat(Told.of(directory, Stories.with(many)).err())
                .contains("line 8: events must be a list of 0 to 1000 objects");
    }

    @Test
    void startsAtAMomentInTheTimeZoneOfTheFirstAccount() {
        Told told = Told.of(
                directory,
                Stories.with().replace("\"starts\": \"2026-01-31\"", "\"starts\": \"2026-01-30T23:30:00Z\""));

        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains("This story goes from 2026-01-31").contains("due on 2026-02-14");
    }
}
