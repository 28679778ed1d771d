package com.phoneunite.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import com.phoneunite.telephony.CallTree;
import java.util.List;
import java.util.Optional;

/** What has to hold of the answer to any text at all. */
final class Reading {

    private static final String PATH = "|[\\w*#~'\\\\-]{1,41}(\\.[\\w*#~'\\\\-]{1,41}){0,9}";

    private Reading() {}

    /** The call tree of the document, if it is one. */
    static Optional<CallTree> of(String document) {
        CallTree tree;
        try {
            tree = RefusedException.granted(CallTreeJson.read(document).parse());
        } catch (RefusedException refused) {
            check(refused);
            return Optional.empty();
        }
        String written = CallTreeJson.write(tree);
        assertThat(written).hasSizeLessThanOrEqualTo(CallTreeJson.MAX_LENGTH);
        assertThat(RefusedException.granted(CallTreeJson.read(written).parse())).isEqualTo(tree);
        return Optional.of(tree);
    }

    private static void check(RefusedException refused) {
        assertThat(refused.refusal()).isInstanceOf(InvalidInput.class);
        List<Violation> violations = ((InvalidInput) refused.refusal()).violations();
        assertThat(violations).hasSizeLessThan(4_000);
        for (Violation violation : violations) {
            assertThat(violation.path()).matches(PATH);
            assertThat(violation.code()).matches("[A-Z]+(_[A-Z]+)*");
            assertThat(violation.message()).hasSizeLessThan(200).matches("[ -~]+");
        }
    }
}
