package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.membership.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallWalkTest {

    private static final CallTreeId OTHER = new CallTreeId(new UUID(1, 1));

    private static final CallTree TREE = parsed(CallTree.named("Main")
            .menu(
                    "main",
                    Menu.saying("Main.")
                            .on('1', Destination.menu("sales"))
                            .on('2', Destination.callTree(OTHER))
                            .on('*', Destination.menu("main"))
                            .onTimeout(Destination.voicemail("101"))
                            .onInvalid(Destination.menu("sales"))
                            .tries(2))
            .menu(
                    "sales",
                    Menu.saying("Sales.")
                            .on('3', Destination.extension("101"))
                            .onTimeout(Destination.hangUp())
                            .onInvalid(Destination.phoneNumber("+12025550123"))
                            .tries(1)));

    private static final CallTree ELSEWHERE = parsed(CallTree.named("Elsewhere")
            .menu("door", Menu.saying("Elsewhere.").otherwise(Destination.menu("main")))
            .menu("main", Menu.saying("Theirs.").otherwise(Destination.hangUp()).tries(1)));

    private static CallTree parsed(CallTreeDraft draft) {
        return draft.parse().fold(tree -> tree, refusal -> {
            throw new AssertionError(refusal.message());
        });
    }

    private static CallWalk walk(String presses) {
        return CallWalk.through(TREE, presses, id -> Optional.of(ELSEWHERE).filter(tree -> id.equals(OTHER)));
    }

    private static String told(CallWalk walk) {
        List<String> steps = new ArrayList<>();
        walk.steps().forEach(step -> steps.add(step.callTree() + "/" + step.menu() + step.tries()));
        walk.end().ifPresent(end -> steps.add(end.draft().kind().json()));
        return String.join(" ", steps);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "nothing",
            value = {
                "'', Main/main1",
                "'1', Main/main1 Main/sales1",
                "'1 3', Main/main1 Main/sales1 extension",
                "'1,3', Main/main1 Main/sales1 extension",
                "'13', Main/main1 Main/sales1 extension",
                "'*', Main/main1 Main/main1",
                "'-', Main/main1 Main/main2",
                "'--', Main/main1 Main/main2 voicemail",
                "'9', Main/main1 Main/main2",
                "'99', Main/main1 Main/main2 Main/sales1",
                "'9-', Main/main1 Main/main2 voicemail",
                "'-9', Main/main1 Main/main2 Main/sales1",
                "'-1', Main/main1 Main/main2 Main/sales1",
                "'-*-', Main/main1 Main/main2 Main/main1 Main/main2",
                "'1-', Main/main1 Main/sales1 hangUp",
                "'1#', Main/main1 Main/sales1 phoneNumber",
                "'1 3 1 1 1', Main/main1 Main/sales1 extension",
                "'2', Main/main1 Elsewhere/door1",
                "'2---', Main/main1 Elsewhere/door1 Elsewhere/door2 Elsewhere/door3 Elsewhere/main1",
                "'2----', Main/main1 Elsewhere/door1 Elsewhere/door2 Elsewhere/door3 Elsewhere/main1 hangUp",
                "'2 1 1 1 3', Main/main1 Elsewhere/door1 Elsewhere/door2 Elsewhere/door3 Elsewhere/main1 hangUp"
            })
    void T3_aCallGoesWhereTheKeysLead(String presses, String told) {
        assertThat(told(walk(presses))).isEqualTo(told);
    }

    @Test
    void T3_aWalkTellsWhatIsHeardAndWhereTheCallEnds() {
        CallWalk walk = walk("1 3");
        assertThat(walk.steps())
                .extracting(CallWalk.Step::greeting)
                .containsExactly(new Greeting.Spoken("Main."), new Greeting.Spoken("Sales."));
        assertThat(walk.end()).contains(new Destination.ToExtension(new Extension("101")));
    }

    @Test
    void T3_aCallTreeThatIsNotThereIsWhereTheCallEnds() {
        assertThat(CallWalk.through(TREE, "2", id -> Optional.empty()).end())
                .contains(new Destination.ToCallTree(OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0123456789*#-, "})
    void X4_keysCanBePressed(String presses) {
        assertThat(faults(presses)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "+", "１", "1\n", "\u0000", "A", "\uD83D\uDE00"})
    void X4_nothingElseCanBePressed(String presses) {
        assertThat(faults(presses)).containsExactly("NOT_A_KEY");
    }

    @Test
    void X5_aWalkHasALimit() {
        assertThat(faults("-".repeat(200))).isEmpty();
        assertThat(faults("-".repeat(201))).containsExactly("TOO_LONG");
        assertThat(faults("x".repeat(201))).containsExactly("TOO_LONG", "NOT_A_KEY");
    }

    private static List<String> faults(String presses) {
        List<String> codes = new ArrayList<>();
        new CallWalk.Rule().check(presses, (code, message) -> codes.add(code));
        return codes;
    }

    @Test
    void T3_aCallThatComesToAMenuThatIsNotThereIsAnErrorThatNamesIt() {
        CallTree torn = parsed(CallTree.named("Torn")
                .menu(
                        "main",
                        Menu.saying("Main.").on('1', Destination.menu("gone")).otherwise(Destination.hangUp())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallWalk.through(torn, "1", id -> Optional.empty()))
                .withMessageContaining("gone")
                .withMessageContaining("T3");
    }
}
