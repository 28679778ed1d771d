package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A story that is kept goes on where it was, wherever the process is killed: at any call of the store, before and behind each commit. */
class GoesOnTest {

    private static final long NEVER = 1_000_000;

    /** As often as PostgreSQL is killed elsewhere; from 300 on, the short story is cut at every single point. */
    private static final int KILLS = Integer.getInteger("phoneunite.kills", 20);

    private static final int STRIDE = KILLS < 300 ? 17 : 1;

    private static final String SHORT = Stories.with("""
            { "day": 0, "account": "a", "do": "addOrganization", "name": "Two", "plan": "standard" }""", """
            { "day": 0, "account": "a", "do": "putCard", "token": "tok_visa" }""", """
            { "day": 1, "account": "a", "do": "recharge", "amount": "USD 25.00" }""", """
            { "day": 1, "account": "a", "do": "addOrganization", "name": "Two", "plan": "standard" }""", """
            { "day": 1, "account": "a", "do": "usage", "organization": "Two", "amount": "USD 1.00" }""", """
            { "day": 1, "account": "a", "do": "rename", "organization": "Two", "to": "Three" }""", """
            { "day": 1, "account": "a", "do": "usage", "organization": "Three", "amount": "USD 9.00" }""", """
            { "day": 3, "account": "a", "do": "run" }""", """
            { "day": 4, "account": "a", "do": "recharge", "amount": "USD 20.00" }""", """
            { "day": 6, "account": "a", "do": "putCard", "token": "tok_slow" }""", """
            { "day": 6, "account": "a", "do": "recharge", "amount": "USD 40.00" }""", """
            { "day": 6, "account": "a", "do": "recharge", "amount": "USD 40.00", "expect": "RECHARGE_UNRESOLVED" }""", """
            { "day": 7, "account": "a", "do": "page" }""")
            .replace("\"v\": 1,", "\"v\": 1, \"trialDays\": 2,")
            .replace("2026-02-28", "2026-02-09");

    @Test
    void X1_aStoryGoesOnFromWhereverItIsCutOnce() throws Exception {
        Story story = StoryReader.read("short.json", SHORT);
        MortalHost uninterrupted = uninterrupted(story);
        assertThat(uninterrupted.captured()).hasSize(3);
        long points = uninterrupted.pointsAfter(1 + 13 + 2 * 9);
        assertThat(points).isGreaterThan(300);
        for (long cut = 0; cut <= points; cut += STRIDE) {
            cutAt(story, cut, NEVER, uninterrupted);
        }
    }

    @Test
    void X1_aStoryThatIsCutAgainAndAgainComesToTheSameEnd() throws Exception {
        Story story = StoryFile.bundled();
        MortalHost uninterrupted = uninterrupted(story);
        assertThat(uninterrupted.outputs()).containsExactly(Told.by().out());
        for (long seed = 1; seed <= KILLS / 5; seed++) {
            Random random = new Random(seed);
            MortalHost host = new MortalHost();
            boolean ended = false;
            while (!ended) {
                ended = host.tellsToTheEnd(story, 20 + random.nextInt(400));
            }
            assertThat(host.outputs()).hasSizeGreaterThan(5);
            isTheSame(host, uninterrupted, "seed " + seed);
        }
    }

    /** Grace is counted in hours from the run that has found the shortage, and the runs of all nights are at the same hour. */
    @Test
    void B8_graceIsAsLongAfterARunThatWasCutTwice() throws Exception {
        Story story = StoryReader.read(
                "grace.json",
                Stories.with("""
                                { "day": 0, "account": "a", "do": "putCard", "token": "tok_visa" }""", """
                                { "day": 0, "account": "a", "do": "recharge", "amount": "USD 25.00" }""")
                        .replace("\"v\": 1,", "\"v\": 1, \"trialDays\": 2,")
                        .replace("2026-02-28", "2026-03-05"));
        MortalHost uninterrupted = uninterrupted(story);
        assertThat(uninterrupted.outputs().get(0)).contains("2026-03-05 (3 days later)", "Ann's is SUSPENDED");
        int before = 1 + 2 + 2 * 29 + 1; // the opening, two events, 29 nights, and the first half of the 30th
        long cut = uninterrupted.pointsAfter(before);
        while (!isLate(story, cut)) {
            cut++;
            assertThat(cut).isLessThan(uninterrupted.pointsAfter(before + 1));
        }
        long again = 0;
        while (!cutAt(story, cut, again, uninterrupted)) {
            again++;
        }
        assertThat(again).isGreaterThan(50);
    }

    /** Cuts the story at two points, and lets it be told to its end; true if it came to its end before the second. */
    private static boolean cutAt(Story story, long first, long second, MortalHost uninterrupted) throws StoryTurn {
        MortalHost host = new MortalHost();
        boolean ended = host.tellsToTheEnd(story, first) || host.tellsToTheEnd(story, second);
        if (!ended) {
            assertThat(host.tellsToTheEnd(story, NEVER)).isTrue();
        }
        isTheSame(host, uninterrupted, "cut after " + first + " and " + second);
        return ended;
    }

    private static boolean isLate(Story story, long cut) throws StoryTurn {
        MortalHost host = new MortalHost();
        return !host.tellsToTheEnd(story, cut) && host.tellsToTheEnd(story, NEVER) && host.isLate();
    }

    @Test
    void aStoryThatHasEndedSaysSoAndShowsThePage() throws Exception {
        Story story = StoryFile.bundled();
        MortalHost host = uninterrupted(story);
        List<String> books = host.books();
        assertThat(host.tellsToTheEnd(story, NEVER)).isTrue();

        String again = host.outputs().get(1);
        assertThat(again).startsWith("The story has been told to its end, on 2026-06-30.\n\nThe billing page");
        assertThat(Transcript.page(again))
                .isEqualTo(Transcript.page(host.outputs().get(0)));
        assertThat(host.books()).isEqualTo(books);
    }

    private static MortalHost uninterrupted(Story story) throws StoryTurn {
        MortalHost host = new MortalHost();
        assertThat(host.tellsToTheEnd(story, NEVER)).isTrue();
        return host;
    }

    private static void isTheSame(MortalHost host, MortalHost uninterrupted, String how) {
        assertThat(host.books()).as(how).containsExactlyElementsOf(uninterrupted.books());
        assertThat(host.captured())
                .as(how)
                .usingElementComparator(Money::compareTo)
                .containsExactlyElementsOf(uninterrupted.captured());
        Transcript.tellsTheSame(host.outputs(), uninterrupted.outputs().get(0));
    }
}
