package com.phoneunite.telephony;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The smallest contents that are sounds, built byte by byte, and what they are made of. */
public final class SoundBytes {

    private SoundBytes() {}

    /** A second of nothing at all: PCM, mono, 8 kHz, 8 bits, some samples. */
    public static byte[] wav() {
        return riff(format(16), chunk("data", new byte[] {1, 2, 3, 4}));
    }

    /** One frame: MPEG 1, layer III, 32 kbit/s, 48 kHz, 96 bytes. */
    public static byte[] mp3() {
        return frame(0xFB, 0x14, 96);
    }

    static byte[] riff(byte[]... chunks) {
        byte[] all = join(chunks);
        return join(ascii("RIFF"), size(4 + all.length), ascii("WAVE"), all);
    }

    /** A chunk, filled up to an even place. */
    static byte[] chunk(String id, byte[] content) {
        return join(ascii(id), size(content.length), content, new byte[content.length & 1]);
    }

    /** A {@code fmt} chunk of that many bytes: PCM for 16, extensible for 40. */
    static byte[] format(int size) {
        ByteBuffer fields = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        fields.putShort((short) (size == 40 ? 0xFFFE : 1))
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000);
        fields.putShort((short) 1).putShort((short) 8);
        return chunk("fmt ", fields.array());
    }

    /** A frame of layer III of that length, header included. */
    static byte[] frame(int second, int third, int length) {
        byte[] frame = new byte[length];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) second;
        frame[2] = (byte) third;
        return frame;
    }

    static byte[] id3v2(int content, boolean footer) {
        byte[] sizes = {
            (byte) (content >> 21 & 127),
            (byte) (content >> 14 & 127),
            (byte) (content >> 7 & 127),
            (byte) (content & 127)
        };
        byte[] rest = {4, 0, (byte) (footer ? 0x10 : 0)};
        byte[] end = footer ? join(ascii("3DI"), rest, sizes) : new byte[0];
        return join(ascii("ID3"), rest, sizes, new byte[content], end);
    }

    static byte[] id3v1() {
        return join(ascii("TAG"), new byte[125]);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] size(int size) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
