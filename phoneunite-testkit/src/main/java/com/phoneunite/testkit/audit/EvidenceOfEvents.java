package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.ledger.LedgerEvent;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Rule X3: tells of events in the auditor's words. Of those that are nothing to it, it tells that they are there. */
final class EvidenceOfEvents {

    private EvidenceOfEvents() {}

    static List<Happening> read(Outbox outbox, AccountId account, long afterPosition, int page) {
        List<Happening> all = new ArrayList<>();
        List<RecordedEvent> events;
        long last = afterPosition;
        do {
            events = outbox.read(account, last, page);
            for (RecordedEvent event : events) {
                last = event.position();
                happening(event).ifPresent(all::add);
            }
        } while (events.size() == page);
        return all;
    }

    /** What an event tells of; nothing where it is an entry of the ledger, which is read there. */
    static Optional<Happening> happening(RecordedEvent event) {
        return event.event() instanceof LedgerEvent
                ? Optional.empty()
                : Optional.of(new Happening(
                        event.position(),
                        event.at(),
                        Evidence.isSystem(event.actor()),
                        telling(event.event(), event.organization())));
    }

    private static BiConsumer<Judge, Told> telling(DomainEvent event, Optional<OrganizationId> about) {
        if (event instanceof RechargeEvent recharge) {
            return ofRecharges(recharge);
        }
        if (event instanceof CycleEvent cycle) {
            return ofPeriods(cycle, about);
        }
        if (event instanceof OrganizationEvent organization && about.isPresent()) {
            return ofOrganizations(organization, about.get());
        }
        return event instanceof AccountEvent.PaymentMethodPut
                ? (judge, told) -> judge.cardPut(told)
                : (judge, told) -> {};
    }

    private static BiConsumer<Judge, Told> ofOrganizations(OrganizationEvent event, OrganizationId id) {
        if (event instanceof OrganizationEvent.Added added) {
            return (judge, told) -> judge.added(told, id, state(added.state()), added.plan());
        }
        if (event instanceof OrganizationEvent.StateChanged changed) {
            return (judge, told) -> judge.became(told, id, state(changed.from()), state(changed.to()));
        }
        return event instanceof OrganizationEvent.PlanChanged changed
                ? (judge, told) -> judge.planBecame(told, id, changed.from(), changed.to())
                : (judge, told) -> {};
    }

    private static BiConsumer<Judge, Told> ofPeriods(CycleEvent event, Optional<OrganizationId> about) {
        if (event instanceof CycleEvent.ArrearsRecorded recorded) {
            long minor = recorded.amount().getAmountMinorLong();
            return (judge, told) -> judge.arrearsRecorded(told, recorded.reference(), minor);
        }
        if (event instanceof CycleEvent.ArrearsForgiven forgiven) {
            long minor = forgiven.amount().getAmountMinorLong();
            return (judge, told) -> judge.arrearsForgiven(told, forgiven.reference(), minor);
        }
        return about.map(id -> ofPeriods(event, id)).orElse((judge, told) -> {});
    }

    private static BiConsumer<Judge, Told> ofPeriods(CycleEvent event, OrganizationId id) {
        if (event instanceof CycleEvent.Anchored anchored) {
            return (judge, told) -> judge.anchored(
                    told, id, anchored.anchor().number(), anchored.anchor().moment());
        }
        if (event instanceof CycleEvent.FreePeriodPaid free) {
            return (judge, told) -> judge.freePeriodPaid(told, id, free.reference());
        }
        if (event instanceof CycleEvent.ShortageRecorded lack) {
            return (judge, told) -> judge.shortageRecorded(told, id, lack.reference(), lack.graceUntil());
        }
        if (event instanceof CycleEvent.PlanChangePlanned planned) {
            return (judge, told) -> judge.planned(told, id, planned.plan());
        }
        return event instanceof CycleEvent.PlanChangeDropped dropped
                ? (judge, told) -> judge.planDropped(told, id, dropped.plan())
                : (judge, told) -> {};
    }

    private static BiConsumer<Judge, Told> ofRecharges(RechargeEvent event) {
        if (event instanceof RechargeEvent.Recorded recorded) {
            boolean automatic = recorded.kind() == RechargeKind.AUTOMATIC;
            long minor = recorded.amount().getAmountMinorLong();
            return (judge, told) -> judge.attempted(told, recorded.key().value(), automatic, minor);
        }
        if (event instanceof RechargeEvent.StateChanged changed) {
            return (judge, told) ->
                    judge.attemptBecame(told, changed.key().value(), state(changed.from()), state(changed.to()));
        }
        if (event instanceof RechargeEvent.AutoRechargeSet set) {
            Setting setting = Evidence.setting(set.setting());
            return (judge, told) -> judge.autoRechargeSet(told, setting);
        }
        if (event instanceof RechargeEvent.AutoRechargeRemoved) {
            return (judge, told) -> judge.autoRechargeOff(told);
        }
        return ofTakings(event);
    }

    private static BiConsumer<Judge, Told> ofTakings(RechargeEvent event) {
        if (event instanceof RechargeEvent.RefundRecorded refund) {
            return (judge, told) -> judge.takingBegan(
                    told,
                    Taking.Source.OURS,
                    refund.key().value(),
                    refund.recharge().value());
        }
        if (event instanceof RechargeEvent.RefundStateChanged refund) {
            return (judge, told) ->
                    judge.takingBecame(told, Taking.Source.OURS, refund.key().value());
        }
        if (event instanceof RechargeEvent.ReversalRecorded reversal) {
            Taking.Source source = Taking.Source.valueOf(reversal.kind().name());
            return (judge, told) -> judge.takingBegan(
                    told, source, reversal.reference(), reversal.recharge().value());
        }
        if (event instanceof RechargeEvent.ReversalStateChanged reversal) {
            Taking.Source source = Taking.Source.valueOf(reversal.kind().name());
            return (judge, told) -> judge.takingBecame(told, source, reversal.reference());
        }
        return (judge, told) -> {};
    }

    private static State state(OrganizationState state) {
        return State.valueOf(state.name());
    }

    private static AttemptState state(RechargeState state) {
        return AttemptState.valueOf(state.name());
    }
}
