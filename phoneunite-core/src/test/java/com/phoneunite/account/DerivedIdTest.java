package com.phoneunite.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids that follow from a name are stored by hosts for ever: these were worked out by another program. */
class DerivedIdTest {

    @Test
    void A1_theIdThatFollowsFromAKeyNeverChanges() {
        assertThat(DerivedId.of("account", "first")).isEqualTo(UUID.fromString("c28f0626-cd73-8398-ae12-e8e8a687eccb"));
        assertThat(DerivedId.of("event", "x", "7")).isEqualTo(UUID.fromString("ee1b1004-8a4f-8acc-b114-1b515b88c71a"));
    }

    @Test
    void A1_whatIsAskedForUnderAKeyIsToldByTheSameFingerprintForEver() {
        assertThat(KeyedRequest.of(new IdempotencyKey("opened"), "open", "a", "bc")
                        .fingerprint())
                .isEqualTo("eaed63b9c6ce70f3a297e1ef8765ac63853249db01ba411da93236dbca2e56ab");
    }

    @Test
    void A1_partsOfANameDoNotRunTogether() {
        assertThat(DerivedId.of("account", "a", "bc")).isNotEqualTo(DerivedId.of("account", "ab", "c"));
        assertThat(DerivedId.of("account", "a")).isNotEqualTo(DerivedId.of("accounta"));
        assertThat(DerivedId.of("account", "a")).isNotEqualTo(DerivedId.of("account", "a", ""));
    }

    @Test
    void A1_aDerivedIdIsOfVersion8() {
        for (int n = 0; n < 64; n++) {
            UUID id = DerivedId.of("account", "key-" + n);
            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }
    }
}
