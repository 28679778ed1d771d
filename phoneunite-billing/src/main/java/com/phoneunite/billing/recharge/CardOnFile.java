package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.Change;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.recharge.RechargeRefusal.PaymentMethodInUse;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules P1 to P3: the one card of an account. Thread-safe. */
public final class CardOnFile {

    private final Store core;
    private final RechargeRepository recharges;
    private final AutoRechargeBook autoRecharge;
    private final BoundedGateway gateway;
    private final BillingCycle cycle;

    CardOnFile(PaymentPorts ports, BillingCycle cycle, AutoRechargeBook autoRecharge) {
        this.core = ports.core();
        this.recharges = ports.recharges();
        this.autoRecharge = autoRecharge;
        this.gateway = ports.gateway();
        this.cycle = cycle;
    }

    /**
     * Asks the gateway what card a token stands for. Runs with nothing open.
     *
     * @return the card, or {@code PAYMENT_METHOD_REJECTED} or {@code PAYMENT_GATEWAY_UNAVAILABLE}
     */
    public Decision<CardOutcome.Known> describe(PaymentToken token) {
        return gateway.describe(token)
                .fold(
                        Decision::granted,
                        rejected -> Decision.refused(new RechargeRefusal.PaymentMethodRejected()),
                        unavailable -> Decision.refused(new RechargeRefusal.PaymentGatewayUnavailable()));
    }

    /** Rule P1: puts the card on file in place of any other. The card that is on file already changes nothing. */
    public PaymentMethod put(Account account, PaymentToken token, CardOutcome.Known card, Change change) {
        PaymentMethod method = card.onFileSince(change.at());
        Optional<PaymentMethod> same = account.paymentMethod()
                .filter(former -> former.equals(card.onFileSince(former.since())))
                .filter(former ->
                        recharges.card(account.id()).filter(token::equals).isPresent());
        if (same.isPresent()) {
            return same.get();
        }
        boolean isAnother = recharges.card(account.id()).filter(token::equals).isEmpty();
        recharges.saveCard(account.id(), Optional.of(token));
        core.accounts().save(account.withPaymentMethod(method));
        core.outbox()
                .append(
                        change,
                        Optional.empty(),
                        new AccountEvent.PaymentMethodPut(method.brand(), method.lastFour(), method.expiry()));
        if (isAnother) {
            autoRecharge.cardReplaced(change);
            if (autoRecharge.isOn(account.id())) {
                cycle.reschedule(change);
            }
        }
        return method;
    }

    /** Rule P3: removes the card, unless it is needed. Where there is none, nothing changes. */
    public Optional<Refusal> remove(Account account, Change change) {
        if (account.paymentMethod().isEmpty()) {
            return Optional.empty();
        }
        List<PaymentMethodInUse.Reason> because = new ArrayList<>();
        if (furtherOrganizationIsOpen(account)) {
            because.add(PaymentMethodInUse.Reason.FURTHER_ORGANIZATION_OPEN);
        }
        if (recharges.findUnresolved(account.id()).isPresent()) {
            because.add(PaymentMethodInUse.Reason.RECHARGE_UNRESOLVED);
        }
        if (autoRecharge.isOn(account.id())) {
            because.add(PaymentMethodInUse.Reason.AUTO_RECHARGE_ON);
        }
        if (!because.isEmpty()) {
            return Optional.of(new PaymentMethodInUse(because));
        }
        recharges.saveCard(account.id(), Optional.empty());
        core.accounts().save(account.withoutPaymentMethod());
        core.outbox().append(change, Optional.empty(), new AccountEvent.PaymentMethodRemoved());
        return Optional.empty();
    }

    private boolean furtherOrganizationIsOpen(Account account) {
        int after = 0;
        while (true) {
            List<Organization> further = core.organizations().list(account.id(), after, PageRequest.MAX_LIMIT);
            if (further.stream().anyMatch(Organization::isOpen)) {
                return true;
            }
            if (further.isEmpty()) {
                return false;
            }
            after = further.get(further.size() - 1).ordinal();
        }
    }
}
