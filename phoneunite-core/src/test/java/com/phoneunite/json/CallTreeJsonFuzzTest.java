package com.phoneunite.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.CallTreeVerdict;
import com.phoneunite.telephony.CallWalk;
import com.phoneunite.telephony.Menu;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rules X4 and T3: any bytes at all instead of a document. The build tries what is kept beside this class in the resources; how to look
 * for more is told in CONTRIBUTING.md.
 */
class CallTreeJsonFuzzTest {

    private static final CallTreeId SELF = CallTreeId.parse("0190b1a0-0000-7000-8000-000000000002");
    private static final String EVERY_KEY = "1234567890*#-".repeat(15);
    private static final String NOTHING_FOR_LONG =
            String.valueOf(CallWalk.NOTHING).repeat(CallTree.MAX_MENUS * Menu.MAX_TRIES);

    @FuzzTest(maxDuration = "5m")
    void X4_anyTextIsReadOrRefused(byte[] text) {
        Reading.of(new String(text, StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "5m")
    void T3_whateverIsReadIsJudgedAndWalkedToItsEnd(byte[] text) {
        Reading.of(new String(text, StandardCharsets.UTF_8)).ifPresent(CallTreeJsonFuzzTest::walk);
    }

    private static void walk(CallTree tree) {
        Function<CallTreeId, Optional<CallTree>> others =
                id -> Optional.of(tree).filter(same -> id.equals(SELF));
        Optional<Refusal> refusal = CallTreeVerdict.of(tree, Optional.of(SELF), new CallTreeVerdict.Surroundings() {
            @Override
            public boolean has(ResourceRef ref) {
                return ref.id().hashCode() % 4 != 0;
            }

            @Override
            public Optional<CallTree> callTree(CallTreeId id) {
                return others.apply(id);
            }
        });
        if (refusal.isEmpty()) {
            assertThat(CallWalk.through(tree, NOTHING_FOR_LONG, others).end())
                    .as("where a caller who presses nothing ends up")
                    .isPresent();
        } else {
            assertThat(refusal.get().message()).hasSizeLessThan(400_000);
        }
        try {
            CallWalk walk = CallWalk.through(tree, EVERY_KEY, others);
            assertThat(walk.steps()).hasSizeBetween(1, EVERY_KEY.length() + 1);
        } catch (IllegalArgumentException e) {
            assertThat(refusal).as("said before").isPresent();
            assertThat(refusal.get().message()).contains("MENU_NOT_FOUND");
        }
    }
}
