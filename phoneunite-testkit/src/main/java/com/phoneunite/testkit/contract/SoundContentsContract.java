package com.phoneunite.testkit.contract;

import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rules T4 and I4: what {@link SoundContents} promises. */
public interface SoundContentsContract extends StoreContract {

    @Test
    default void T4_allBytesOfAContentComeBack() {
        Proof.of("T4", "callers hear the beginning of a sound, and then nothing", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            // The most bytes take their time: other seeds than the usual one draw fewer, nine times of ten.
            int most = seed() % 10 == 1 ? Sound.MAX_BYTES : bench.odd().between(200_000, 1_500_000);
            for (int size : List.of(1, bench.odd().between(2, 200_000), most)) {
                byte[] bytes = bench.odd().bytes(size);
                SoundContents.Key key = bench.keep(1, 1, bytes);
                proof.same("whether a content is there", true, bench.contents().contains(key));
                proof.same("how many bytes of " + size + " come back the same", size, bench.sameBytes(key, bytes));
            }
        });
    }

    @Test
    default void T4_eachReaderReadsFromTheFirstByteOn() {
        Proof.of("T4", "of two callers at once, each hears half of a greeting", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(1_000);
            SoundContents.Key key = bench.keep(1, 1, bytes);
            try (InputStream first = bench.contents().open(key).orElseThrow()) {
                proof.same("the bytes that one reader has read", 500, first.readNBytes(500).length);
                proof.same("how many bytes another reader reads the same", 1_000, bench.sameBytes(key, bytes));
                byte[] rest = Arrays.copyOfRange(bytes, 500, 1_000);
                proof.that(Arrays.equals(rest, first.readAllBytes()), "gave the first reader other bytes", "the rest");
            }
        });
    }

    @Test
    default void T4_bytesAreTakenWhenTheyAreWritten() {
        Proof.of("T4", "a sound is noise, made of the last bytes of its stream over and over", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(30_000);
            SoundContents.Key key = bench.key(1, 1, bytes);
            byte[] chunk = new byte[10_000];
            try (SoundContents.Upload upload = bench.contents().begin(key.account(), key.organization())) {
                for (int from = 0; from < bytes.length; from += 7_500) {
                    System.arraycopy(bytes, from, chunk, 2_000, 7_500);
                    upload.write(chunk, 2_000, 7_500);
                    Arrays.fill(chunk, (byte) 7);
                }
                upload.keep(key.sha256());
            }
            proof.same("how many bytes from the middle of an array come back", 30_000, bench.sameBytes(key, bytes));
        });
    }

    @Test
    default void T4_nothingIsThereBeforeItIsKept() {
        Proof.of("T4", "bytes that were refused stay for ever, or are served", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(50_000);
            SoundContents.Key key = bench.key(1, 1, bytes);
            try (SoundContents.Upload upload = bench.contents().begin(key.account(), key.organization())) {
                upload.write(bytes, 0, bytes.length);
                proof.same(
                        "whether a content is there before it is kept",
                        false,
                        bench.contents().contains(key));
                proof.list("what is kept, before something is", List.of(), bench.list(Optional.empty(), 99));
            }
            proof.same(
                    "whether a content is there that was given up",
                    false,
                    bench.contents().contains(key));
            proof.same("what is read of it", 0, bench.sameBytes(key, bytes));
            proof.list("what is kept, once something was given up", List.of(), bench.list(Optional.empty(), 99));
        });
    }

    @Test
    default void T4_aContentIsThereWhollyOrNotAtAll() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("T4", "a caller hears half of a sound that is just coming in", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(300_000);
            SoundContents.Key key = bench.key(1, 1, bytes);
            CountDownLatch looking = new CountDownLatch(1);
            AtomicInteger halves = new AtomicInteger();
            CompletableFuture<Void> kept = new CompletableFuture<>();
            CompletableFuture<Void> end = new CompletableFuture<>();
            Threads.run(end, () -> {
                boolean last = false;
                while (!last) {
                    last = kept.isDone();
                    boolean there = bench.contents().contains(key);
                    halves.addAndGet(there && bench.sameBytes(key, bytes) < bytes.length ? 1 : 0);
                    looking.countDown();
                }
            });
            Threads.within(patience(), looking);
            bench.keep(1, 1, bytes);
            kept.complete(null);
            end.get(Threads.LONG_SECONDS, TimeUnit.SECONDS);
            proof.same("how often half of a content was there while it was kept", 0, halves.get());
        });
    }

    @Test
    default void T4_bytesWithAnotherHashAreNotKept() {
        Proof.of("T4", "whoever keeps the right bytes later is served others under their hash", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(1_000);
            SoundContents.Key wrong = bench.key(1, 1, bench.odd().bytes(1_000));
            proof.refuses(PhoneUniteFault.class, "bytes under a hash that is not theirs", () -> {
                bench.keepAs(wrong, bytes);
                return true;
            });
            proof.same(
                    "whether there is something under a wrong hash",
                    false,
                    bench.contents().contains(wrong));
        });
    }

    @Test
    default void T4_whatIsKeptIsKeptAgainOnceItWasDeleted() {
        Proof.of("T4", "a sound is saved whose bytes somebody else has just swept", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(20_000);
            SoundContents.Key key = bench.key(1, 1, bytes);
            try (SoundContents.Upload upload = bench.contents().begin(key.account(), key.organization())) {
                upload.write(bytes, 0, bytes.length);
                upload.keep(key.sha256());
                bench.contents().delete(key);
                proof.same(
                        "whether a content is there that was deleted",
                        false,
                        bench.contents().contains(key));
                upload.keep(key.sha256());
                proof.same("how many bytes are there that were kept again", 20_000, bench.sameBytes(key, bytes));
            }
            proof.same("how many bytes are there once their upload is closed", 20_000, bench.sameBytes(key, bytes));
        });
    }

    @Test
    default void T4_theSameBytesAreKeptOnceForAnOrganization() {
        Proof.of("T4", "a second sound with the same bytes takes those of the first one away", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(1_000);
            SoundContents.Key key = bench.keep(1, 1, bytes);
            bench.keep(1, 1, bytes);
            proof.list("what is kept, once the same was kept twice", List.of(key), bench.list(Optional.empty(), 99));
            proof.same("how many bytes are there", 1_000, bench.sameBytes(key, bytes));
        });
    }

    @Test
    default void I4_theSameBytesInTwoOrganizationsAreTwoContents() {
        Proof.of("I4", "a brand loses its sound because another one has deleted the same", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            byte[] bytes = bench.odd().bytes(1_000);
            SoundContents.Key own = bench.keep(1, 1, bytes);
            SoundContents.Key sibling = bench.key(1, 0, bytes);
            SoundContents.Key foreign = bench.key(2, 1, bytes);
            proof.same(
                    "whether a content is there that a sibling has kept",
                    false,
                    bench.contents().contains(sibling));
            proof.same("what is read of another account's", 0, bench.sameBytes(foreign, bytes));
            bench.keep(1, 0, bytes);
            bench.keep(2, 1, bytes);
            bench.contents().delete(sibling);
            bench.contents().delete(foreign);
            proof.same(
                    "how many bytes are there once others have deleted the same", 1_000, bench.sameBytes(own, bytes));
        });
    }

    @Test
    default void X5_contentsAreListedInPagesInTheirOrder() {
        Proof.of("X5", "the sweep misses bytes, which stay for ever, or never ends", proof -> {
            ContentBench bench = new ContentBench(Facts.of(this));
            List<SoundContents.Key> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(bench.keep(1 + i % 2, i % 3 == 0 ? 0 : 1, bench.odd().bytes(10 + i)));
            }
            all.sort(null);
            proof.list("all contents", all, bench.list(Optional.empty(), 99));
            proof.list("three contents behind the fifth", all.subList(5, 8), bench.list(Optional.of(all.get(4)), 3));
            bench.contents().delete(all.get(4));
            bench.contents().delete(all.get(4));
            proof.list(
                    "those behind one that was deleted", all.subList(5, 12), bench.list(Optional.of(all.get(4)), 99));
            proof.list("the contents behind the last", List.of(), bench.list(Optional.of(all.get(11)), 99));
            proof.none("the contents", bench.list(Optional.empty(), 0));
        });
    }

    @Test
    default void T4_aContentComesAndGoesInsideAChangeToo() {
        Proof.of("T4", "no sound can be added or deleted, since that is done inside a change", proof -> {
            Facts facts = Facts.of(this);
            ContentBench bench = new ContentBench(facts);
            byte[] bytes = bench.odd().bytes(1_000);
            SoundContents.Key kept = facts.change(1, () -> bench.keep(1, 1, bytes));
            proof.same("how many bytes are there that a change has kept", 1_000, bench.sameBytes(kept, bytes));
            facts.write(1, () -> bench.contents().delete(kept));
            proof.same(
                    "whether a content is there that a change has deleted",
                    false,
                    bench.contents().contains(kept));
        });
    }
}
