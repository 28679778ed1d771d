package com.phoneunite.examples.customstore;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stores in folders of their own, each begun with a copy of one whose tables are made. To open one anew, its files are copied as they are,
 * as a process that was killed leaves them.
 */
final class H2Folder {

    private static final String EMPTY = "empty";

    private final Path folder;
    private final Map<Store, Path> folders = new HashMap<>();

    H2Folder(Path folder) {
        this.folder = folder;
    }

    BillingStore create() {
        Path empty = folder.resolve(EMPTY);
        if (!Files.exists(empty)) {
            H2Store.in(empty);
        }
        return openedCopy(empty);
    }

    BillingStore reopened(Store store) {
        return openedCopy(folders.get(store));
    }

    private BillingStore openedCopy(Path original) {
        Path copy = folder.resolve("store-" + folders.size());
        copy(original, copy);
        BillingStore store = H2Store.in(copy);
        folders.put(store.core(), copy);
        return store;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
