package com.phoneunite.examples.customstore;

import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.SoundContents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A sound on its way in, in a file of its own beside those that are kept. */
final class FileUpload implements SoundContents.Upload {

    static final String PREFIX = "upload-";

    private final Path folder;
    private final Path file;
    private final OutputStream out;

    FileUpload(Path folder) {
        this.folder = folder;
        try {
            file = Files.createTempFile(Files.createDirectories(folder), PREFIX, "");
            out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw SoundFiles.unreachable(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw SoundFiles.unreachable(e);
        }
    }

    // tag::keep
    /** A copy of the upload is forced to the disk and only then named: it is there wholly. The upload stays, to be kept again. */
    @Override
    public void keep(String sha256) {
        Path kept = folder.resolve(sha256);
        try {
            out.flush();
            requireHash(sha256);
            if (!Files.exists(kept)) {
                Path copy = Files.copy(file, folder.resolve(file.getFileName() + "-copy"));
                try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw SoundFiles.unreachable(e);
        }
    }
    // end::keep

    private void requireHash(String sha256) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String hash = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
            if (!hash.equals(sha256)) {
                throw new PhoneUniteFault("the bytes of a sound have another hash (T4)");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw SoundFiles.unreachable(e);
        }
    }
}
