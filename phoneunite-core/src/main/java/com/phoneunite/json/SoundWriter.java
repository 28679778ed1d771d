package com.phoneunite.json;

import com.phoneunite.RefusedException;
import com.phoneunite.Sounds;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.telephony.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamWriteException;

/** Writes sounds with their bytes, which it never holds together. */
final class SoundWriter {

    private final JsonGenerator json;
    private final Sounds sounds;

    SoundWriter(JsonGenerator json, Sounds sounds) {
        this.json = json;
        this.sounds = sounds;
    }

    /** The sound as it is now; as it was exported, and without bytes, where it has been removed meanwhile. */
    void write(Sound exported) {
        while (true) {
            Optional<Sound> sound = now(exported);
            if (sound.isEmpty()) {
                fields(exported);
                return;
            }
            try (InputStream bytes = sounds.open(exported.id())) {
                if (now(exported).equals(sound)) {
                    fields(sound.get());
                    content(sound.get(), bytes);
                    return;
                }
            } catch (RefusedException e) {
                requireGone(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<Sound> now(Sound exported) {
        try {
            return Optional.of(sounds.get(exported.id()));
        } catch (RefusedException e) {
            requireGone(e);
            return Optional.empty();
        }
    }

    private static void requireGone(RefusedException e) {
        if (!(e.refusal() instanceof ResourceRefusal.NotFound)) {
            throw e;
        }
    }

    private void fields(Sound sound) {
        json.writeStringProperty("id", sound.id().toString());
        json.writeStringProperty("name", sound.name().value());
        json.writeStringProperty("mediaType", sound.format().mediaType());
        json.writeNumberProperty("size", sound.size());
        json.writeStringProperty("sha256", sound.sha256());
        json.writeStringProperty("addedAt", sound.addedAt().toString());
    }

    private void content(Sound sound, InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        json.writeName("content");
        try {
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, new DigestInputStream(bytes, digest), sound.size());
        } catch (StreamWriteException e) {
            throw new PhoneUniteFault(otherBytes(sound), e);
        }
        if (bytes.read() >= 0 || !HexFormat.of().formatHex(digest.digest()).equals(sound.sha256())) {
            throw new PhoneUniteFault(otherBytes(sound));
        }
    }

    private static String otherBytes(Sound sound) {
        return "sound " + sound.id() + " of organization " + sound.organization() + " of account " + sound.account()
                + " has other bytes than were added";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new PhoneUniteFault("every Java has SHA-256", e);
        }
    }
}
