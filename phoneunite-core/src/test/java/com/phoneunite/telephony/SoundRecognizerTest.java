package com.phoneunite.telephony;

import static com.phoneunite.telephony.SoundBytes.ascii;
import static com.phoneunite.telephony.SoundBytes.chunk;
import static com.phoneunite.telephony.SoundBytes.format;
import static com.phoneunite.telephony.SoundBytes.frame;
import static com.phoneunite.telephony.SoundBytes.id3v1;
import static com.phoneunite.telephony.SoundBytes.id3v2;
import static com.phoneunite.telephony.SoundBytes.join;
import static com.phoneunite.telephony.SoundBytes.riff;
import static com.phoneunite.telephony.SoundBytes.size;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule T4: what is a sound by its bytes, and what is none whatever it is called. */
class SoundRecognizerTest {

    private static final byte[] SAMPLES = chunk("data", new byte[] {1, 2, 3});
    private static final byte[] MPEG1 = SoundBytes.mp3();
    /** 144 * 128,000 / 44,100 is 417 bytes, and one more with padding. */
    private static final byte[] PADDED = frame(0xFB, 0x92, 418);
    /** 72 * 8,000 / 24,000 bytes. */
    private static final byte[] MPEG2 = frame(0xF3, 0x14, 24);
    /** 72 * 8,000 / 8,000 bytes. */
    private static final byte[] MPEG25 = frame(0xE3, 0x18, 72);

    static Stream<Arguments> wavs() {
        return Stream.of(
                Arguments.of("PCM", SoundBytes.wav()),
                Arguments.of("an extensible format", riff(format(40), SAMPLES)),
                Arguments.of("a format of 18 bytes", riff(format(18), SAMPLES)),
                Arguments.of("another chunk before the format", riff(chunk("JUNK", new byte[28]), format(16), SAMPLES)),
                Arguments.of("a chunk of odd size", riff(format(16), chunk("LIST", new byte[5]), SAMPLES)),
                Arguments.of("a format of odd size", riff(format(17), SAMPLES)),
                Arguments.of("an empty chunk", riff(format(16), chunk("fact", new byte[0]), SAMPLES)),
                Arguments.of("chunks behind the samples", riff(format(16), SAMPLES, chunk("LIST", new byte[4]))),
                Arguments.of(
                        "of unknown length, as a stream writes it",
                        join(
                                ascii("RIFF"),
                                size(-1),
                                ascii("WAVE"),
                                format(16),
                                ascii("data"),
                                size(-1),
                                new byte[9])));
    }

    static Stream<Arguments> mp3s() {
        return Stream.of(
                Arguments.of("one frame of MPEG 1", MPEG1),
                Arguments.of("one frame with padding", PADDED),
                Arguments.of("one frame of MPEG 2", MPEG2),
                Arguments.of("one frame of MPEG 2.5", MPEG25),
                Arguments.of("a protected frame", frame(0xFA, 0x14, 96)),
                Arguments.of("two frames", join(MPEG1, MPEG1)),
                Arguments.of("a second frame of another bit rate", join(MPEG1, PADDED)),
                Arguments.of("a second frame that is cut off", join(MPEG1, Arrays.copyOf(MPEG1, 40))),
                Arguments.of("an ID3v2 tag", join(id3v2(20, false), MPEG1)),
                Arguments.of("a tag with a footer", join(id3v2(200, true), MPEG1, MPEG1)),
                Arguments.of("an empty tag", join(id3v2(0, false), MPEG1)),
                Arguments.of("two tags", join(id3v2(20, false), id3v2(7, true), MPEG1)),
                Arguments.of("an ID3v1 tag", join(MPEG1, id3v1())),
                Arguments.of("both tags", join(id3v2(129, false), MPEG2, id3v1())));
    }

