package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.billing.cycle.UsageNeeds;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SoundRepository;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The same fault in front of each port: what was read is remembered until something is written, and a rollback is no writing. Whoever reads
 * after it is told of what never was.
 */
final class BrokenCaches {

    private static final String FAULT = "a cache that outlives a rollback";

    private static final Set<String> WRITES = Set.of(
            "save",
            "remove",
            "replace",
            "claim",
            "route",
            "release",
            "append",
            "take",
            "lease",
            "delivered",
            "note",
            "saveCard");

    private BrokenCaches() {}

    static List<BrokenAdapter> ofCore() {
        return List.of(
                core(
                        AccountRepository.class,
                        "accounts",
                        InMemoryStore::accounts,
                        AccountRepositoryContract.class,
                        "X1_anAccountThatWasRolledBackIsAsBefore"),
                core(
                        OrganizationRepository.class,
                        "organizations",
                        InMemoryStore::organizations,
                        OrganizationRepositoryContract.class,
                        "X1_anOrganizationThatWasRolledBackIsAsBefore"),
                core(
                        HoldingRepository.class,
                        "holdings",
                        InMemoryStore::holdings,
                        HoldingRepositoryContract.class,
                        "X1_aFactThatWasRolledBackIsAsBefore"),
                core(
                        UserRepository.class,
                        "users",
                        InMemoryStore::users,
                        UserRepositoryContract.class,
                        "X1_aUserWhoWasRolledBackIsAsBefore"),
                core(
                        AdministrationRepository.class,
                        "administrations",
                        InMemoryStore::administrations,
                        AdministrationRepositoryContract.class,
                        "X1_anAdministrationThatWasRolledBackIsAsBefore"),
                core(
                        MembershipRepository.class,
                        "memberships",
                        InMemoryStore::memberships,
                        MembershipRepositoryContract.class,
                        "X1_aMembershipThatWasRolledBackIsAsBefore"),
                core(
                        InvitationRepository.class,
                        "invitations",
                        InMemoryStore::invitations,
                        InvitationRepositoryContract.class,
                        "X1_anInvitationThatWasRolledBackIsAsBefore"),
                core(
                        PhoneNumberRepository.class,
                        "phoneNumbers",
                        InMemoryStore::phoneNumbers,
                        PhoneNumberRepositoryContract.class,
                        "T1_aClaimThatIsRolledBackLeavesTheNumberFree"),
                core(
                        PhoneNumberRepository.class,
                        "phoneNumbers",
                        InMemoryStore::phoneNumbers,
                        PhoneNumberRepositoryContract.class,
                        "T1_aReleaseThatIsRolledBackFreesNothing"),
                core(
                        OwnedRepository.class,
                        "callTrees",
                        InMemoryStore::callTrees,
                        CallTreeRepositoryContract.class,
                        "X1_aCallTreeThatWasRolledBackIsAsBefore"),
                core(
                        SoundRepository.class,
                        "sounds",
                        InMemoryStore::sounds,
                        SoundRepositoryContract.class,
                        "X1_aSoundThatWasRolledBackIsAsBefore"),
                core(
                        OwnedRepository.class,
                        "resources",
                        InMemoryStore::resources,
                        ResourceRepositoryContract.class,
                        "X1_aResourceThatWasRolledBackIsAsBefore"),
                core(
                        ReferenceRepository.class,
                        "references",
                        InMemoryStore::references,
                        ReferenceRepositoryContract.class,
                        "X1_referencesThatWereRolledBackAreAsBefore"),
                core(
                        Outbox.class,
                        "outbox",
                        InMemoryStore::outbox,
                        OutboxContract.class,
                        "X3_whatIsRolledBackWasNeverRecorded"));
    }

