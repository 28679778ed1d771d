package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.PhoneNumberRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Each account's numbers are transactional. The directory over all accounts says which account a number belongs to: it is entered at
 * once, so that two changes cannot claim the same number, and left once the release is committed.
 */
final class MemoryPhoneNumbers implements PhoneNumberRepository {

    private final InMemoryStore store;
    private final MemoryTable<TextKey, HeldPhoneNumber> byOrganization;
    private final MemoryTable<PhoneNumber, HeldPhoneNumber> byNumber;
    private final OrganizationCounts counts;
    private final Map<PhoneNumber, AccountId> directory = new ConcurrentHashMap<>();

    MemoryPhoneNumbers(InMemoryStore store) {
        this.store = store;
        byOrganization = store.table();
        byNumber = store.table();
        counts = new OrganizationCounts(store);
    }

    @Override
    public boolean claim(HeldPhoneNumber number) {
        AccountId account = number.account();
        store.requireWritable(account);
        AccountId holder = directory.putIfAbsent(number.number(), account);
        if (holder == null) {
            store.onRollback(account, () -> directory.remove(number.number(), account));
        } else if (!holder.equals(account)
                || byNumber.find(account, number.number()).isPresent()) {
            return false;
        }
        byNumber.put(account, number.number(), number);
        byOrganization.put(account, key(number), number);
        counts.change(number.account(), number.organization(), 1);
        return true;
    }

    @Override
    public void route(HeldPhoneNumber number) {
        byNumber.find(number.account(), number.number())
                .filter(kept -> kept.organization().equals(number.organization()))
                .ifPresent(kept -> {
                    byNumber.put(number.account(), number.number(), number);
                    byOrganization.put(number.account(), key(number), number);
                });
    }

    @Override
    public void release(HeldPhoneNumber number) {
        AccountId account = number.account();
        byNumber.find(account, number.number())
                .filter(kept -> kept.organization().equals(number.organization()))
                .ifPresent(kept -> {
                    byNumber.remove(account, kept.number());
                    byOrganization.remove(account, key(kept));
                    counts.change(kept.account(), kept.organization(), -1);
                    store.afterCommit(account, () -> leaveDirectory(account, kept.number()));
                });
    }

    @Override
    public Optional<HeldPhoneNumber> find(OrganizationScope scope, PhoneNumber number) {
        return byOrganization.find(scope.account(), new TextKey(scope.organizationId(), number.value()));
    }

    @Override
    public List<HeldPhoneNumber> list(OrganizationScope scope, Optional<PhoneNumber> after, int limit) {
        TextKey from = new TextKey(
                scope.organizationId(), after.map(PhoneNumber::value).orElse(""));
        return byOrganization.listAfter(
                scope.account(), from, key -> key.organization().equals(from.organization()), limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return counts.of(scope.account(), scope.organizationId());
    }

    /** Unless the same change has claimed it again, for another organization. */
    private void leaveDirectory(AccountId account, PhoneNumber number) {
        if (byNumber.find(account, number).isEmpty()) {
            directory.remove(number, account);
        }
    }

    private static TextKey key(HeldPhoneNumber one) {
        return new TextKey(one.organization(), one.number().value());
    }
}
