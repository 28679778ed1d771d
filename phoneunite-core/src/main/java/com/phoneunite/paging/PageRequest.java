package com.phoneunite.paging;

import com.phoneunite.input.Conforms;
import com.phoneunite.input.InputRule;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.InvalidInput;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rule X5: which page of a list is asked for.
 *
 * @param after the cursor where the page before it ended, from {@link Page#next()}; {@code null} for the first page
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(
        @Conforms(value = PageRequest.CursorRule.class, optional = true) @Nullable
        String after,

        @Conforms(PageRequest.LimitRule.class) int limit) {

    /** The most items that one page can hold. */
    public static final int MAX_LIMIT = 500;

    /** The first page, of at most so many items. */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }

    /** The page after that cursor, of the same size. */
    public PageRequest after(String cursor) {
        return new PageRequest(cursor, limit);
    }

    /** The cursor, if there is one. */
    public Optional<String> cursor() {
        return Optional.ofNullable(after);
    }

    /**
     * The cursor as what it stands for.
     *
     * @param reader reads a cursor; throws {@link IllegalArgumentException} where it is none
     * @return nothing for the first page, or {@code INVALID_INPUT} for a cursor that no page ended with
     */
    public <T> Decision<Optional<T>> cursorAs(Function<? super String, ? extends T> reader) {
        try {
            return Decision.granted(cursor().map(reader));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Decision.refused(InvalidInput.of("after", CursorRule.CODE, CursorRule.MESSAGE));
        }
    }

    /** What a cursor must look like before anybody tries to read it. */
    public static final class CursorRule implements InputRule<String> {

        private static final String CODE = "NOT_A_CURSOR";
        private static final String MESSAGE = "must be a cursor that an earlier page ended with";

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (value.isEmpty() || value.length() > 200) {
                report.accept(CODE, MESSAGE);
            }
        }
    }

    /** How large a page may be. */
    public static final class LimitRule implements InputRule<Integer> {
        @Override
        public void check(Integer value, BiConsumer<String, String> report) {
            if (value < 1 || value > MAX_LIMIT) {
                report.accept("OUT_OF_RANGE", "must be from 1 to " + MAX_LIMIT);
            }
        }
    }
}
