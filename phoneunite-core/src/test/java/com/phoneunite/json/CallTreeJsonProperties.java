package com.phoneunite.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.telephony.CallTree;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rule T3: what holds of the document of every call tree. */
class CallTreeJsonProperties {

    private static final SchemaCheck SCHEMA = new SchemaCheck(SchemaText.drawnUp());

    @Provide
    Arbitrary<CallTree> callTrees() {
        return GeneratedCallTrees.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void T3_whatIsReadIsWhatWasWritten(@ForAll("callTrees") CallTree tree) {
        CallTree read = RefusedException.granted(
                CallTreeJson.read(CallTreeJson.write(tree)).parse());
        assertThat(read).isEqualTo(tree);
        assertThat(read.menus().keySet()).containsExactlyElementsOf(tree.menus().keySet());
        assertThat(CallTreeJson.write(read)).isEqualTo(CallTreeJson.write(tree));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void X4_aDocumentThatIsCutOffOrChangedIsReadOrRefusedAndNothingElse(
            @ForAll("callTrees") CallTree tree, @ForAll("edits") Edit edit) {
        String document = edit.made(CallTreeJson.write(tree));
        if (Reading.of(document).isPresent()) {
            assertThat(SCHEMA.passes(document)).as("by the schema").isTrue();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void T3_whateverIsWrittenPassesTheSchema(@ForAll("callTrees") CallTree tree) {
        assertThat(SCHEMA.passes(CallTreeJson.write(tree))).isTrue();
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> parts = Arbitraries.of(
                "",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\\",
                "0",
                "1e999999999",
                "null",
                "true",
                "{}",
                "\u0000",
                "\ud800",
                "\"v\":1",
                "\"keys\":{}",
                "\"hangUp\":true",
                "[[[[[[[[[[[[[[[[");
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        parts)
                .as(Edit::new);
    }

    record Edit(double where, int deleted, String inserted) {
        String made(String text) {
            int at = (int) (where * text.length());
            return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + deleted));
        }
    }
}
