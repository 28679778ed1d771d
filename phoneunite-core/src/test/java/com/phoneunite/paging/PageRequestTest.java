package com.phoneunite.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageRequestTest {

    @Test
    void X5_aCursorHas1To200Characters() {
        assertThat(faults("c")).isEmpty();
        assertThat(faults("c".repeat(200))).isEmpty();
        assertThat(faults("c".repeat(201))).hasSize(1);
        assertThat(faults("")).hasSize(1);
    }

    @Test
    void X5_aPageIsFollowedByAnotherOneOnlyWhereThereIsMore() {
        Page<String> whole = Page.of(List.of("a", "b"), 2, one -> one);
        assertThat(whole).isEqualTo(new Page<>(List.of("a", "b"), Optional.empty()));
        Page<String> part = Page.of(List.of("a", "b", "c"), 2, one -> one);
        assertThat(part).isEqualTo(new Page<>(List.of("a", "b"), Optional.of("b")));
    }

    private static List<String> faults(String cursor) {
        List<String> codes = new ArrayList<>();
        new PageRequest.CursorRule().check(cursor, (code, message) -> codes.add(code));
        return codes;
    }
}