    static Stream<Arguments> others() {
        byte[] noChannels = format(16);
        noChannels[10] = 0;
        byte[] noRate = format(16);
        Arrays.fill(noRate, 12, 16, (byte) 0);
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a PNG", join(new byte[] {(byte) 0x89}, ascii("PNG\r\n\u001a\n"), new byte[200])),
                Arguments.of("text", ascii("RIFF is how a WAVE file begins, and ID3 how an MP3 may.")),
                Arguments.of("text in UTF-16", "A text.".repeat(20).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(
                        "text with a mark", join(new byte[] {-1, -2}, "A text.".getBytes(StandardCharsets.UTF_16LE))),
                Arguments.of("HTML", ascii("<html><script>alert(1)</script></html>")),
                Arguments.of("RIFF AVI", join(ascii("RIFF"), size(100), ascii("AVI "), format(16), SAMPLES)),
                Arguments.of("big endian", join(ascii("RIFX"), size(100), ascii("WAVE"), format(16), SAMPLES)),
                Arguments.of("a header that ends early", Arrays.copyOf(SoundBytes.wav(), 30)),
                Arguments.of("RIFF and no more", ascii("RIFF")),
                Arguments.of("no samples", riff(format(16))),
                Arguments.of("samples of no bytes", riff(format(16), chunk("data", new byte[0]))),
                Arguments.of("samples that are not there", Arrays.copyOf(riff(format(16), SAMPLES), 44)),
                Arguments.of("samples before the format", riff(SAMPLES, format(16))),
                Arguments.of("a format too small", riff(chunk("fmt ", new byte[14]), SAMPLES)),
                Arguments.of("a format of nothing", riff(chunk("fmt ", new byte[16]), SAMPLES)),
                Arguments.of("no channels", riff(noChannels, SAMPLES)),
                Arguments.of("no sampling rate", riff(noRate, SAMPLES)),
                Arguments.of("a chunk as large as can be", riff(join(ascii("JUNK"), size(-1)), format(16), SAMPLES)),
                Arguments.of("a format as large as can be", riff(huge(), SAMPLES)),
                Arguments.of("a frame that is cut off", Arrays.copyOf(MPEG1, 95)),
                Arguments.of("a frame and then something else", join(MPEG1, new byte[200])),
                Arguments.of("a frame and then a byte", join(MPEG1, new byte[1])),
                Arguments.of("half a header of a frame", new byte[] {-1, (byte) 0xFB}),
                Arguments.of("a bit rate of its own", join(frame(0xFB, 0x04, 96), MPEG1)),
                Arguments.of("a forbidden bit rate", join(frame(0xFB, 0xF4, 96), MPEG1)),
                Arguments.of("a reserved sampling rate", join(frame(0xFB, 0x1C, 96), MPEG1)),
                Arguments.of("a reserved version", join(frame(0xEB, 0x14, 96), MPEG1)),
                Arguments.of("layer II", join(frame(0xFD, 0x14, 96), frame(0xFD, 0x14, 96))),
                Arguments.of("AAC", join(frame(0xF1, 0x50, 96), frame(0xF1, 0x50, 96))),
                Arguments.of("a tag and nothing else", id3v2(20, true)),
                Arguments.of(
                        "a tag longer than all", join(ascii("ID3"), new byte[] {4, 0, 0, 127, 127, 127, 127}, MPEG1)),
                Arguments.of("a tag of impossible size", join(ascii("ID3"), new byte[] {4, 0, 0, -1, 0, 0, 0}, MPEG1)),
                Arguments.of("a tag at the end and nothing else", id3v1()),
                Arguments.of("Ogg", join(ascii("OggS"), new byte[100])));
    }

