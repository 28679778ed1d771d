package com.phoneunite.testkit.contract;

import com.phoneunite.membership.Extension;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.PhoneNumberRepository;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Rules T1 and I2: what {@link PhoneNumberRepository} promises. */
public interface PhoneNumberRepositoryContract extends StoreContract {

    @Test
    default void T1_aNumberIsHeldOnceInTheWholeSystem() {
        Proof.of("T1", "two customers hold one number, and calls reach the wrong one", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.same("a claim of a free number", true, claim(store, facts, 1, 0, 1));
            proof.same("a claim of a number that another account holds", false, claim(store, facts, 2, 0, 1));
            proof.same("a claim of a number that a sibling holds", false, claim(store, facts, 1, 1, 1));
            proof.same("whether the holder has it", true, holds(store, facts, 1, 0, 1));
            proof.same("whether the sibling has it", false, holds(store, facts, 1, 1, 1));
        });
    }

    @Test
    default void T1_aNumberIsClaimedOnceByItsHolderToo() {
        Proof.of("T1", "a number that is added again stops leading anywhere, and its price is charged twice", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            claim(store, facts, 1, 0, 1);
            HeldPhoneNumber routed = held(1, 0, 1).leadingTo(Optional.of(to("101")));
            facts.write(1, () -> store.phoneNumbers().route(routed));
            proof.same("a claim of a number that the organization holds", false, claim(store, facts, 1, 0, 1));
            boolean twice = facts.change(1, () -> {
                store.phoneNumbers().claim(held(1, 0, 2));
                return store.phoneNumbers().claim(held(1, 0, 2));
            });
            proof.same("a second claim in the same change", false, twice);
            proof.list(
                    "the numbers after it", List.of(routed, held(1, 0, 2)), list(store, facts, Optional.empty(), 10));
            proof.same(
                    "their count", 2, facts.view(1, () -> store.phoneNumbers().count(Facts.scope(1, 0))));
        });
    }

    @Test
    default void T1_aNumberThatIsNotValidAnyMoreIsReadAsItWasKept() {
        Proof.of("T1", "a number that its country has withdrawn makes a whole page unreadable, for ever", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            PhoneNumber withdrawn = new PhoneNumber("+10005550123");
            HeldPhoneNumber old = new HeldPhoneNumber(
                    Facts.account(1), Facts.organizationId(1, 0), withdrawn, Facts.NOW, Optional.empty());
            facts.change(1, () -> store.phoneNumbers().claim(old));
            claim(store, facts, 1, 0, 1);
            proof.same(
                    "a number that is not valid any more",
                    Optional.of(old),
                    facts.view(1, () -> store.phoneNumbers().find(Facts.scope(1, 0), withdrawn)));
            proof.list(
                    "a page with a number that is not valid any more",
                    List.of(old, held(1, 0, 1)),
                    list(store, facts, Optional.empty(), 10));
        });
    }

    @Test
    default void T1_ofTwoAccountsThatRaceOneHoldsTheNumber() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("T1", "two customers who take a number at the same moment both get it", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            AtomicBoolean second = new AtomicBoolean();
            CompletableFuture<Void> end = new CompletableFuture<>();
            CountDownLatch answered = new CountDownLatch(1);
            boolean first = facts.change(1, () -> {
                boolean claimed = store.phoneNumbers().claim(held(1, 0, 1));
                Thread other = Threads.run(end, () -> {
                    second.set(claim(store, facts, 2, 0, 1));
                    answered.countDown();
                });
                Threads.getsThrough(other, answered);
                return claimed;
            });
            end.get(Threads.LONG_SECONDS, TimeUnit.SECONDS);
            proof.list("two claims at once", List.of(true, false), List.of(first, second.get()));
        });
    }

    @Test
    default void T1_aClaimThatIsRolledBackLeavesTheNumberFree() {
        Proof.of("T1", "a number that nobody holds can never be used again", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            proof.refuses(
                    IllegalStateException.class,
                    "a change that throws",
                    () -> facts.change(1, () -> {
                        store.phoneNumbers().claim(held(1, 0, 1));
                        holds(store, facts, 1, 0, 1);
                        list(store, facts, Optional.empty(), 10);
                        throw new IllegalStateException("no");
                    }));
            proof.same("whether it is held after the claim was rolled back", false, holds(store, facts, 1, 0, 1));
            proof.list("the numbers after a rollback", List.of(), list(store, facts, Optional.empty(), 10));
            proof.same("a claim after another account's was rolled back", true, claim(store, facts, 2, 0, 1));
        });
    }

    @Test
    default void T1_aReleasedNumberIsFreeOnceItIsCommitted() {
        Proof.of("T1", "a number that was given up is lost to everybody", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            claim(store, facts, 1, 0, 1);
            facts.write(1, () -> store.phoneNumbers().release(held(1, 0, 1)));
            proof.same("whether who released it has it", false, holds(store, facts, 1, 0, 1));
            proof.same("a claim of a number that was released", true, claim(store, facts, 2, 0, 1));
        });
    }

    @Test
    default void T1_aReleaseThatIsRolledBackFreesNothing() {
        Proof.of("T1", "somebody else takes a number whose holder still shows it", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            claim(store, facts, 1, 0, 1);
            proof.refuses(
                    IllegalStateException.class,
                    "a change that throws",
                    () -> facts.change(1, () -> {
                        store.phoneNumbers().release(held(1, 0, 1));
                        holds(store, facts, 1, 0, 1);
                        throw new IllegalStateException("no");
                    }));
            proof.same(
                    "whether the holder has it after the release was rolled back", true, holds(store, facts, 1, 0, 1));
            proof.same("a claim of it", false, claim(store, facts, 2, 0, 1));
        });
    }

    @Test
    default void T1_aNumberMovesToASiblingInOneStep() {
        Proof.of("T1", "a number that moves between brands is lost on the way, or taken by a stranger", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            claim(store, facts, 1, 0, 1);
            boolean moved = facts.change(1, () -> {
                store.phoneNumbers().release(held(1, 0, 1));
                return store.phoneNumbers().claim(held(1, 1, 1));
            });
            proof.same("a claim in the step that released the number", true, moved);
            proof.same("whether the sibling has it", true, holds(store, facts, 1, 1, 1));
            proof.same("whether the former holder has it", false, holds(store, facts, 1, 0, 1));
            proof.same("a claim by another account", false, claim(store, facts, 2, 0, 1));
        });
    }

    @Test
    default void T1_aNumberLeadsWhereItsHolderLastRoutedIt() {
        Proof.of("T1", "calls go on to where they led before, or a stranger redirects them", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            claim(store, facts, 1, 0, 1);
            HeldPhoneNumber routed = held(1, 0, 1).leadingTo(Optional.of(to("101")));
            facts.write(1, () -> store.phoneNumbers().route(routed));
            facts.write(1, () -> store.phoneNumbers().route(held(1, 1, 1).leadingTo(Optional.of(to("102")))));
            proof.same(
                    "the number",
                    Optional.of(routed),
                    facts.view(1, () -> store.phoneNumbers().find(Facts.scope(1, 0), number(1))));
            proof.list("the list of numbers", List.of(routed), list(store, facts, Optional.empty(), 10));
        });
    }

    @Test
    default void I2_aNumberIsSeenInItsOrganizationAlone() {
        Proof.of("I2", "a customer sees the numbers of another one", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            claim(store, facts, 1, 1, 1);
            proof.same("a sibling's number", false, holds(store, facts, 1, 0, 1));
            proof.list("numbers of who has none", List.of(), list(store, facts, Optional.empty(), 10));
            proof.same(
                    "count of who has none",
                    0,
                    facts.view(1, () -> store.phoneNumbers().count(Facts.scope(1, 0))));
            proof.same(
                    "count of who has one",
                    1,
                    facts.view(1, () -> store.phoneNumbers().count(Facts.scope(1, 1))));
        });
    }

    @Test
    default void X5_numbersAreListedInPagesByTheirDigits() {
        Proof.of("X5", "numbers are missing from a customer's list, or shown twice", proof -> {
            Store store = store();
            Facts facts = Facts.in(store);
            for (int number : new OddValues(seed()).shuffled(List.of(3, 1, 4, 2))) {
                claim(store, facts, 1, 0, number);
            }
            List<HeldPhoneNumber> all = List.of(held(1, 0, 1), held(1, 0, 2), held(1, 0, 3), held(1, 0, 4));
            proof.list("all numbers", all, list(store, facts, Optional.empty(), 10));
            proof.list("two numbers", all.subList(0, 2), list(store, facts, Optional.empty(), 2));
            proof.none("the numbers", list(store, facts, Optional.empty(), 0));
            proof.list("numbers behind the second", all.subList(2, 4), list(store, facts, Optional.of(number(2)), 10));
        });
    }

    private static boolean claim(Store store, Facts facts, int account, int organization, int number) {
        return facts.change(account, () -> store.phoneNumbers().claim(held(account, organization, number)));
    }

    private static boolean holds(Store store, Facts facts, int account, int organization, int number) {
        return facts.view(
                account,
                () -> store.phoneNumbers()
                        .find(Facts.scope(account, organization), number(number))
                        .isPresent());
    }

    private static List<HeldPhoneNumber> list(Store store, Facts facts, Optional<PhoneNumber> after, int limit) {
        return facts.view(1, () -> store.phoneNumbers().list(Facts.scope(1, 0), after, limit));
    }

    private static HeldPhoneNumber held(int account, int organization, int number) {
        return new HeldPhoneNumber(
                Facts.account(account),
                Facts.organizationId(account, organization),
                number(number),
                Facts.NOW,
                Optional.empty());
    }

    private static PhoneNumber number(int number) {
        return PhoneNumber.parse("+1202555012" + number);
    }

    private static Destination to(String extension) {
        return new Destination.ToExtension(new Extension(extension));
    }
}