    static List<BrokenAdapter> ofBilling() {
        return List.of(
                billing(
                        SubscriptionRepository.class,
                        "subscriptions",
                        SubscriptionRepositoryContract.class,
                        "X1_aSubscriptionThatIsRolledBackWasNeverKept"),
                billing(
                        ArrearsRepository.class,
                        "arrears",
                        ArrearsRepositoryContract.class,
                        "X1_arrearsThatAreRolledBackAreNotOwed"),
                billing(
                        UsageNeeds.class,
                        "usageNeeds",
                        UsageNeedsContract.class,
                        "X1_aNeedThatIsRolledBackWasNeverKept"),
                billing(
                        ChargeFacts.class,
                        "chargeFacts",
                        ChargeFactsContract.class,
                        "X1_termsThatAreRolledBackWereNeverCharged"),
                billing(
                        RechargeRepository.class,
                        "recharges",
                        RechargeRepositoryContract.class,
                        "X1_anAttemptThatIsRolledBackWasNeverMade"),
                billing(
                        RechargeRepository.class,
                        "recharges",
                        RechargeRepositoryContract.class,
                        "X1_aCardThatIsRolledBackWasNeverPutOnFile"),
                billing(
                        ReversalRepository.class,
                        "reversals",
                        ReversalRepositoryContract.class,
                        "X1_aRefundThatIsRolledBackWasNeverMade"),
                billing(
                        AutoRechargeRepository.class,
                        "autoRecharges",
                        AutoRechargeRepositoryContract.class,
                        "X1_anAutoRechargeThatIsRolledBackWasNeverSet"),
                directory("dueAccounts", DueAccountsContract.class, "X1_aScheduleThatIsRolledBackTakesNoEffect"),
                directory("checks", ChecksContract.class, "X1_aCheckThatIsRolledBackTakesNoEffect"));
    }

    private static <P> BrokenAdapter core(
            Class<P> type,
            String port,
            Function<InMemoryStore, P> real,
            Class<? extends Contract> contract,
            String test) {
        return new BrokenPort<>(type, port, real, contract)
                .whole(FAULT, store -> remembering(type, real.apply(store)), test, "roll");
    }

    private static <P> BrokenAdapter billing(
            Class<P> type, String port, Class<? extends Contract> contract, String test) {
        return new Breaking<>(contract, type, port)
                .whole(
                        test,
                        FAULT,
                        store -> remembering(type, type.cast(Breaking.call(store, port))),
                        "after a rollback");
    }

    /** What is scheduled as it was already is not written again, and after a rollback it was not. */
    private static BrokenAdapter directory(String port, Class<? extends Contract> contract, String test) {
        return new Breaking<>(contract, DueAccounts.class, port)
                .whole(
                        test,
                        FAULT,
                        store -> {
                            Map<AccountId, Object> known = new ConcurrentHashMap<>();
                            DueAccounts behind = DueAccounts.class.cast(Breaking.call(store, port));
                            return Spoiled.port(DueAccounts.class, behind, "schedule", (real, given) -> {
                                Object former = known.put((AccountId) given[0], given[1]);
                                return given[1].equals(former) ? null : Breaking.call(real, "schedule", given);
                            });
                        },
                        "once it is scheduled after a rollback");
    }

    private static <P> P remembering(Class<P> type, P real) {
        Map<List<Object>, Object> read = new HashMap<>();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    if (WRITES.contains(called.getName())) {
                        read.clear();
                        return Breaking.invoke(real, called, arguments);
                    }
                    List<Object> question = question(called, arguments);
                    if (!read.containsKey(question)) {
                        read.put(question, Breaking.invoke(real, called, arguments));
                    }
                    return read.get(question);
                }));
    }

    /** Scopes are made anew for each call, and no two are equal. */
    private static List<Object> question(Method called, Object... given) {
        List<Object> question = new ArrayList<>(List.of(called.getName()));
        for (Object one : given) {
            question.add(one instanceof OrganizationScope scope ? scope.account() + "/" + scope.organizationId() : one);
        }
        return question;
    }
}
