package com.phoneunite.telephony;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Rule T4: tells from its bytes whether a content is WAV or MP3, as they come in, holding no more than {@value #MAX_HEADER} of them. WAV
 * is RIFF WAVE with a {@code fmt} chunk that makes sense before a {@code data} chunk that is not empty. MP3 is a frame of MPEG audio
 * layer III (ISO/IEC 11172-3 and 13818-3), after ID3v2 tags or not, that is followed by another one, by an ID3v1 tag, or by the end. Not
 * thread-safe.
 */
public final class SoundRecognizer {

    /** The most bytes that are looked at together. */
    private static final int MAX_HEADER = 16;

    private static final int[] KBITS_MPEG1 = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_MPEG2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ_MPEG1 = {44_100, 48_000, 32_000};

    /** What the next bytes are. */
    private enum Next {
        START,
        WAVE,
        CHUNK,
        FORMAT,
        SAMPLES,
        TAG,
        FRAME,
        SETTLED
    }

    private final byte[] header = new byte[MAX_HEADER];
    private Next next = Next.START;
    private int wanted = 4;
    private int have;
    private long toSkip;
    private long chunk;
    private boolean formatSeen;
    private boolean frameSeen;
    private Optional<SoundFormat> format = Optional.empty();

    /** Takes further bytes. */
    public void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && next != Next.SETTLED) {
            if (toSkip > 0) {
                int skipped = (int) Math.min(toSkip, end - at);
                toSkip -= skipped;
                at += skipped;
            } else {
                int taken = Math.min(wanted - have, end - at);
                System.arraycopy(bytes, at, header, have, taken);
                have += taken;
                at += taken;
                if (have == wanted) {
                    have = 0;
                    understand();
                }
            }
        }
    }

    /** What all bytes together are; empty where they are neither. */
    public Optional<SoundFormat> result() {
        boolean endsWithAFrame = frameSeen && toSkip == 0 && have == 0;
        return endsWithAFrame && next == Next.FRAME ? Optional.of(SoundFormat.MP3) : format;
    }

    private void understand() {
        switch (next) {
            case START -> start();
            case WAVE -> wave();
            case CHUNK -> chunk();
            case FORMAT -> format();
            case SAMPLES -> settle(Optional.of(SoundFormat.WAV));
            case TAG -> tag();
            case FRAME -> frame();
            case SETTLED -> {}
        }
    }

    private void start() {
        if (text(0, 4).equals("RIFF")) {
            expect(Next.WAVE, 8);
        } else {
            frame();
        }
    }

    private void wave() {
        if (text(4, 4).equals("WAVE")) {
            expect(Next.CHUNK, 8);
        } else {
            settle(Optional.empty());
        }
    }

    private void chunk() {
        chunk = Integer.toUnsignedLong(
                ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        String id = text(0, 4);
        if (id.equals("fmt ") && chunk >= MAX_HEADER) {
            expect(Next.FORMAT, MAX_HEADER);
        } else if (id.equals("data") && formatSeen && chunk > 0) {
            expect(Next.SAMPLES, 1);
        } else if (id.equals("fmt ") || id.equals("data")) {
            settle(Optional.empty());
        } else {
            toSkip = evened(chunk); // And then another chunk.
        }
    }

    private void format() {
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        boolean makesSense =
                fields.getShort(0) != 0 && fields.getShort(2) != 0 && fields.getInt(4) > 0 && fields.getShort(12) != 0;
        if (makesSense) {
            formatSeen = true;
            expect(Next.CHUNK, 8);
            toSkip = evened(chunk) - MAX_HEADER;
        } else {
            settle(Optional.empty());
        }
    }

    /** The size of a tag has seven bits a byte; a tag may have a footer of ten bytes. */
    private void tag() {
        long size = 0;
        for (int i = 2; i < 6; i++) {
            if (header[i] < 0) {
                settle(Optional.empty());
                return;
            }
            size = size << 7 | header[i];
        }
        boolean footer = (header[1] & 0x10) != 0;
        expect(Next.FRAME, 4);
        toSkip = size + (footer ? 10 : 0);
    }

    private void frame() {
        int length = frameLength();
        if (frameSeen && (length > 0 || text(0, 3).equals("TAG"))) {
            settle(Optional.of(SoundFormat.MP3));
        } else if (length > 0) {
            frameSeen = true;
            expect(Next.FRAME, 4);
            toSkip = length - 4L;
        } else if (!frameSeen && text(0, 3).equals("ID3")) {
            expect(Next.TAG, 6);
        } else {
            settle(Optional.empty());
        }
    }

    /** How many bytes the frame has whose header this is; 0 where it is none. */
    private int frameLength() {
        int version = header[1] >> 3 & 3;
        int layer = header[1] >> 1 & 3;
        int bitrate = header[2] >> 4 & 15;
        int rate = header[2] >> 2 & 3;
        boolean isFrame = (header[0] & 0xFF) == 0xFF
                && (header[1] & 0xE0) == 0xE0
                && version != 1
                && layer == 1
                && bitrate > 0
                && bitrate < 15
                && rate < 3;
        if (!isFrame) {
            return 0;
        }
        boolean mpeg1 = version == 3;
        int kbits = (mpeg1 ? KBITS_MPEG1 : KBITS_MPEG2)[bitrate - 1];
        int hertz = HERTZ_MPEG1[rate] / (mpeg1 ? 1 : version == 2 ? 2 : 4);
        int padding = header[2] >> 1 & 1;
        return (mpeg1 ? 144 : 72) * kbits * 1000 / hertz + padding;
    }

    private void expect(Next what, int bytes) {
        next = what;
        wanted = bytes;
    }

    private void settle(Optional<SoundFormat> found) {
        format = found;
        next = Next.SETTLED;
    }

    /** Chunks begin at even places. */
    private static long evened(long size) {
        return size + (size & 1);
    }

    private String text(int from, int length) {
        return new String(Arrays.copyOfRange(header, from, from + length), StandardCharsets.ISO_8859_1);
    }
}
