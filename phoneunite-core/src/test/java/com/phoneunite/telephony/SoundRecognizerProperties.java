package com.phoneunite.telephony;

import static com.phoneunite.telephony.SoundBytes.ascii;
import static com.phoneunite.telephony.SoundBytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Rule T4: what holds of every content. */
class SoundRecognizerProperties {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void T4_theAnswerIsTheSameHoweverTheBytesComeIn(
            @ForAll("contents") byte[] content,
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 60) Integer> pieces) {
        Optional<SoundFormat> whole = Recognition.of(content);
        SoundRecognizer recognizer = new SoundRecognizer();
        int at = 0;
        for (int piece : pieces) {
            int length = Math.min(piece, content.length - at);
            byte[] padded = join(new byte[3], Arrays.copyOfRange(content, at, at + length), new byte[3]);
            recognizer.accept(padded, 3, length);
            at += length;
        }
        recognizer.accept(content, at, content.length - at);
        assertThat(recognizer.result()).isEqualTo(whole).isEqualTo(recognizer.result());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void T4_aSoundStaysOneWhateverFollowsItsSecondFrameOrItsFirstSample(@ForAll("contents") byte[] tail) {
        assertThat(Recognition.of(join(SoundBytes.mp3(), SoundBytes.mp3(), tail)))
                .contains(SoundFormat.MP3);
        assertThat(Recognition.of(join(SoundBytes.wav(), tail))).contains(SoundFormat.WAV);
    }

    @Provide
    Arbitrary<byte[]> contents() {
        byte[] wav = SoundBytes.wav();
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                ascii("RIFF"),
                                ascii("WAVE"),
                                ascii("ID3"),
                                ascii("TAG"),
                                ascii("data"),
                                SoundBytes.format(16),
                                SoundBytes.size(2),
                                SoundBytes.size(-1),
                                SoundBytes.mp3(),
                                Arrays.copyOf(wav, 12),
                                wav,
                                SoundBytes.id3v2(3, true)),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(12))
                .list()
                .ofMaxSize(6)
                .map(parts -> join(parts.toArray(byte[][]::new)));
    }
}
