package com.phoneunite;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.telephony.SoundContents;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps bytes of sounds, and breaks where it is told to. */
final class BreakingContents implements SoundContents {

    @Nullable
    RuntimeException atWrite;

    @Nullable
    RuntimeException afterKeep;

    @Nullable
    RuntimeException atDelete;

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private @Nullable SoundContents real;

    /** In front of what really keeps them. */
    SoundContents in(SoundContents kept) {
        real = kept;
        return this;
    }

    SoundContents real() {
        return Objects.requireNonNull(real);
    }

    @Override
    public Upload begin(AccountId account, OrganizationId organization) {
        Upload upload = real().begin(account, organization);
        return new Upload() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                breakBy(atWrite);
                upload.write(bytes, offset, length);
            }

            @Override
            public void keep(String sha256) {
                calls.add("keep");
                upload.keep(sha256);
                breakBy(afterKeep);
            }

            @Override
            public void close() {
                calls.add("close");
                upload.close();
            }
        };
    }

    @Override
    public Optional<InputStream> open(Key key) {
        return real().open(key);
    }

    @Override
    public boolean contains(Key key) {
        return real().contains(key);
    }

    @Override
    public void delete(Key key) {
        breakBy(atDelete);
        real().delete(key);
    }

    @Override
    public List<Key> list(Optional<Key> after, int limit) {
        return real().list(after, limit);
    }

    private static void breakBy(@Nullable RuntimeException broken) {
        if (broken != null) {
            throw broken;
        }
    }
}
