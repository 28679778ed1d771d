package com.phoneunite.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Where a story comes from. */
final class StoryFile {

    private static final String BUNDLED = "product-and-services-experts.json";
    private static final int MAX_BYTES = 1024 * 1024;

    private StoryFile() {}

    /** The story that comes with PhoneUnite. */
    static Story bundled() throws StoryRejected {
        try (InputStream in = StoryFile.class.getResourceAsStream(BUNDLED)) {
            return read(BUNDLED, Objects.requireNonNull(in, BUNDLED));
        } catch (IOException e) {
            throw new StoryRejected("The story " + BUNDLED + " cannot be read.");
        }
    }

    /** The story in that file. */
    static Story read(String path) throws StoryRejected {
        String name = Places.printable(path);
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return read(name, in);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new StoryRejected("There is no file " + name + ".");
        } catch (IOException e) {
            throw new StoryRejected("The file " + name + " cannot be read.");
        }
    }

    private static Story read(String name, InputStream in) throws IOException, StoryRejected {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new StoryRejected(name + " is larger than " + MAX_BYTES + " bytes.");
        }
        return StoryReader.read(name, text(name, bytes));
    }

    private static String text(String name, byte[] bytes) throws StoryRejected {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new StoryRejected(name + " is not written in UTF-8.");
        }
    }
}
