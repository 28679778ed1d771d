package com.phoneunite.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule I3: references to things of an organization. */
class ResourceRefTest {

    @Test
    void I3_aReferenceIsReadAsItWasWritten() {
        for (String text : List.of("extension:101", "ring_group:a:b", "x:" + "~".repeat(64), "x:!")) {
            assertThat(ResourceRef.parse(text)).hasToString(text);
        }
    }

    @Test
    void X5_anIdHas1To64VisibleAsciiCharacters() {
        for (String text : List.of("x", "x:", ":x", "X:1", "x:" + "~".repeat(65), "x:a b", "x:\u007f", "x:é")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> ResourceRef.parse(text));
        }
    }

    @Test
    void X5_referencesAreOrderedByTypeAndThenById() {
        assertThat(List.of(ResourceRef.parse("b:1"), ResourceRef.parse("a:2"), ResourceRef.parse("a:1")).stream()
                        .sorted()
                        .map(ResourceRef::toString))
                .containsExactly("a:1", "a:2", "b:1");
    }
}
