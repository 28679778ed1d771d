package com.phoneunite.testkit.contract;

import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;
import java.lang.reflect.Proxy;
import java.util.List;

/** The same fault in front of each port that lists something: a limit of 0 is taken for none at all, as some databases do. */
final class BrokenLimits {

    private static final String FAULT = "a limit of 0 that means no limit";
    private static final String WORDS = "with a limit of 0";

    private BrokenLimits() {}

    static List<BrokenAdapter> ofCore() {
        return List.of(
                core(
                        new BrokenPort<>(
                                OrganizationRepository.class,
                                "organizations",
                                InMemoryStore::organizations,
                                OrganizationRepositoryContract.class),
                        "X5_organizationsAreListedInPagesInTheOrderOfAdding"),
                core(
                        new BrokenPort<>(
                                UserRepository.class, "users", InMemoryStore::users, UserRepositoryContract.class),
                        "X5_usersAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                AdministrationRepository.class,
                                "administrations",
                                InMemoryStore::administrations,
                                AdministrationRepositoryContract.class),
                        "X5_administratorsAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                MembershipRepository.class,
                                "memberships",
                                InMemoryStore::memberships,
                                MembershipRepositoryContract.class),
                        "X5_membersAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                InvitationRepository.class,
                                "invitations",
                                InMemoryStore::invitations,
                                InvitationRepositoryContract.class),
                        "X5_invitationsAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                PhoneNumberRepository.class,
                                "phoneNumbers",
                                InMemoryStore::phoneNumbers,
                                PhoneNumberRepositoryContract.class),
                        "X5_numbersAreListedInPagesByTheirDigits"),
                core(
                        new BrokenPort<>(
                                OwnedRepository.class,
                                "callTrees",
                                InMemoryStore::callTrees,
                                CallTreeRepositoryContract.class),
                        "X5_callTreesAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                SoundRepository.class, "sounds", InMemoryStore::sounds, SoundRepositoryContract.class),
                        "X5_soundsAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                SoundContents.class,
                                "soundContents",
                                InMemoryStore::soundContents,
                                SoundContentsContract.class),
                        "X5_contentsAreListedInPagesInTheirOrder"),
                core(
                        new BrokenPort<>(
                                OwnedRepository.class,
                                "resources",
                                InMemoryStore::resources,
                                ResourceRepositoryContract.class),
                        "X5_resourcesAreListedInPagesByTheirIds"),
                core(
                        new BrokenPort<>(
                                ReferenceRepository.class,
                                "references",
                                InMemoryStore::references,
                                ReferenceRepositoryContract.class),
                        "T5_whatUsesAThingIsFound"),
                core(
                        new BrokenPort<>(Outbox.class, "outbox", InMemoryStore::outbox, OutboxContract.class),
                        "X3_eventsAreReadInPages"),
                core(
                        new BrokenPort<>(Outbox.class, "outbox", InMemoryStore::outbox, OutboxContract.class),
                        "X3_accountsThatWaitAreListedInPages"));
    }

    static List<BrokenAdapter> ofBilling() {
        return List.of(
                billing(
                        new Breaking<>(ArrearsRepositoryContract.class, ArrearsRepository.class, "arrears"),
                        "P11_openArrearsAreInTheOrderInWhichTheyWereRecorded"),
                billing(
                        new Breaking<>(DueAccountsContract.class, DueAccounts.class, "dueAccounts"),
                        "X5_noMoreDueAccountsAreListedThanAskedFor"),
                billing(
                        new Breaking<>(ChecksContract.class, DueAccounts.class, "checks"),
                        "X5_noMoreChecksAreListedThanAskedFor"),
                billing(
                        new Breaking<>(RechargeRepositoryContract.class, RechargeRepository.class, "recharges"),
                        "X5_aPageIsAsLongAsItIsAskedFor"),
                billing(
                        new Breaking<>(RechargeRepositoryContract.class, RechargeRepository.class, "recharges"),
                        "P7_attemptsInReviewOfAllAccountsAreListed"),
                billing(
                        new Breaking<>(ReversalRepositoryContract.class, ReversalRepository.class, "reversals"),
                        "P7_refundsInReviewOfAllAccountsAreListed"),
                billing(
                        new Breaking<>(ReversalRepositoryContract.class, ReversalRepository.class, "reversals"),
                        "P9_reversalsInReviewOfAllAccountsAreListed"));
    }

    private static <P> BrokenAdapter core(BrokenPort<P> port, String test) {
        return port.whole(FAULT, store -> unlimited(port.type(), port.real().apply(store)), test, WORDS);
    }

    private static <P> BrokenAdapter billing(Breaking<P> port, String test) {
        return port.whole(
                test,
                FAULT,
                store -> unlimited(port.type(), port.type().cast(Breaking.call(store, port.port()))),
                WORDS);
    }

    private static <P> P unlimited(Class<P> type, P real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given.clone();
                    int last = arguments.length - 1;
                    if (called.getReturnType() == List.class && last >= 0 && arguments[last].equals(0)) {
                        arguments[last] = Integer.MAX_VALUE;
                    }
                    return Breaking.invoke(real, called, arguments);
                }));
    }
}
