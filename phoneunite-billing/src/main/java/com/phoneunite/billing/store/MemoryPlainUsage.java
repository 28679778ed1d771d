package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.organization.Organization;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks whether everything is plain before the first of it is posted.
 *
 * @param core core's ports
 * @param ledger where it is posted
 * @param autoRecharges where thresholds are
 */
record MemoryPlainUsage(Store core, LedgerRepository ledger, AutoRechargeRepository autoRecharges)
        implements PlainUsage {

    @Override
    public List<Optional<LedgerEntry>> post(List<Posting> usage) {
        if (core.unitOfWork().isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("usage in one step");
        }
        if (usage.size() == 1) {
            return postOf(usage.get(0).account(), usage);
        }
        Map<Posting, Optional<LedgerEntry>> posted = new LinkedHashMap<>();
        usage.stream().collect(Collectors.groupingBy(Posting::account)).forEach((account, own) -> {
            List<Optional<LedgerEntry>> entries = postOf(account, own);
            for (int i = 0; i < own.size(); i++) {
                posted.put(own.get(i), entries.get(i));
            }
        });
        return usage.stream().map(posted::get).toList();
    }

    private List<Optional<LedgerEntry>> postOf(AccountId account, List<Posting> own) {
        return core.unitOfWork()
                .change(account, () -> arePlain(account, own) ? posted(own) : PlainUsage.NONE.post(own));
    }

    private List<Optional<LedgerEntry>> posted(List<Posting> own) {
        return own.size() == 1
                ? List.of(posted(ledger.post(own.get(0))))
                : ledger.postAll(own).stream().map(MemoryPlainUsage::posted).toList();
    }

    private static Optional<LedgerEntry> posted(PostingOutcome outcome) {
        return outcome instanceof PostingOutcome.Posted now ? Optional.of(now.entry()) : Optional.empty();
    }

    private boolean arePlain(AccountId account, List<Posting> own) {
        Optional<LedgerHead> head = ledger.head(account);
        if (head.isEmpty()) {
            return false;
        }
        // Alone it need not be known beforehand whether the reference is new: where it is not, to post it changes
        // nothing.
        boolean isAlone = own.size() == 1;
        Set<String> references = isAlone ? Set.of() : new HashSet<>();
        long balance = head.get().balanceMinor();
        for (Posting one : own) {
            long signed = one.signedMinor();
            boolean isPlain = signed < 0
                    && BalanceLedger.covers(balance, -signed)
                    && one.currency().equals(head.get().currency())
                    && (isAlone || references.add(one.reference()))
                    && (isAlone || !isKnown(one))
                    && isOfAnOpenOrganization(one);
            if (!isPlain) {
                return false;
            }
            balance += signed;
        }
        long left = balance;
        return autoRecharges
                .find(account)
                .flatMap(AutoRechargeStanding::setting)
                .filter(setting -> setting.isBelowThreshold(left))
                .isEmpty();
    }

    private boolean isKnown(Posting one) {
        return ledger.find(one.account(), EntryKind.USAGE, one.reference()).isPresent();
    }

    private boolean isOfAnOpenOrganization(Posting one) {
        return one.organization()
                .flatMap(id -> core.organizations().find(one.account(), id))
                .filter(Organization::isOpen)
                .isPresent();
    }
}
