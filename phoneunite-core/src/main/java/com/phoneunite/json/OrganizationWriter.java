package com.phoneunite.json;

import com.phoneunite.OrganizationExport;
import com.phoneunite.OrganizationExport.Administrator;
import com.phoneunite.OrganizationExport.Member;
import com.phoneunite.OrganizationExport.Person;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.membership.Invitation;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Writes an organization kind by kind: a kind of things without a place in the document does not compile. Used once. */
final class OrganizationWriter {

    private final JsonGenerator json;
    private final OrganizationExport export;
    private final SoundWriter sounds;

    OrganizationWriter(JsonGenerator json, OrganizationWorkspace workspace) {
        this.json = json;
        export = workspace.export();
        sounds = new SoundWriter(json, workspace.sounds());
    }

    void write() {
        json.writeStartObject();
        json.writeNumberProperty("v", OrganizationJson.VERSION);
        json.writeStringProperty("at", export.at().toString());
        json.writeObjectPropertyStart("organization");
        json.writeStringProperty("id", export.organization().id().toString());
        json.writeStringProperty("name", export.organization().name().value());
        json.writeStringProperty("plan", export.organization().plan().value());
        json.writeStringProperty("state", export.organization().state().name());
        json.writeEndObject();
        for (OwnedKind kind : OwnedKind.values()) {
            section(kind).run();
        }
        json.writeEndObject();
    }

    private Runnable section(OwnedKind kind) {
        return switch (kind) {
            case ADMINISTRATION -> () -> each("administrators", export.administrators(), this::administrator);
            case MEMBERSHIP -> () -> each("members", export.members(), this::member);
            case INVITATION -> () -> each("invitations", export.invitations(), this::invitation);
            case PHONE_NUMBER -> () -> each("phoneNumbers", export.phoneNumbers(), this::phoneNumber);
            case CALL_TREE -> () -> each("callTrees", export.callTrees(), this::callTree);
            case SOUND -> () -> each("sounds", export.sounds(), this::sound);
            case RESOURCE -> () -> each("resources", export.resources(), this::resource);
        };
    }

    private <T> void each(String name, List<T> things, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T thing : things) {
            json.writeStartObject();
            fields.accept(thing);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void administrator(Administrator administrator) {
        person(administrator.person());
        json.writeStringProperty("since", administrator.since().toString());
    }

    private void member(Member member) {
        person(member.person());
        json.writeStringProperty("extension", member.extension().value());
        json.writeStringProperty("since", member.since().toString());
    }

    private void person(Person person) {
        json.writeStringProperty("user", person.id().toString());
        json.writeStringProperty("email", person.email().value());
        json.writeBooleanProperty("active", person.active());
    }

    /** Rule M5: without the hash of its token. */
    private void invitation(Invitation invitation) {
        json.writeStringProperty("id", invitation.id().toString());
        json.writeStringProperty("email", invitation.email().value());
        invitation.extension().ifPresent(extension -> json.writeStringProperty("extension", extension.value()));
        json.writeStringProperty("invitedBy", invitation.invitedBy().toString());
        json.writeStringProperty("at", invitation.at().toString());
        json.writeStringProperty("expiresAt", invitation.expiresAt().toString());
    }

    private void phoneNumber(HeldPhoneNumber held) {
        json.writeStringProperty("number", held.number().value());
        json.writeStringProperty("since", held.since().toString());
        held.destination().ifPresent(destination -> {
            json.writeName("destination");
            CallTreeWriter.write(json, destination);
        });
    }

    private void callTree(SavedCallTree saved) {
        json.writeStringProperty("id", saved.id().toString());
        json.writeStringProperty("addedAt", saved.addedAt().toString());
        json.writeName("callTree");
        CallTreeWriter.write(json, saved.tree());
    }

    private void sound(Sound sound) {
        sounds.write(sound);
    }

    /** The content stands in the document as it is, to the digit; so it must be one value and nothing else. */
    private void resource(StoredResource resource) {
        if (!isJson(resource.content())) {
            throw new PhoneUniteFault("the content of " + resource.ref() + " of organization "
                    + resource.organization() + " of account " + resource.account()
                    + " is not one JSON value: what the type " + resource.ref().type() + " writes must be");
        }
        json.writeStringProperty("type", resource.ref().type());
        json.writeStringProperty("id", resource.ref().id());
        json.writeStringProperty("name", resource.name().value());
        json.writeStringProperty("addedAt", resource.addedAt().toString());
        json.writeName("content");
        json.writeRawValue(resource.content());
    }

    private static boolean isJson(String content) {
        try (JsonParser value = Documents.parser(content, content.length())) {
            boolean isThere = value.nextToken() != null;
            value.skipChildren();
            value.finishToken();
            return isThere
                    && value.nextToken() == null
                    && StandardCharsets.UTF_8.newEncoder().canEncode(content);
        } catch (JacksonException e) {
            return false;
        }
    }
}
