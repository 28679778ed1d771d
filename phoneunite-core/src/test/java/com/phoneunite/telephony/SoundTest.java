package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule T4: a sound that could not have been uploaded cannot be restored either. */
class SoundTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private static Sound sound(int size, String sha256) {
        return new Sound(
                new AccountId(new UUID(1, 1)),
                new OrganizationId(new UUID(2, 1)),
                new SoundId(new UUID(4, 1)),
                DisplayName.parse("Greeting"),
                SoundFormat.WAV,
                size,
                sha256,
                Instant.EPOCH);
    }

    @Test
    void T4_aSoundHasOneByteTo10MiB() {
        for (int size : new int[] {1, 10 * 1024 * 1024}) {
            assertThat(sound(size, HASH).size()).isEqualTo(size);
        }
        for (int size : new int[] {Integer.MIN_VALUE, 0, 10 * 1024 * 1024 + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> sound(size, HASH));
        }
    }

    @Test
    void T4_contentIsKeptUnderAHashAndNothingElseThatCouldBeAPath() {
        assertThat(sound(1, HASH).content().sha256()).isEqualTo(HASH);
        for (String wrong :
                List.of("", "../" + HASH.substring(3), HASH.substring(1), HASH + "0", HASH.toUpperCase(Locale.ROOT))) {
            assertThatIllegalArgumentException().isThrownBy(() -> sound(1, wrong));
        }
    }
}
