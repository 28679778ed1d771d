package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/** What the recognizer says of a content, which has to be the same however it comes in. */
final class Recognition {

    private Recognition() {}

    static Optional<SoundFormat> of(byte[] content) {
        Optional<SoundFormat> whole = in(content, content.length);
        assertThat(in(content, 1)).as("byte by byte").isEqualTo(whole);
        assertThat(in(content, 7)).as("seven bytes at a time").isEqualTo(whole);
        return whole;
    }

    static Optional<SoundFormat> in(byte[] content, int most) {
        SoundRecognizer recognizer = new SoundRecognizer();
        for (int at = 0; at < content.length; at += most) {
            recognizer.accept(content, at, Math.min(most, content.length - at));
        }
        return recognizer.result();
    }
}
