package com.phoneunite.examples.withoutjqwik;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither jqwik nor AssertJ is here, and every type of the testkit that does not speak of them works. */
class WithoutJqwikTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net.jqwik.api.Arbitrary",
                "net.jqwik.engine.JqwikTestEngine",
                "org.assertj.core.api.Assertions",
                "com.tngtech.archunit.junit.ArchTest"
            })
    void noClassOfAnotherFrameworkIsLoadable(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }

    @Test
    void everyTypeOfTheTestkitButThoseOfItsTwoPackagesLinks() throws Exception {
        List<String> names = typesOfTheTestkit();
        assertTrue(names.contains("com.phoneunite.testkit.contract.UnitOfWorkContract"), names.toString());
        for (String name : names) {
            Class<?> type = Class.forName(name);
            assertTrue(type.getDeclaredMethods().length + type.getDeclaredConstructors().length >= 0);
        }
    }

    @Test
    void theTwoPackagesNeedWhatTheySayThatTheyNeed() {
        String assertion = "com.phoneunite.testkit.assertion.MoneyAssert";
        String domain = "com.phoneunite.testkit.jqwik.PhoneUniteDomain";
        assertThrows(NoClassDefFoundError.class, () -> Class.forName(assertion));
        assertThrows(NoClassDefFoundError.class, () -> Class.forName(domain));
    }

    private static List<String> typesOfTheTestkit() throws IOException, URISyntaxException {
        URI place = PhoneUniteFixture.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            return types(path);
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            return types(jar.getPath("/"));
        }
    }

    private static List<String> types(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("com/phoneunite/testkit"))) {
            List<String> names = files.map(root::relativize)
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .filter(file -> !file.contains("/testkit/assertion/") && !file.contains("/testkit/jqwik/"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
            assertFalse(names.isEmpty());
            return names;
        }
    }
}
