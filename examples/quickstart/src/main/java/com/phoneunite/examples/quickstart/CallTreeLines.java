package com.phoneunite.examples.quickstart;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallWalk;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What docs/telephony.md shows: a phone number, a sound and a call tree. */
final class CallTreeLines {

    private CallTreeLines() {}

    /** In the user's first organization. */
    static void run(UserSession you) {
        OrganizationWorkspace current =
                you.switchTo(you.organizations().items().get(0).id());
        InputStream greeting = silence();
        // tag::call-tree
        current.members().add(you.user(), "101");
        Sound welcome = current.sounds().add("Welcome", greeting);
        CallTreeDraft draft = CallTree.named("Main")
                .menu(
                        "welcome",
                        Menu.playing(welcome.id())
                                .on('1', Destination.extension("101"))
                                .on('2', Destination.menu("hours"))
                                .otherwise(Destination.voicemail("101"))
                                .tries(2)
                                .timeoutSeconds(8))
                .menu("hours", Menu.saying("We are here from 9 to 5.").otherwise(Destination.hangUp()));
        SavedCallTree main = current.callTrees().save(draft);

        current.phoneNumbers().add("+1 202 555 0123");
        current.phoneNumbers().route("+1 202 555 0123", Destination.callTree(main.id()));
        // end::call-tree

        // tag::walk
        CallWalk walk = current.callTrees().walk(main.id(), "7 2 ---");
        walk.steps().forEach(step -> System.out.println(step.menu() + " for the " + step.tries() + ". time"));
        System.out.println("and then " + walk.end().orElseThrow());
        // end::walk

        // tag::refused
        try {
            current.callTrees()
                    .save(main.id(), draft.menu("hours", Menu.saying("Closed.").otherwise(Destination.menu("hours"))));
        } catch (RefusedException refused) {
            System.out.println(refused.getMessage());
        }
        // end::refused
    }

    /** A WAV file with one sample. */
    private static InputStream silence() {
        ByteBuffer wav = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(38);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2).putShort((short) 0);
        return new ByteArrayInputStream(wav.array());
    }
}
