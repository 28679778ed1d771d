package com.phoneunite.examples.customstore;

import com.phoneunite.telephony.SoundContents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // tag::keep[]
    /** A copy of the upload is forced to the disk and then named: the upload itself stays, to be kept again. */
    @Override
    public void keep(String sha256) {
        Path kept = folder.resolve(sha256);
        try {
            out.flush();
            if (!Files.exists(kept)) {
                Path copy = Files.copy(file, folder.resolve(file.getFileName() + "-copy"));
                try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
    // end::keep[]

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
