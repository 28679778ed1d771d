package com.phoneunite.telephony;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Rule T4: any bytes at all instead of a sound, in whatever pieces they come in. */
class SoundRecognizerFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void T4_anyBytesAreASoundOrNoneHoweverTheyComeIn(byte[] content) {
        Recognition.of(content);
    }
}
