package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README.md tells a newcomer to run and to paste. */
class ReadmeTest {
    private static final Pattern SH = Pattern.compile("^```sh\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private final Reactor reactor = Reactor.find();
    private final String readme = Reactor.read(reactor.root().resolve("README.md"));

    @Test
    void theFirstTwoCommandsRunTheStoryAndTheTests() {
        assertThat(blocks(SH, readme))
                .startsWith(
                        "mvn -q -Pquickstart -pl examples/quickstart -am package\n",
                        "mvn -B --no-transfer-progress verify\n");
    }

    private static List<String> blocks(Pattern pattern, String text) {
        return Reactor.matches(pattern, text).map(found -> found.group(1)).toList();
    }
}
