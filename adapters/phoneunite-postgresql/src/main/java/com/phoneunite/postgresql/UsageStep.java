package com.phoneunite.postgresql;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Usage of some accounts that is posted by one call: accounts, the organizations that use, and what is asked are told apart, each once.
 * Collects, and is not safe for several threads.
 */
final class UsageStep {

    private static final String POST =
            "SELECT * FROM phoneunite.post_usages(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String POST_OF_ACCOUNT =
            "SELECT * FROM phoneunite.post_usages_of_account(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final List<List<AskedUsage>> accounts = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    private final List<AskedUsage> asked = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();

    /** An organization that uses, and the place of its account, from 1. */
    private record User(long owner, OrganizationId organization) {}

    int size() {
        return asked.size();
    }

    boolean isOfOneAccount() {
        return accounts.size() == 1;
    }

    /** Adds all that is asked of one account, which is not there yet. */
    void add(List<AskedUsage> own) {
        accounts.add(own);
        Map<OrganizationId, Long> known = new HashMap<>();
        for (AskedUsage one : own) {
            places.add(known.computeIfAbsent(one.posting().organization().orElseThrow(), this::placeOf));
            asked.add(one);
        }
    }

    private long placeOf(OrganizationId organization) {
        users.add(new User(accounts.size(), organization));
        return users.size();
    }

    /**
     * Posts it, and answers with what was entered, by the very posting that was asked for: all of an account, or nothing.
     *
     * @param asksKnown whether references are asked for that are known; else their unique key refuses everything
     * @param leavesHeld whether accounts that somebody holds are left out; else they are waited for
     */
    IdentityHashMap<Posting, LedgerEntry> post(Database database, boolean asksKnown, boolean leavesHeld) {
        List<Posted> posted = isOfOneAccount() && !leavesHeld
                ? database.atOnce(POST_OF_ACCOUNT, row -> new Posted(1, row), ofAccount(asksKnown))
                : database.atOnce(
                        POST,
                        row -> new Posted(Math.toIntExact(row.large("account_place")), row),
                        ofMany(asksKnown, leavesHeld));
        IdentityHashMap<Posting, LedgerEntry> entries = new IdentityHashMap<>();
        for (Posted account : posted) {
            for (AskedUsage one : accounts.get(account.place() - 1)) {
                entries.put(one.posting(), account.entry(one));
            }
        }
        return entries;
    }

    private Object[] ofAccount(boolean asksKnown) {
        Posting first = asked.get(0).posting();
        List<Object> values = new ArrayList<>(List.of(
                asksKnown,
                first.account().value(),
                first.currency().getCode(),
                first.change().at(),
                asked.get(asked.size() - 1).total()));
        values.addAll(whatIsAsked());
        return values.toArray();
    }

    private Object[] ofMany(boolean asksKnown, boolean leavesHeld) {
        List<Posting> first = accounts.stream().map(own -> own.get(0).posting()).toList();
        List<Object> values = new ArrayList<>(List.of(
                asksKnown,
                leavesHeld,
                all(first, one -> one.account().value(), UUID[]::new),
                all(first, one -> one.currency().getCode(), String[]::new),
                all(first, one -> one.change().at(), Instant[]::new),
                all(users, User::owner, Long[]::new)));
        values.addAll(whatIsAsked());
        values.add(all(asked, AskedUsage::number, Long[]::new));
        return values.toArray();
    }

    private List<Object> whatIsAsked() {
        return List.of(
                all(users, one -> one.organization().value(), UUID[]::new),
                places.toArray(Long[]::new),
                all(asked, one -> one.posting().signedMinor(), Long[]::new),
                all(asked, one -> Values.text(one.posting().change().actor()), String[]::new),
                all(asked, one -> one.posting().happenedAt(), Instant[]::new),
                all(asked, one -> one.posting().reference(), String[]::new),
                all(asked, AskedUsage::total, Long[]::new),
                all(asked, AskedUsage::ownTotal, Long[]::new));
    }

    private static <A, T> T[] all(List<A> some, Function<A, T> of, IntFunction<T[]> array) {
        return some.stream().map(of).toArray(array);
    }

    /** An account that was posted to, and where its ledger stood before. */
    private record Posted(int place, long entries, long position, long balance, Instant recordedAt) {

        Posted(int place, Row row) throws SQLException {
            this(
                    place,
                    row.large("old_entries"),
                    row.large("old_position"),
                    row.large("old_balance"),
                    row.moment("new_recorded"));
        }

        LedgerEntry entry(AskedUsage one) {
            Posting posting = one.posting();
            return SinglePosting.entry(
                    posting,
                    posting.currency(),
                    entries + one.number(),
                    position + one.number(),
                    balance + one.total(),
                    recordedAt);
        }
    }
}
