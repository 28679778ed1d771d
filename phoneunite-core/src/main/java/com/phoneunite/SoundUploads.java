package com.phoneunite;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundContents.Upload;
import com.phoneunite.telephony.SoundFormat;
import com.phoneunite.telephony.SoundId;
import com.phoneunite.telephony.SoundRecognizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule T4: how the bytes of a sound come in and go. They are kept under their hash before the sound that names them is saved, and are
 * deleted only inside a change of the account, where no sound names them: so a sound that is saved finds its bytes, whoever removes
 * another one meanwhile. What a crash leaves behind unnamed is deleted by {@link #sweep}.
 */
final class SoundUploads {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneUnite.class);
    private static final int CHUNK = 8_192;
    private static final int PAGE = 100;

    private final Desk desk;

    SoundUploads(Desk desk) {
        this.desk = desk;
    }

    /** Bytes that were recognised and kept. */
    record Taken(SoundContents.Key key, SoundFormat format, int size) {

        Sound as(SoundId id, DisplayName name, Instant addedAt) {
            return new Sound(key.account(), key.organization(), id, name, format, size, key.sha256(), addedAt);
        }
    }

    /** Takes the bytes with nothing open, and then saves a sound that names them. */
    Sound take(Place place, InputStream content, BiFunction<OrganizationScope, Taken, Sound> save) {
        try (Upload upload = contents().begin(place.account(), place.organization())) {
            Taken taken = read(place, content, upload);
            upload.keep(taken.key().sha256());
            boolean saved = false;
            try {
                Sound sound = place.add(scope -> {
                    Sound named = save.apply(scope, taken);
                    if (!contents().contains(taken.key())) {
                        upload.keep(taken.key().sha256());
                    }
                    return named;
                });
                saved = true;
                return sound;
            } finally {
                if (!saved) {
                    forgetUnnamed(taken.key());
                }
            }
        }
    }

    /**
     * Deletes the bytes unless a sound names them. What was to be done is done by then, and stays done, or has failed for a reason of its
     * own: where the bytes cannot be deleted now, or inside a change of the host's, they are left to {@link #sweep}.
     */
    void forgetUnnamed(SoundContents.Key key) {
        if (desk.store().unitOfWork().isOpen()) {
            return;
        }
        deletedUnnamed(key);
    }

    /** Deletes all bytes that no sound names, but for those that cannot be deleted now. */
    int sweep() {
        int deleted = 0;
        Optional<SoundContents.Key> last = Optional.empty();
        List<SoundContents.Key> page;
        do {
            page = contents().list(last, PAGE);
            for (SoundContents.Key key : page) {
                deleted += deletedUnnamed(key) ? 1 : 0;
                last = Optional.of(key);
            }
        } while (page.size() == PAGE);
        return deleted;
    }

    private boolean deletedUnnamed(SoundContents.Key key) {
        try {
            return deleteUnnamed(key);
        } catch (RuntimeException e) {
            LOG.warn(
                    "bytes of a sound are left to be swept account={} organization={}",
                    key.account(),
                    key.organization(),
                    e);
            return false;
        }
    }

    private boolean deleteUnnamed(SoundContents.Key key) {
        return desk.change(key.account(), () -> {
            boolean unnamed = !desk.store().sounds().names(key);
            if (unnamed) {
                contents().delete(key);
            }
            return unnamed;
        });
    }

    private static Taken read(Place place, InputStream content, Upload upload) {
        SoundRecognizer recognizer = new SoundRecognizer();
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        int size = 0;
        for (int read = next(content, chunk); read >= 0; read = next(content, chunk)) {
            size += read;
            if (size > Sound.MAX_BYTES) {
                throw new RefusedException(
                        InvalidInput.of("content", "TOO_LARGE", "must be at most " + Sound.MAX_BYTES + " bytes"));
            }
            recognizer.accept(chunk, 0, read);
            digest.update(chunk, 0, read);
            upload.write(chunk, 0, read);
        }
        SoundFormat format = recognizer
                .result()
                .orElseThrow(() -> new RefusedException(
                        InvalidInput.of("content", "NOT_A_SOUND", "must be WAV or MP3, whatever its name says")));
        SoundContents.Key key = new SoundContents.Key(
                place.account(), place.organization(), HexFormat.of().formatHex(digest.digest()));
        return new Taken(key, format, size);
    }

    /** A stream that gives nothing, which it should not, is made to wait for a byte. */
    private static int next(InputStream content, byte[] chunk) {
        try {
            int read = content.read(chunk);
            if (read != 0) {
                return read;
            }
            int single = content.read();
            chunk[0] = (byte) single;
            return single < 0 ? -1 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new PhoneUniteFault("every Java has SHA-256", e);
        }
    }

    private SoundContents contents() {
        return desk.store().soundContents();
    }
}
