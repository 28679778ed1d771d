package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.ledger.LedgerEvent;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.membership.Extension;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.MenuName;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.TelephonyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule X3: what an outbox keeps is read for ever, by whichever release wrote it. */
class EventTypesTest {

    /** Each form that was ever written, by the release that wrote it first. Lines are added here, and never changed. */
    private static Map<String, String> written() throws IOException {
        try (InputStream in = EventTypesTest.class.getResourceAsStream("/events-v1.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> forms = new TreeMap<>();
            text.lines()
                    .forEach(line ->
                            forms.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
            return forms;
        }
    }

    @Test
    void X3_everyEventIsKeptInTheFormInWhichItAlwaysWas() throws IOException {
        Map<String, String> forms = new TreeMap<>();
        EventTypes.all().forEach((name, type) -> forms.put(name, EventTypes.write(EventSamples.of(type))));
        assertThat(forms).isEqualTo(written());
    }

    @Test
    void X3_everyFormThatWasWrittenIsRead() throws IOException {
        written().forEach((name, payload) -> {
            DomainEvent event =
                    EventSamples.of(Objects.requireNonNull(EventTypes.all().get(name)));
            assertThat(EventTypes.read(name, payload)).isEqualTo(event);
            assertThat(EventTypes.nameOf(event)).isEqualTo(name);
        });
    }

    @Test
    void X3_whatIsEmptyComesBackEmpty() {
        TelephonyEvent.PhoneNumberRouted nowhere =
                new TelephonyEvent.PhoneNumberRouted(PhoneNumber.parse("+12025550123"), Optional.empty());
        assertThat(EventTypes.read(EventTypes.nameOf(nowhere), EventTypes.write(nowhere)))
                .isEqualTo(nowhere);
    }

    @Test
    void T3_everyDestinationComesBack() {
        for (Destination one : destinations()) {
            assertThat(Destinations.read(Destinations.text(one))).isEqualTo(one);
        }
    }

    private static List<Destination> destinations() {
        Extension extension = new Extension("007");
        return List.of(
                new Destination.ToExtension(extension),
                new Destination.ToVoicemail(extension),
                new Destination.ToMenu(new MenuName("main")),
                new Destination.ToCallTree(new CallTreeId(new UUID(1, 2))),
                new Destination.ToPhoneNumber(PhoneNumber.parse("+12025550123")),
                new Destination.ToResource(new ResourceRef("ring_group", "a:b")),
                new Destination.HangUp());
    }

    @Test
    void X3_whatANewerReleaseKeptIsAFaultAndNotLost() {
        assertThatThrownBy(() -> EventTypes.read("AccountEvent.Renamed", "{\"v\":1}"))
                .isInstanceOf(PhoneUniteFault.class);
        assertThatThrownBy(() -> EventTypes.read("AccountEvent.Closed", "{\"v\":2}"))
                .isInstanceOf(PhoneUniteFault.class);
    }

    @Test
    void X3_anEntryOfTheLedgerIsItsOwnEvent() {
        assertThat(EventTypes.all().values()).doesNotContain(LedgerEvent.Posted.class);
    }

    @Test
    void P7_textOfAPersonsOrAGatewaysComesBackWhateverIsInIt() {
        Stream.of(
                        "",
                        "plain",
                        "a\\b",
                        "\u0000",
                        "half \ud83d of a pair",
                        "\ude00",
                        "\ud83d\ude00",
                        "\\u0000",
                        "\ud83d\ud83d\ude00")
                .forEach(text -> {
                    String kept = FreeText.write(text);
                    assertThat(kept).doesNotContain("\u0000");
                    assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                            .isEqualTo(kept);
                    assertThat(FreeText.read(kept)).isEqualTo(text);
                });
    }
}
