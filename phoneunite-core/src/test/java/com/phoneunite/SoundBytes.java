package com.phoneunite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are sounds. */
final class SoundBytes {

    private SoundBytes() {}

    /** A short WAV; another one for each seed. */
    static byte[] wav(int seed) {
        return wavOf(48, seed);
    }

    /** A WAV of exactly so many bytes, at least 46. */
    static byte[] wavOf(int size, int seed) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(size - 8).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(size - 44);
        bytes.putShort((short) seed);
        return bytes.array();
    }

    /** An MP3 of two frames; another one for each seed. */
    static byte[] mp3(int seed) {
        byte[] frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        frame[10] = (byte) seed;
        byte[] both = Arrays.copyOf(frame, 2 * frame.length);
        System.arraycopy(frame, 0, both, frame.length, frame.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
