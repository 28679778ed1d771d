package com.phoneunite.docs;

import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerEvent;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.TelephonyEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One event of every type that the features seal. */
final class EventSamples {

    /** A feature that seals events of its own belongs here. */
    private static final List<Class<? extends DomainEvent>> FEATURES = List.of(
            AccountEvent.class,
            OrganizationEvent.class,
            MembershipEvent.class,
            ResourceEvent.class,
            TelephonyEvent.class,
            LedgerEvent.class,
            CycleEvent.class,
            RechargeEvent.class);

    private static final Instant MOMENT = Instant.parse("2026-01-31T15:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Map<Class<?>, Object> KNOWN = Map.ofEntries(
            Map.entry(String.class, "call-42"),
            Map.entry(boolean.class, true),
            Map.entry(UUID.class, new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L)),
            Map.entry(Instant.class, MOMENT),
            Map.entry(YearMonth.class, YearMonth.of(2040, 12)),
            Map.entry(ZoneId.class, ZONE),
            Map.entry(CurrencyUnit.class, CurrencyUnit.USD),
            Map.entry(Money.class, Money.parse("USD 8.01")),
            Map.entry(CountryCode.class, new CountryCode("US")),
            Map.entry(IdempotencyKey.class, new IdempotencyKey("first")),
            Map.entry(DisplayName.class, new DisplayName("Sales")),
            Map.entry(OrganizationName.class, new OrganizationName("Services Experts, LLC")),
            Map.entry(PlanName.class, new PlanName("standard")),
            Map.entry(Extension.class, new Extension("101")),
            Map.entry(PhoneNumber.class, new PhoneNumber("+12025550123")),
            Map.entry(ResourceRef.class, new ResourceRef("sound", "welcome")),
            Map.entry(PeriodAnchor.class, PeriodAnchor.at(1, MOMENT, ZONE)),
            Map.entry(
                    AutoRecharge.class,
                    AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00")),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(LedgerEntry.class, entry()));

    private EventSamples() {}

    static Stream<DomainEvent> all() {
        return FEATURES.stream()
                .flatMap(feature -> Arrays.stream(feature.getPermittedSubclasses()))
                .map(type -> (DomainEvent) of(type));
    }

    private static LedgerEntry entry() {
        return new LedgerEntry(
                new AccountId(new UUID(1, 1)),
                1,
                2,
                EntryKind.RECHARGE,
                CurrencyUnit.USD,
                801,
                801,
                Optional.empty(),
                new Actor.SystemActor(),
                MOMENT,
                MOMENT,
                "first");
    }

    private static Object of(Class<?> type) {
        if (KNOWN.containsKey(type)) {
            return KNOWN.get(type);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : record(type);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(EventSamples::of).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("give KNOWN a value of " + type, e);
        }
    }
}