    /** What makes sense again behind what makes none. */
    static Stream<Arguments> spoiled() {
        byte[] fields = Arrays.copyOfRange(format(16), 8, 24);
        byte[] noCoding = format(16);
        noCoding[8] = 0;
        byte[] noBlocks = format(16);
        noBlocks[20] = 0;
        byte[] tooLittle = join(ascii("fmt "), size(14), fields);
        byte[] otherFirst = MPEG1.clone();
        otherFirst[0] = (byte) 0xFE;
        byte[] wave = join(ascii("WAVE"), format(16), SAMPLES);
        return Stream.of(
                Arguments.of("no coding", riff(noCoding, SAMPLES)),
                Arguments.of("no blocks", riff(noBlocks, SAMPLES)),
                Arguments.of("a format of nothing, then one", riff(chunk("fmt ", new byte[16]), fields, SAMPLES)),
                Arguments.of("a format that says too little", riff(tooLittle, SAMPLES)),
                Arguments.of("a format too small, then one", riff(chunk("fmt ", new byte[14]), format(16), SAMPLES)),
                Arguments.of("samples of no bytes, then some", riff(format(16), chunk("data", new byte[0]), SAMPLES)),
                Arguments.of(
                        "samples of no bytes, then a chunk",
                        riff(format(16), chunk("data", new byte[0]), ascii("LIST"))),
                Arguments.of("samples, then format and samples", riff(SAMPLES, format(16), SAMPLES)),
                Arguments.of("a format and chunks of no samples", riff(format(16), chunk("LIST", new byte[8]))),
                Arguments.of("RIFF AVI, then WAVE", join(ascii("RIFF"), size(100), ascii("AVI "), size(100), wave)),
                Arguments.of("frames without their first byte", join(otherFirst, otherFirst)),
                Arguments.of("frames without their mark", join(frame(0x1B, 0x14, 96), frame(0x1B, 0x14, 96))),
                Arguments.of("frames of a reserved version", join(frame(0xEB, 0x14, 48), frame(0xEB, 0x14, 48))),
                Arguments.of("frames of layer I", join(frame(0xFF, 0x14, 96), frame(0xFF, 0x14, 96))),
                Arguments.of("frames of a reserved layer", join(frame(0xF9, 0x14, 96), frame(0xF9, 0x14, 96))),
                Arguments.of("a tag between two frames", join(MPEG1, id3v2(20, false), MPEG1)),
                Arguments.of("what is no tag before a frame", join(ascii("JUNK"), new byte[6], MPEG1)),
                Arguments.of(
                        "a tag of impossible size, then a size",
                        join(ascii("ID3"), new byte[] {4, 0, 0, -1, 0, 0, 0}, new byte[6], MPEG1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void T4_whatMakesNoSenseIsNoSoundWhateverComesBehindIt(String what, byte[] content) {
        assertThat(Recognition.of(content)).as(what).isEmpty();
    }

    private static byte[] huge() {
        byte[] format = format(16);
        System.arraycopy(size(-1), 0, format, 4, 4);
        return format;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wavs")
    void T4_wavIsRecognised(String what, byte[] content) {
        assertThat(Recognition.of(content)).as(what).contains(SoundFormat.WAV);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mp3s")
    void T4_mp3IsRecognised(String what, byte[] content) {
        assertThat(Recognition.of(content)).as(what).contains(SoundFormat.MP3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void T4_nothingElseIsASoundWhateverItIsCalled(String what, byte[] content) {
        assertThat(Recognition.of(content)).as(what).isEmpty();
    }

    @Test
    void T4_everyBitRateAndSamplingRateGivesTheLengthOfItsFrame() {
        int[] mpeg1 = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
        int[] mpeg2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
        int[][] hertz = {{44_100, 48_000, 32_000}, {22_050, 24_000, 16_000}, {11_025, 12_000, 8_000}};
        int[] versions = {0xFB, 0xF3, 0xE3};
        for (int version = 0; version < 3; version++) {
            for (int rate = 0; rate < 3; rate++) {
                for (int bits = 0; bits < 14; bits++) {
                    int kbits = (version == 0 ? mpeg1 : mpeg2)[bits];
                    int length = (version == 0 ? 1152 : 576) / 8 * kbits * 1000 / hertz[version][rate];
                    byte[] frame = frame(versions[version], (bits + 1) << 4 | rate << 2, length);
                    assertThat(Recognition.of(frame)).contains(SoundFormat.MP3);
                    assertThat(Recognition.of(Arrays.copyOf(frame, length - 1))).isEmpty();
                }
            }
        }
    }
}
