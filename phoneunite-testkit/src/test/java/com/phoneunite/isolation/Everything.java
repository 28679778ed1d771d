package com.phoneunite.isolation;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is kept of an account, people, telephony and money, of closed organizations, too. Equal before and after: nothing has changed. */
record Everything(
        Optional<Account> account,
        List<Organization> organizations,
        List<User> users,
        List<Administration> administrations,
        List<Membership> memberships,
        List<Invitation> invitations,
        List<HeldPhoneNumber> phoneNumbers,
        List<SavedCallTree> callTrees,
        List<Sound> sounds,
        List<SoundContents.Key> contents,
        List<StoredResource> resources,
        Map<String, List<ResourceRef>> references,
        List<HoldingFact> holdings,
        List<RecordedEvent> events,
        Optional<LedgerHead> head,
        List<LedgerEntry> entries,
        List<Subscription> subscriptions,
        Optional<PaymentToken> card,
        List<Recharge> recharges,
        List<Refund> refunds,
        List<Reversal> reversals,
        Optional<AutoRechargeStanding> autoRecharge,
        List<Arrear> arrears,
        Optional<UsageNeed> need,
        List<ChargedTerms> terms,
        List<PlanExchange> exchanges) {

    private static final int ALL = 100_000;

    static Everything of(BillingStore store, AccountId id) {
        return store.core().unitOfWork().view(id, () -> read(store, id));
    }

    private static Everything read(BillingStore store, AccountId id) {
        Store core = store.core();
        List<Organization> organizations = core.organizations().list(id, -1, ALL);
        List<User> users = core.users().list(id, Optional.empty(), ALL);
        List<OrganizationScope> scopes = organizations.stream()
                .flatMap(one -> scope(core, id, one).stream())
                .toList();
        List<HeldPhoneNumber> numbers = of(scopes, one -> core.phoneNumbers().list(one, Optional.empty(), ALL));
        List<Membership> memberships = of(users, one -> core.memberships().heldBy(id, one.id()));
        List<SavedCallTree> trees =
                of(scopes, one -> core.callTrees().list(one, OwnedKind.CALL_TREE.type(), Optional.empty(), ALL));
        List<Sound> sounds = of(scopes, one -> core.sounds().list(one, OwnedKind.SOUND.type(), Optional.empty(), ALL));
        List<StoredResource> resources =
                of(scopes, one -> core.resources().list(one, Rig.RING_GROUPS.name(), Optional.empty(), ALL));
        Set<ResourceRef> refs = Stream.of(
                        numbers.stream().map(HeldPhoneNumber::ref),
                        memberships.stream().map(one -> ResourceRef.extension(one.extension())),
                        trees.stream().map(SavedCallTree::ref),
                        sounds.stream().map(Sound::ref),
                        resources.stream().map(StoredResource::ref))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
        List<LedgerEntry> entries = store.ledger().list(id, 0, ALL);
        List<Recharge> recharges = store.recharges().list(id, Optional.empty(), ALL);
        return new Everything(
                core.accounts().find(id),
                organizations,
                users,
                of(users, one -> core.administrations().heldBy(id, one.id())),
                memberships,
                of(scopes, one -> core.invitations().list(one, Optional.empty(), ALL)),
                numbers,
                trees,
                sounds,
                core.soundContents().list(Optional.empty(), ALL).stream()
                        .filter(key -> key.account().equals(id))
                        .toList(),
                resources,
                references(core, scopes, refs),
                of(
                        organizations,
                        one -> of(
                                List.of(HoldingKind.values()),
                                kind -> core.holdings().latest(id, one.id(), kind).stream()
                                        .toList())),
                core.outbox().read(id, 0, ALL),
                store.ledger().head(id),
                entries,
                of(
                        organizations,
                        one -> store.subscriptions().find(id, one.id()).stream().toList()),
                store.recharges().card(id),
                recharges,
                of(recharges, one -> store.reversals().refundsOf(id, one.key())),
                of(recharges, one -> store.reversals().reversalsOf(id, one.key())),
                store.autoRecharges().find(id),
                arrears(store, id, entries),
                store.usageNeeds().find(id),
                of(entries, one -> terms(store, one)),
                of(
                        entries,
                        one -> store.chargeFacts().exchange(id, one.reference()).stream()
                                .toList()));
    }

    /** Those that something is left of, and those that something was paid of. */
    private static List<Arrear> arrears(BillingStore store, AccountId id, List<LedgerEntry> entries) {
        List<Arrear> paid = entries.stream()
                .filter(one -> one.kind() == EntryKind.ARREARS)
                .map(one -> one.reference().substring(0, one.reference().lastIndexOf('/')))
                .flatMap(reference -> store.arrears().find(id, reference).stream())
                .toList();
        return Stream.concat(store.arrears().open(id, ALL).stream(), paid.stream())
                .distinct()
                .toList();
    }

    /** What was kept of the charge of a period, whose reference is organization, anchor and number. */
    private static List<ChargedTerms> terms(BillingStore store, LedgerEntry entry) {
        if (entry.kind() != EntryKind.PERIOD) {
            return List.of();
        }
        String[] period = entry.reference().split("/", -1);
        return store
                .chargeFacts()
                .termsOf(
                        entry.account(),
                        entry.organization().orElseThrow(),
                        Integer.parseInt(period[1]),
                        Integer.parseInt(period[2]))
                .stream()
                .toList();
    }

    private static <A, B> List<B> of(List<A> all, Function<A, List<B>> each) {
        return all.stream().flatMap(one -> each.apply(one).stream()).toList();
    }

    /** What each thing is used by, wherever something is. */
    private static Map<String, List<ResourceRef>> references(
            Store core, List<OrganizationScope> scopes, Set<ResourceRef> refs) {
        Map<String, List<ResourceRef>> references = new TreeMap<>();
        for (OrganizationScope scope : scopes) {
            for (ResourceRef ref : refs) {
                List<ResourceRef> users = core.references().usersOf(scope, ref, ALL);
                if (!users.isEmpty()) {
                    references.put(scope.organizationId() + " " + ref, users);
                }
            }
        }
        return references;
    }

    /** As the owner stands there, or would if the organization were open. */
    private static Optional<OrganizationScope> scope(Store core, AccountId id, Organization one) {
        Organization open = new Organization(
                id,
                one.id(),
                one.name(),
                one.plan(),
                OrganizationState.ACTIVE,
                one.ordinal(),
                one.addedAt(),
                one.trialEndsAt(),
                one.request());
        return core.accounts()
                .find(id)
                .flatMap(account -> Roster.enter(
                                account,
                                core.users().find(id, account.ownerId()),
                                Optional.of(open),
                                new Standing(true, false, false))
                        .fold(Optional::of, refusal -> Optional.empty()));
    }
}
