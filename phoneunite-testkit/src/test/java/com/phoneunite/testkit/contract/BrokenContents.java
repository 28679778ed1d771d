package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.SoundContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** What keeps the bytes of sounds with one fault each. */
final class BrokenContents {

    private static final BrokenPort<SoundContents> PORT = new BrokenPort<>(
            SoundContents.class, "soundContents", InMemoryStore::soundContents, SoundContentsContract.class);

    private BrokenContents() {}

    static List<BrokenAdapter> all() {
        return List.of(
                PORT.of(
                        "streams that end after 64 KiB",
                        "open",
                        (real, given) -> real.open((SoundContents.Key) given[0]).map(BrokenContents::beginning),
                        "T4_allBytesOfAContentComeBack",
                        "how many bytes of"),
                PORT.of(
                        "one stream for all readers",
                        () -> {
                            Map<Object, Optional<InputStream>> streams = new HashMap<>();
                            return Map.of(
                                    "open",
                                    (real, given) -> streams.computeIfAbsent(
                                            given[0], key -> real.open((SoundContents.Key) key)));
                        },
                        "T4_eachReaderReadsFromTheFirstByteOn",
                        "another reader reads"),
                heap("arrays that are borrowed", Heap.Fault.BORROWS, "T4_bytesAreTakenWhenTheyAreWritten", "come back"),
                heap(
                        "the beginning of each array",
                        Heap.Fault.FORGETS_THE_OFFSET,
                        "T4_bytesAreTakenWhenTheyAreWritten",
                        "come back"),
                heap(
                        "an upload that is closed is kept",
                        Heap.Fault.KEEPS_ON_CLOSE,
                        "T4_nothingIsThereBeforeItIsKept",
                        "given up"),
                heap(
                        "a content that grows in its place",
                        Heap.Fault.SHOWS_HALVES,
                        "T4_aContentIsThereWhollyOrNotAtAll",
                        "half of a content"),
                heap(
                        "hashes that are believed",
                        Heap.Fault.BELIEVES,
                        "T4_bytesWithAnotherHashAreNotKept",
                        "let bytes under a hash that is not theirs pass"),
                heap(
                        "a file that is moved once",
                        Heap.Fault.KEEPS_ONCE,
                        "T4_whatIsKeptIsKeptAgainOnceItWasDeleted",
                        "were kept again"),
                heap(
                        "a close that deletes",
                        Heap.Fault.DELETES_ON_CLOSE,
                        "T4_whatIsKeptIsKeptAgainOnceItWasDeleted",
                        "once their upload is closed"),
                heap(
                        "a second upload that takes the first away",
                        Heap.Fault.DELETES_ON_CLOSE,
                        "T4_theSameBytesAreKeptOnceForAnOrganization",
                        "kept twice"),
                PORT.of(
                        "bytes by their hashes alone",
                        () -> Map.of(
                                "contains",
                                        (real, given) -> byHash(real, given[0]).isPresent(),
                                "open", (real, given) -> byHash(real, given[0]).flatMap(real::open)),
                        "I4_theSameBytesInTwoOrganizationsAreTwoContents",
                        "a sibling has kept"),
                PORT.of(
                        "a delete by the hash alone",
                        "delete",
                        (real, given) -> {
                            byHash(real, given[0]).ifPresent(real::delete);
                            byHash(real, given[0]).ifPresent(real::delete);
                            byHash(real, given[0]).ifPresent(real::delete);
                            return null;
                        },
                        "I4_theSameBytesInTwoOrganizationsAreTwoContents",
                        "others have deleted the same"),
                PORT.of(
                        "contents in the order of their hashes",
                        "list",
                        (real, given) -> real.list(Optional.empty(), 999).stream()
                                .sorted(Comparator.comparing(SoundContents.Key::sha256))
                                .toList(),
                        "X5_contentsAreListedInPagesInTheirOrder",
                        "all contents"),
                PORT.of(
                        "a cursor that must still be there",
                        "list",
                        (real, given) -> {
                            Optional<SoundContents.Key> after = cursor(given);
                            return after.filter(key -> !real.contains(key)).isPresent()
                                    ? List.of()
                                    : real.list(after, (int) given[1]);
                        },
                        "X5_contentsAreListedInPagesInTheirOrder",
                        "behind one that was deleted"),
                PORT.whole(
                        "no bytes inside a unit of work",
                        store -> Spoiled.port(SoundContents.class, store.soundContents(), "begin", (real, given) -> {
                            if (store.unitOfWork().isOpen()) {
                                throw UnitOfWorkFault.mustNotBeOpen("an upload");
                            }
                            return real.begin((AccountId) given[0], (OrganizationId) given[1]);
                        }),
                        "T4_aContentComesAndGoesInsideAChangeToo",
                        "threw"));
    }

