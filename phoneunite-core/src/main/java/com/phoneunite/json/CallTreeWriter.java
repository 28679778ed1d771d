package com.phoneunite.json;

import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Greeting;
import com.phoneunite.telephony.Menu;
import tools.jackson.core.JsonGenerator;

/** Writes call trees, and what they and phone numbers lead to. */
final class CallTreeWriter {

    private CallTreeWriter() {}

    static void write(JsonGenerator json, CallTree tree) {
        json.writeStartObject();
        json.writeNumberProperty("v", CallTreeJson.VERSION);
        json.writeStringProperty("name", tree.name().value());
        json.writeStringProperty("root", tree.root().value());
        json.writeObjectPropertyStart("menus");
        tree.menus().forEach((name, menu) -> {
            json.writeName(name.value());
            write(json, menu);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Menu menu) {
        json.writeStartObject();
        json.writeName("greeting");
        write(json, menu.greeting());
        json.writeObjectPropertyStart("keys");
        menu.keys().forEach((key, destination) -> {
            json.writeName(key.toString());
            write(json, destination);
        });
        json.writeEndObject();
        json.writeName("onTimeout");
        write(json, menu.onTimeout());
        json.writeName("onInvalid");
        write(json, menu.onInvalid());
        json.writeNumberProperty("tries", menu.tries());
        json.writeNumberProperty("timeoutSeconds", menu.timeoutSeconds());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Greeting greeting) {
        json.writeStartObject();
        json.writeName(greeting.<String>fold(played -> "play", spoken -> "say"));
        json.writeString(greeting.<String>fold(played -> played.sound().toString(), Greeting.Spoken::text));
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Destination destination) {
        DestinationDraft draft = destination.draft();
        json.writeStartObject();
        json.writeName(draft.kind().json());
        if (draft.kind() == DestinationDraft.Kind.HANG_UP) {
            json.writeBoolean(true);
        } else {
            json.writeString(draft.value());
        }
        json.writeEndObject();
    }
}
