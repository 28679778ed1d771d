package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Rule T4: any bytes at all are added as a sound, or refused without a trace. */
class SoundUploadFuzzTest {

    private static final World WORLD = new World();
    private static final UserSession OWNER = WORLD.owner();
    private static final Sounds SOUNDS = OWNER.switchTo(WORLD.first(OWNER)).sounds();

    @FuzzTest(maxDuration = "5m")
    void T4_anyBytesAreKeptAsTheyAreOrRefusedWithoutATrace(byte[] content) throws IOException {
        Optional<Sound> added = added(content);
        if (added.isPresent()) {
            Sound sound = added.get();
            assertThat(sound.size()).isEqualTo(content.length);
            assertThat(sound.format()).isIn((Object[]) SoundFormat.values());
            try (InputStream kept = SOUNDS.open(sound.id())) {
                assertThat(kept.readAllBytes()).isEqualTo(content);
            }
            SOUNDS.remove(sound.id());
        }
        assertThat(SOUNDS.list(PageRequest.first(1)).items()).isEmpty();
        assertThat(WORLD.store.soundContents().list(Optional.empty(), 1)).isEmpty();
    }

    private static Optional<Sound> added(byte[] content) {
        try {
            return Optional.of(SOUNDS.add("Sound", new ByteArrayInputStream(content)));
        } catch (RefusedException refused) {
            assertThat(refused.code()).isEqualTo("INVALID_INPUT");
            assertThat(refused).hasMessageContaining("NOT_A_SOUND");
            return Optional.empty();
        }
    }
}
