package com.phoneunite.postgresql;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standings;
import com.phoneunite.telephony.SoundContents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the operations of the front doors ask of a store in other accounts than these. */
final class PortOperations extends Operations {

    PortOperations(Round round) {
        super(round);
    }

    @Override
    void all() {
        ports();
    }

    /** What the operations above ask for in other accounts than these. */
    private void ports() {
        AccountId account = you.accountId();
        Instant now = database.clock().instant();
        IdempotencyKey start = new IdempotencyKey("start");
        one(
                "leases",
                () -> store.dueAccounts()
                        .lease(List.of(database.copy(9)), now, now.plusSeconds(60))
                        .forEach(lease -> store.dueAccounts().setAside(lease, now, now.plusSeconds(60))));
        one(
                "arrears",
                () -> change(() -> {
                    store.arrears().find(account, "arrear-7").ifPresent(store.arrears()::save);
                    return store.arrears().open(account, PAGE.limit());
                }));
        one(
                "attempts",
                () -> change(() -> {
                    store.recharges().saveCard(account, store.recharges().card(account));
                    store.recharges().note(account, start, "told " + round);
                    store.recharges().toCheck(account, now);
                    store.recharges()
                            .sumMinor(account, now.minus(Duration.ofDays(31)), now, Set.of(RechargeState.SUCCEEDED));
                    store.reversals().refundsToCheck(account, now);
                    return store.recharges().anyInReview(account);
                }));
        one("facts", () -> change(() -> store.chargeFacts().exchange(account, "exchange-7")));
        one("a place", () -> change(() -> store.core().outbox().take(account, now)));
        one("members", () -> change(() -> store.core().memberships().count(scope())));
        one("contents of sounds", () -> {
            SoundContents contents = store.core().soundContents();
            List<SoundContents.Key> some = contents.list(Optional.empty(), PAGE.limit());
            contents.list(Optional.of(some.get(some.size() - 1)), PAGE.limit());
            contents.delete(
                    new SoundContents.Key(account, here.id(), "0".repeat(63) + round.charAt(round.length() - 1)));
        });
    }

    private <T> void change(Supplier<T> work) {
        store.core().unitOfWork().change(you.accountId(), work);
    }

    private OrganizationScope scope() {
        AccountId account = you.accountId();
        Account whole = you.account();
        return RefusedException.granted(Roster.enter(
                whole,
                store.core().users().find(account, you.user()),
                store.core().organizations().find(account, here.id()),
                new Standings(
                                store.core().organizations(),
                                store.core().administrations(),
                                store.core().memberships())
                        .of(whole, you.user(), here.id())));
    }
}
