package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.SoundContents;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rule T4: the bytes of sounds as files, {@code account/organization/hash}. A file is written under another name and then moved, so that
 * under a hash there is never half a sound. Names of files stand in the order of keys, as ids and hashes do.
 */
record SoundFiles(Path folder) implements SoundContents {

    @Override
    public Upload begin(AccountId account, OrganizationId organization) {
        return new FileUpload(organizationFolder(account, organization));
    }

    @Override
    public Optional<InputStream> open(Key key) {
        try {
            return Optional.of(new BufferedInputStream(Files.newInputStream(file(key))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public boolean contains(Key key) {
        return Files.exists(file(key));
    }

    @Override
    public void delete(Key key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public List<Key> list(Optional<Key> after, int limit) {
        return named(folder, AccountId::parse).stream()
                .filter(account ->
                        after.isEmpty() || account.compareTo(after.get().account()) >= 0)
                .flatMap(account -> named(folder.resolve(account.toString()), OrganizationId::parse).stream()
                        .flatMap(organization -> keysOf(account, organization)))
                .filter(key -> after.isEmpty() || key.compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    private Stream<Key> keysOf(AccountId account, OrganizationId organization) {
        return named(organizationFolder(account, organization), hash -> new Key(account, organization, hash)).stream();
    }

    /** What the names in a folder stand for, in their order. Uploads have names of another kind. */
    private static <K extends Comparable<K>> List<K> named(Path where, Function<String, K> parse) {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(FileUpload.PREFIX))
                    .map(parse)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** A disk that does not answer is a fault, never a sound that is not there. */
    static PhoneUniteFault unreachable(IOException e) {
        return new PhoneUniteFault("the files of sounds cannot be reached", e);
    }

    private Path file(Key key) {
        return organizationFolder(key.account(), key.organization()).resolve(key.sha256());
    }

    private Path organizationFolder(AccountId account, OrganizationId organization) {
        return folder.resolve(account.toString()).resolve(organization.toString());
    }
}
