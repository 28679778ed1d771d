package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of the ledger rejects each of these ledgers, by the rule that it breaks. */
class LedgerContractTest {

    @TestFactory
    Stream<DynamicTest> B3_everyBrokenLedgerIsRejected() {
        return broken().stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::requireRejected));
    }

    @Test
    void B3_everyTestOfTheLedgerRejectsSomething() {
        assertThat(broken().stream().map(BrokenAdapter::test).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ContractTests.of(LedgerRepositoryContract.class));
    }

    private static BrokenAdapter broken(
            String test, String fault, UnaryOperator<LedgerRepository> ledger, String... words) {
        return new BrokenAdapter(
                fault, LedgerRepositoryContract.class, () -> LedgerInFront.subject(ledger), test, List.of(words));
    }

    private static final Breaking<LedgerRepository> PORT =
            new Breaking<>(LedgerRepositoryContract.class, LedgerRepository.class, "ledger");

    private static List<BrokenAdapter> broken() {
        return List.of(
                broken(
                        "B3_manyThreadsLeaveAChainWithoutAGap",
                        "a head that each thread keeps for itself",
                        AHeadThatEachThreadKeepsForItself::new,
                        "the sequences that eight threads were told",
                        "[2, 2, 2, 2, 2, 2, 2, 2]"),
                broken(
                        "B3_ofManyWithOneReferenceOneIsPosted",
                        "a reference looked up before the lock",
                        AReferenceLookedUpBeforeTheLock::new,
                        "how many of eight",
                        "answered 8"),
                broken(
                        "B3_whateverIsPostedTheBalanceIsTheSumOfWhatWasAccepted",
                        "a memory of the last references only",
                        AMemoryOfTheLastReferencesOnly::new,
                        "of a program",
                        "answered Posted"),
                PORT.committingByItself("X1_aPostingNeedsAUnitOfWork", "post", "let a posting with no unit of work"),
                PORT.forgetful("X1_entriesAreThereAfterARestart", "the entries after a restart", "answered []"),
                broken(
                        "B2_aDeductionLeavesMoreThanZeroOrIsRefused",
                        "`>=` for `>` at the floor",
                        ZeroAllowedAtTheFloor::new,
                        "threw",
                        "above zero"),
                broken(
                        "B2_aDeductionLeavesMoreThanZeroOrIsRefused",
                        "a floor of two minor units",
                        AFloorOfTwoMinorUnits::new,
                        "leaves one minor unit",
                        "expected was Posted"),
                broken(
                        "B2_aShortfallIsTheAmountAndOneMinorUnitLessTheBalance",
                        "a shortfall without the one minor unit",
                        AShortfallWithoutTheOneMinorUnit::new,
                        "the shortfall",
                        "0.30",
                        "0.31"),
                broken(
                        "B2_anAmountOfZeroIsCoveredAndPostsNothing",
                        "zero taken for a deduction like any other",
                        ZeroTakenForADeductionLikeAnyOther::new,
                        "BALANCE_TOO_LOW",
                        "NothingToPost"),
                broken(
                        "B2_manyThreadsOnALowBalanceTakeNoMoreThanItHas",
                        "a head that each thread keeps for itself",
                        AHeadThatEachThreadKeepsForItself::new,
                        "acknowledged",
                        "expected was 3"),
                broken(
                        "B3_theSameReferenceChangesNothingAndAnswersWithTheFirstEntry",
                        "references that nobody checks",
                        ReferencesThatNobodyChecks::new,
                        "the same posting again",
                        "Posted"),
                broken(
                        "B3_theSameReferenceWithAnotherAmountIsRefused",
                        "a key checked without its payload",
                        AKeyCheckedWithoutItsPayload::new,
                        "AlreadyPosted",
                        "REFERENCE_REUSED"),
                broken(
                        "B3_theSameReferenceForAnotherOrganizationIsRefused",
                        "a payload without its organization",
                        APayloadWithoutItsOrganization::new,
                        "AlreadyPosted",
                        "REFERENCE_REUSED"),
                broken(
                        "B3_aReferenceIsUniqueForItsKindOnly",
                        "a unique key without the kind",
                        AUniqueKeyWithoutTheKind::new,
                        "another kind",
                        "expected was Posted"),
                broken(
                        "B3_aReferenceIsUniqueInItsAccountOnly",
                        "a unique key without the account",
                        AUniqueKeyWithoutTheAccount::new,
                        "another account",
                        "REFERENCE_REUSED"),
                broken(
                        "B3_balancesAndSequencesAreAChain",
                        "a balance in an int",
                        ABalanceInAnInt::new,
                        "the balance",
                        "expected was 4999999970"),
                broken(
                        "B3_balancesAndSequencesAreAChain",
                        "sequences that start at two",
                        SequencesThatStartAtTwo::new,
                        "[1, 2, 3]",
                        "sequences"),
                broken(
                        "B3_recordedTimesNeverDecrease",
                        "the caller's clock as recorded time",
                        TheCallerSClockAsRecordedTime::new,
                        "recorded times",
                        "clock was set back"),
                broken(
                        "B3_manyAtOnceEqualTheSameOneByOne",
                        "a batch that ends at the first refusal",
                        ABatchThatEndsAtTheFirstRefusal::new,
                        "a batch",
                        "[Posted, BALANCE_TOO_LOW]"),
                broken(
                        "B3_manyAtOnceEqualTheSameOneByOne",
                        "a batch decided on the balance before it",
                        ABatchDecidedOnTheBalanceBeforeIt::new,
                        "a batch",
                        "[Posted, Posted"),
                broken(
                        "B3_aListGoesOnBehindItsCursor",
                        "a cursor that shows its own entry again",
                        ACursorThatShowsItsOwnEntryAgain::new,
                        "two entries after the first",
                        "[a, b]"),
                broken(
                        "B3_aListGoesOnBehindItsCursor",
                        "lists cut off at three",
                        ListsCutOffAtThree::new,
                        "all entries",
                        "[recharge-100, a, b, c]"),
                broken(
                        "B3_aListGoesOnBehindItsCursor",
                        "a limit that is not kept",
                        ALimitThatIsNotKept::new,
                        "two entries after the first",
                        "[a, b, c]"),
                broken("B3_aListGoesOnBehindItsCursor", "the latest first", TheLatestFirst::new, "[b, a]", "[a, b]"),
                broken(
                        "I1_aListOfAnOrganizationShowsItsEntriesOnly",
                        "no predicate on the organization",
                        NoPredicateOnTheOrganization::new,
                        "mine",
                        "[theirs]"),
                broken(
                        "B12_theBalanceAsOfAMomentIsThatBeforeIt",
                        "a moment that belongs to both sides",
                        AMomentThatBelongsToBothSides::new,
                        "strictly before",
                        "Optional[99]"),
                broken(
                        "B12_sumsOfSeveralOrganizationsAreThoseOfEach",
                        "sums that reach to the end of the ledger",
                        SumsThatReachToTheEnd::new,
                        "the sums of four organizations"),
                broken(
                        "B12_sumsOfSeveralOrganizationsAreThoseOfEach",
                        "a join that loses who has no entries",
                        SumsOfThoseWithEntries::new,
                        "the sums of four organizations"),
                broken(
                        "B12_sumsAreExactHoweverLarge",
                        "a sum in an int",
                        ASumInAnInt::new,
                        "the sum of two recharges",
                        "5000000000"),
                broken(
                        "A3_anAmountInAnotherCurrencyIsRefused",
                        "an amount without its currency",
                        AnAmountWithoutItsCurrency::new,
                        "euros",
                        "CURRENCY_MISMATCH"),
                broken(
                        "A1_aPostingWithoutALedgerIsAFault",
                        "a ledger made by its first posting",
                        ALedgerMadeByItsFirstPosting::new,
                        "let a posting without a ledger pass"),
                broken(
                        "X1_whatIsRolledBackWasNeverPosted",
                        "a balance kept outside the unit of work",
                        ABalanceKeptOutsideTheUnitOfWork::new,
                        "after a rollback",
                        "expected was 100"),
                broken(
                        "X3_entriesAreReadByTheirPositions",
                        "a position taken for a sequence",
                        APositionTakenForASequence::new,
                        "[]",
                        "[call]"),
                broken(
                        "B12_amongManyEntriesEachMomentAndPositionFindsItsOwn",
                        "the first of some entries of one time",
                        TheFirstOfOneTime::new,
                        "where the ledger stood before"),
                broken(
                        "B12_amongManyEntriesEachMomentAndPositionFindsItsOwn",
                        "a head before a moment that is today's",
                        AHeadThatIsReadToday::new,
                        "where the ledger stood before"),
                broken(
                        "B12_amongManyEntriesEachMomentAndPositionFindsItsOwn",
                        "a position between two entries that finds the wrong one of them",
                        APositionBetweenTwoEntries::new,
                        "two entries behind position"),
                broken(
                        "B3_accountsAreListedByIdBehindACursor",
                        "a cursor of accounts that is not used",
                        ACursorOfAccountsThatIsNotUsed::new,
                        "accounts after the first"));
    }

    /** What the faults have in common. */
    abstract static class BrokenLedger extends LedgerInFront {

        BrokenLedger(LedgerRepository behind) {
            super(behind);
        }

        final long balance(Posting posting) {
            return behind.head(posting.account()).orElseThrow().balanceMinor();
        }

        final Optional<LedgerEntry> known(Posting posting) {
            return behind.find(posting.account(), posting.kind(), posting.reference());
        }

        final PostingOutcome tooLow(Posting posting, long shortfall) {
            return new PostingOutcome.Refused(new LedgerRefusal.BalanceTooLow(
                    Money.ofMinor(CurrencyUnit.USD, balance(posting)), Money.ofMinor(CurrencyUnit.USD, shortfall)));
        }

        static PostingOutcome reused(Posting posting) {
            return new PostingOutcome.Refused(new LedgerRefusal.ReferenceReused(posting.reference()));
        }

        static Posting named(Posting posting, String reference) {
            return new Posting(
                    posting.change(),
                    posting.kind(),
                    posting.organization(),
                    posting.amount(),
                    reference,
                    posting.happenedAt());
        }

        static LedgerEntry changed(LedgerEntry entry, long sequence, Instant recordedAt) {
            return new LedgerEntry(
                    entry.account(),
                    sequence,
                    entry.position(),
                    entry.kind(),
                    entry.currency(),
                    entry.signedMinor(),
                    entry.balanceAfterMinor(),
                    entry.organization(),
                    entry.actor(),
                    entry.happenedAt(),
                    recordedAt,
                    entry.reference());
        }
    }

    private static final class ZeroAllowedAtTheFloor extends BrokenLedger {
        ZeroAllowedAtTheFloor(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            if (balance(posting) + posting.signedMinor() == 0) {
                throw new IllegalArgumentException("a balance stays above zero (B2)");
            }
            return behind.post(posting);
        }
    }

    private static final class AFloorOfTwoMinorUnits extends BrokenLedger {
        AFloorOfTwoMinorUnits(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            return posting.signedMinor() < 0 && balance(posting) + posting.signedMinor() == 1
                    ? tooLow(posting, 1)
                    : behind.post(posting);
        }
    }

    private static final class AShortfallWithoutTheOneMinorUnit extends BrokenLedger {
        AShortfallWithoutTheOneMinorUnit(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            PostingOutcome outcome = behind.post(posting);
            return outcome instanceof PostingOutcome.Refused
                    ? tooLow(posting, -posting.signedMinor() - balance(posting))
                    : outcome;
        }
    }

    private static final class ZeroTakenForADeductionLikeAnyOther extends BrokenLedger {
        ZeroTakenForADeductionLikeAnyOther(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            return posting.signedMinor() == 0 ? tooLow(posting, 1) : behind.post(posting);
        }
    }

    private static final class AHeadThatEachThreadKeepsForItself extends BrokenLedger {
        AHeadThatEachThreadKeepsForItself(LedgerRepository behind) {
            super(behind);
        }

        @SuppressWarnings("ThreadLocalUsage") // each ledger has its own: what one keeps must not reach another
        private final ThreadLocal<LedgerHead> kept = new ThreadLocal<>();

        @Override
        public Optional<LedgerHead> head(AccountId account) {
            Optional<LedgerHead> head = behind.head(account);
            head.ifPresent(kept::set);
            return head;
        }

        @Override
        public PostingOutcome post(Posting posting) {
            LedgerHead head = kept.get();
            PostingOutcome outcome = behind.post(posting);
            return head == null
                    ? outcome
                    : BalanceLedger.decide(
                            head,
                            Optional.empty(),
                            posting,
                            () -> new Outbox.Place(
                                    head.entries() + 1, posting.change().at()));
        }
    }

    private static final class AReferenceLookedUpBeforeTheLock extends BrokenLedger {
        AReferenceLookedUpBeforeTheLock(LedgerRepository behind) {
            super(behind);
        }

        @SuppressWarnings("ThreadLocalUsage") // each ledger has its own: what one has seen must not reach another
        private final ThreadLocal<Optional<LedgerEntry>> seen = new ThreadLocal<>();

        @Override
        public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
            seen.set(behind.find(account, kind, reference));
            return seen.get();
        }

        @Override
        public PostingOutcome post(Posting posting) {
            boolean isFree = seen.get() != null && seen.get().isEmpty();
            return isFree && known(posting).isPresent()
                    ? behind.post(named(
                            posting,
                            posting.reference() + "#" + Thread.currentThread().getName()))
                    : behind.post(posting);
        }
    }

    private static final class AMemoryOfTheLastReferencesOnly extends BrokenLedger {
        AMemoryOfTheLastReferencesOnly(LedgerRepository behind) {
            super(behind);
        }

        private final Set<String> last = new LinkedHashSet<>();

        @Override
        public PostingOutcome post(Posting posting) {
            boolean isForgotten = known(posting).isPresent() && !last.contains(posting.kind() + posting.reference());
            PostingOutcome outcome = behind.post(isForgotten ? named(posting, posting.reference() + "#2") : posting);
            last.add(posting.kind() + posting.reference());
            if (last.size() > 5) {
                last.remove(last.iterator().next());
            }
            return outcome;
        }
    }

    private static final class ReferencesThatNobodyChecks extends BrokenLedger {
        ReferencesThatNobodyChecks(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            return known(posting).isPresent()
                    ? behind.post(named(posting, posting.reference() + "#2"))
                    : behind.post(posting);
        }
    }

    private static final class AKeyCheckedWithoutItsPayload extends BrokenLedger {
        AKeyCheckedWithoutItsPayload(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            return known(posting)
                    .<PostingOutcome>map(PostingOutcome.AlreadyPosted::new)
                    .orElseGet(() -> behind.post(posting));
        }
    }

    private static final class APayloadWithoutItsOrganization extends BrokenLedger {
        APayloadWithoutItsOrganization(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            return known(posting)
                    .filter(one -> one.signedMinor() == posting.signedMinor())
                    .<PostingOutcome>map(PostingOutcome.AlreadyPosted::new)
                    .orElseGet(() -> behind.post(posting));
        }
    }

    private static final class AUniqueKeyWithoutTheKind extends BrokenLedger {
        AUniqueKeyWithoutTheKind(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            boolean taken = behind.list(posting.account(), 0, 100).stream()
                    .anyMatch(one ->
                            one.kind() != posting.kind() && one.reference().equals(posting.reference()));
            return taken ? reused(posting) : behind.post(posting);
        }
    }

    private static final class AUniqueKeyWithoutTheAccount extends BrokenLedger {
        AUniqueKeyWithoutTheAccount(LedgerRepository behind) {
            super(behind);
        }

        private final Map<String, AccountId> holders = new ConcurrentHashMap<>();

        @Override
        public PostingOutcome post(Posting posting) {
            AccountId holder = holders.computeIfAbsent(posting.kind() + posting.reference(), key -> posting.account());
            return holder.equals(posting.account()) ? behind.post(posting) : reused(posting);
        }
    }

    private static final class ABalanceInAnInt extends BrokenLedger {
        ABalanceInAnInt(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public Optional<LedgerHead> head(AccountId account) {
            return behind.head(account)
                    .map(head -> new LedgerHead(
                            account,
                            head.currency(),
                            head.entries(),
                            head.balanceMinor() & Integer.MAX_VALUE,
                            head.recordedAt()));
        }
    }

    private static final class SequencesThatStartAtTwo extends BrokenLedger {
        SequencesThatStartAtTwo(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
            return behind.list(account, afterSequence, limit).stream()
                    .map(one -> changed(one, one.sequence() + 1, one.recordedAt()))
                    .toList();
        }
    }

    private static final class TheCallerSClockAsRecordedTime extends BrokenLedger {
        TheCallerSClockAsRecordedTime(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
            return behind.list(account, afterSequence, limit).stream()
                    .map(one -> changed(one, one.sequence(), one.happenedAt()))
                    .toList();
        }
    }

    private static final class ABatchThatEndsAtTheFirstRefusal extends BrokenLedger {
        ABatchThatEndsAtTheFirstRefusal(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<PostingOutcome> postAll(List<Posting> postings) {
            List<PostingOutcome> done = new ArrayList<>();
            for (Posting posting : postings) {
                done.add(post(posting));
                if (done.get(done.size() - 1) instanceof PostingOutcome.Refused) {
                    break;
                }
            }
            return done;
        }
    }

    private static final class ABatchDecidedOnTheBalanceBeforeIt extends BrokenLedger {
        ABatchDecidedOnTheBalanceBeforeIt(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<PostingOutcome> postAll(List<Posting> postings) {
            LedgerHead head = behind.head(postings.get(0).account()).orElseThrow();
            return postings.stream()
                    .map(one -> {
                        behind.post(one);
                        return BalanceLedger.decide(
                                head,
                                Optional.empty(),
                                one,
                                () -> new Outbox.Place(
                                        head.entries() + 1, one.change().at()));
                    })
                    .toList();
        }
    }

    private static final class ACursorThatShowsItsOwnEntryAgain extends BrokenLedger {
        ACursorThatShowsItsOwnEntryAgain(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
            return behind.list(account, Math.max(0, afterSequence - 1), limit);
        }
    }

    private static final class ListsCutOffAtThree extends BrokenLedger {
        ListsCutOffAtThree(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
            return behind.list(account, afterSequence, Math.min(limit, 3));
        }
    }

    private static final class ALimitThatIsNotKept extends BrokenLedger {
        ALimitThatIsNotKept(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
            return behind.list(account, afterSequence, 1_000);
        }
    }

    private static final class TheLatestFirst extends BrokenLedger {
        TheLatestFirst(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
            List<LedgerEntry> entries = new ArrayList<>(behind.list(account, afterSequence, limit));
            Collections.reverse(entries);
            return entries;
        }
    }

    private static final class NoPredicateOnTheOrganization extends BrokenLedger {
        NoPredicateOnTheOrganization(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> listOf(
                AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit) {
            return behind.list(account, afterSequence, limit);
        }
    }

    private static final class AMomentThatBelongsToBothSides extends BrokenLedger {
        AMomentThatBelongsToBothSides(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
            return behind.headBefore(account, moment.plusNanos(1_000));
        }
    }

    private static final class AHeadThatIsReadToday extends BrokenLedger {
        AHeadThatIsReadToday(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
            return behind.headBefore(account, moment).flatMap(stood -> behind.head(account));
        }
    }

    private static final class ASumInAnInt extends BrokenLedger {
        ASumInAnInt(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public long sumMinor(
                AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
            return behind.sumMinor(account, organization, afterSequence, untilSequence) & Integer.MAX_VALUE;
        }
    }

    private static final class SumsThatReachToTheEnd extends BrokenLedger {
        SumsThatReachToTheEnd(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public Map<OrganizationId, Long> sumsMinor(
                AccountId account, Collection<OrganizationId> organizations, long afterSequence, long untilSequence) {
            return behind.sumsMinor(account, organizations, afterSequence, Long.MAX_VALUE);
        }
    }

    private static final class SumsOfThoseWithEntries extends BrokenLedger {
        SumsOfThoseWithEntries(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public Map<OrganizationId, Long> sumsMinor(
                AccountId account, Collection<OrganizationId> organizations, long afterSequence, long untilSequence) {
            Map<OrganizationId, Long> sums =
                    new HashMap<>(behind.sumsMinor(account, organizations, afterSequence, untilSequence));
            sums.values().removeIf(sum -> sum == 0);
            return sums;
        }
    }

    private static final class AnAmountWithoutItsCurrency extends BrokenLedger {
        AnAmountWithoutItsCurrency(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            return behind.post(new Posting(
                    posting.change(),
                    posting.kind(),
                    posting.organization(),
                    Money.ofMinor(CurrencyUnit.USD, posting.amount().getAmountMinorLong()),
                    posting.reference(),
                    posting.happenedAt()));
        }
    }

    private static final class ALedgerMadeByItsFirstPosting extends BrokenLedger {
        ALedgerMadeByItsFirstPosting(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public PostingOutcome post(Posting posting) {
            if (behind.head(posting.account()).isEmpty()) {
                behind.open(
                        posting.account(), posting.currency(), posting.change().at());
            }
            return behind.post(posting);
        }
    }

    private static final class ABalanceKeptOutsideTheUnitOfWork extends BrokenLedger {
        ABalanceKeptOutsideTheUnitOfWork(LedgerRepository behind) {
            super(behind);
        }

        private final Map<AccountId, LedgerHead> cache = new ConcurrentHashMap<>();

        @Override
        public Optional<LedgerHead> head(AccountId account) {
            return Optional.ofNullable(cache.get(account)).or(() -> behind.head(account));
        }

        @Override
        public PostingOutcome post(Posting posting) {
            PostingOutcome outcome = behind.post(posting);
            behind.head(posting.account()).ifPresent(head -> cache.put(posting.account(), head));
            return outcome;
        }
    }

    private static final class APositionTakenForASequence extends BrokenLedger {
        APositionTakenForASequence(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
            return behind.list(account, afterPosition, limit);
        }
    }

    private static final class TheFirstOfOneTime extends BrokenLedger {
        TheFirstOfOneTime(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
            return behind.headBefore(account, moment)
                    .flatMap(last -> behind.list(account, 0, 1_000).stream()
                            .filter(one -> one.recordedAt().equals(last.recordedAt()))
                            .findFirst())
                    .map(LedgerHead::upTo);
        }
    }

    private static final class APositionBetweenTwoEntries extends BrokenLedger {
        APositionBetweenTwoEntries(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
            boolean isBetween = afterPosition > 1
                    && behind.list(account, 0, 1_000).stream().noneMatch(one -> one.position() == afterPosition);
            return behind.listByPosition(account, isBetween ? afterPosition - 2 : afterPosition, limit);
        }
    }

    private static final class ACursorOfAccountsThatIsNotUsed extends BrokenLedger {
        ACursorOfAccountsThatIsNotUsed(LedgerRepository behind) {
            super(behind);
        }

        @Override
        public List<AccountId> accounts(Optional<AccountId> after, int limit) {
            return behind.accounts(Optional.empty(), limit);
        }
    }
}
