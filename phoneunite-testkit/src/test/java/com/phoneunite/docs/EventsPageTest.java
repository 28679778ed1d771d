package com.phoneunite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.event.DomainEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/events.md is drawn up from the code. After an event was added, run this test with {@code -Dphoneunite.docs.write=true} and commit the
 * page. A type that is on the page is never renamed.
 */
class EventsPageTest {
    private static final String HEAD = """
        # The events

        <!-- Drawn up from the code by EventsPageTest, which also checks it. Do not edit by hand. -->

        Every change is an event (rule [X3](rules.md#x3)): what a handler is given by the dispatcher, and what a store of
        your own keeps until it is delivered. `RecordedEvent` tells whose account, which organization, by whom and when; the
        event itself tells what. Types are never renamed, and a record never loses a component. Events hold no secret, no
        e-mail address and no card data beyond brand, last four digits and expiry.

        A feature seals its events, so this list is complete: `getPermittedSubclasses()` of the interfaces named in the last
        column answers with the same. Entries of the ledger are events that no outbox keeps: `ledger.posted` comes from the
        ledger itself.

        | Type | What it tells | Record |
        |---|---|---|
        """;

    private final Reactor reactor = Reactor.find();

    @Test
    void thePageTellsWhatTheCodeSays() throws IOException {
        Path page = reactor.root().resolve("docs/events.md");
        if (Boolean.getBoolean("phoneunite.docs.write")) {
            Files.writeString(page, rendered());
        }
        assertThat(page)
                .as("run this test with -Dphoneunite.docs.write=true and commit docs/events.md")
                .hasContent(rendered());
    }

    @Test
    void noTwoEventsShareAType() {
        assertThat(EventSamples.all().map(DomainEvent::type)).doesNotHaveDuplicates();
    }

    @Test
    void everyTypeIsLowerCaseWithDots() {
        assertThat(EventSamples.all().map(DomainEvent::type))
                .allMatch(type -> type.matches("[a-z]+(_[a-z]+)*(\\.[a-z]+(_[a-z]+)*)+"));
    }

    @Test
    void everyEventOfTheCodeIsOnThePage() {
        List<String> inTheCode = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.phoneunite").stream()
                        .filter(type -> !type.isInterface() && type.isAssignableTo(DomainEvent.class))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(EventSamples.all().map(event -> event.getClass().getName()))
                .as("what the sealed interfaces of the features permit")
                .containsExactlyInAnyOrderElementsOf(inTheCode);
    }

    private static String rendered() {
        return EventSamples.all()
                .sorted(Comparator.comparing(DomainEvent::type))
                .map(EventsPageTest::row)
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(DomainEvent event) {
        String tells = Arrays.stream(event.getClass().getRecordComponents())
                .map(EventsPageTest::component)
                .collect(Collectors.joining(", "));
        return "| `" + event.type() + "` | " + tells + " | `"
                + event.getClass().getName().replace('$', '.') + "` |";
    }

    private static String component(RecordComponent component) {
        return "`" + component.getName() + "`: " + name(component.getGenericType());
    }

    private static String name(Type type) {
        return type instanceof ParameterizedType optional
                ? name(optional.getActualTypeArguments()[0]) + " or nothing"
                : ((Class<?>) type).getSimpleName();
    }
}
