package com.phoneunite.billing;

import com.phoneunite.input.Conforms;
import com.phoneunite.input.InputRule;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Rule X4: usage that is to be deducted in one go, as it was given. */
record UsageBatch(
        @Conforms(UsageBatch.SizeRule.class) @Nullable List<@Valid Usage> usages) {

    /** The most usages that can be deducted in one go. */
    static final int MAX_USAGES = 1_000;

    /** How many usages may be deducted in one go. */
    public static final class SizeRule implements InputRule<Collection<?>> {

        @Override
        public void check(Collection<?> value, BiConsumer<String, String> report) {
            if (value.isEmpty() || value.size() > MAX_USAGES) {
                report.accept("OUT_OF_RANGE", "must be 1 to " + MAX_USAGES + " usages");
            }
            if (value.stream().anyMatch(Objects::isNull)) {
                report.accept("REQUIRED", "each usage must be given");
            }
        }
    }
}