    private static BrokenAdapter heap(String fault, Heap.Fault kind, String test, String... words) {
        Function<InMemoryStore, SoundContents> spoiled = store -> new Heap(kind).in(store.soundContents());
        return PORT.whole(fault, spoiled, test, words);
    }

    private static InputStream beginning(InputStream whole) {
        try {
            return new ByteArrayInputStream(whole.readNBytes(65_536));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SoundContents.Key> byHash(SoundContents real, Object key) {
        return real.list(Optional.empty(), 999).stream()
                .filter(one -> one.sha256().equals(((SoundContents.Key) key).sha256()))
                .findFirst();
    }

    @SuppressWarnings("unchecked") // what list is given
    private static Optional<SoundContents.Key> cursor(Object... given) {
        return (Optional<SoundContents.Key>) given[0];
    }

    /** Bytes in the heap, before those of the memory store, which have no such fault. */
    private static final class Heap {

        private enum Fault {
            BORROWS,
            FORGETS_THE_OFFSET,
            KEEPS_ON_CLOSE,
            SHOWS_HALVES,
            BELIEVES,
            KEEPS_ONCE,
            DELETES_ON_CLOSE
        }

        private final Fault fault;
        private final Map<SoundContents.Key, byte[]> contents = new ConcurrentHashMap<>();
        private final CountDownLatch seen = new CountDownLatch(1);

        Heap(Fault fault) {
            this.fault = fault;
        }

        SoundContents in(SoundContents real) {
            return Spoiled.port(
                    SoundContents.class,
                    real,
                    Map.of(
                            "begin", (same, given) -> new HeapUpload((AccountId) given[0], (OrganizationId) given[1]),
                            "contains", (same, given) -> contents.containsKey((SoundContents.Key) given[0]),
                            "delete",
                                    (same, given) -> {
                                        contents.remove((SoundContents.Key) given[0]);
                                        return null;
                                    },
                            "open", (same, given) -> open((SoundContents.Key) given[0]),
                            "list",
                                    (same, given) ->
                                            contents.keySet().stream().sorted().toList()));
        }

        private Optional<InputStream> open(SoundContents.Key key) {
            Optional<InputStream> found = Optional.ofNullable(contents.get(key)).map(ByteArrayInputStream::new);
            found.ifPresent(bytes -> seen.countDown());
            return found;
        }

        @SuppressWarnings("ArrayRecordComponent") // what an upload is given
        private record Piece(byte[] bytes, int offset, int length) {}

        private final class HeapUpload implements SoundContents.Upload {

            private final AccountId account;
            private final OrganizationId organization;
            private final List<Piece> pieces = new ArrayList<>();
            private Optional<SoundContents.Key> kept = Optional.empty();

            HeapUpload(AccountId account, OrganizationId organization) {
                this.account = account;
                this.organization = organization;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                byte[] piece = fault == Fault.BORROWS ? bytes : bytes.clone();
                pieces.add(new Piece(piece, fault == Fault.FORGETS_THE_OFFSET ? 0 : offset, length));
            }

            @Override
            public void keep(String sha256) {
                if (fault == Fault.KEEPS_ONCE && kept.isPresent()) {
                    return;
                }
                SoundContents.Key key = new SoundContents.Key(account, organization, sha256);
                byte[] whole = whole();
                if (fault == Fault.SHOWS_HALVES) {
                    contents.put(key, Arrays.copyOf(whole, whole.length / 2));
                    Threads.within(Duration.ofSeconds(5), seen);
                }
                contents.put(key, whole);
                kept = Optional.of(key);
            }

            @Override
            public void close() {
                if (fault == Fault.KEEPS_ON_CLOSE && kept.isEmpty()) {
                    keep(ContentBench.hash(whole()));
                }
                if (fault == Fault.DELETES_ON_CLOSE) {
                    kept.ifPresent(contents::remove);
                }
            }

            private byte[] whole() {
                byte[] whole = new byte[pieces.stream().mapToInt(Piece::length).sum()];
                int at = 0;
                for (Piece piece : pieces) {
                    System.arraycopy(piece.bytes(), piece.offset(), whole, at, piece.length());
                    at += piece.length();
                }
                return whole;
            }
        }
    }
}
