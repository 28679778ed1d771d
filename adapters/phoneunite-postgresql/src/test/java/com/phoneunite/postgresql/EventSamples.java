package com.phoneunite.postgresql;

import com.phoneunite.account.CountryCode;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.PhoneNumber;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An event of each type, with something in each component. */
final class EventSamples {

    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "a \"text\" \u00fc \\ \u0000"),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 3),
            Map.entry(Instant.class, Instant.parse("2026-01-31T15:00:00.123456Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-01-31")),
            Map.entry(YearMonth.class, YearMonth.parse("2030-12")),
            Map.entry(ZoneId.class, ZoneId.of("America/New_York")),
            Map.entry(Money.class, Money.parse("USD 12.30")),
            Map.entry(CurrencyUnit.class, CurrencyUnit.JPY),
            Map.entry(CountryCode.class, new CountryCode("US")),
            Map.entry(IdempotencyKey.class, new IdempotencyKey("a-key")),
            Map.entry(UserId.class, new UserId(ID)),
            Map.entry(InvitationId.class, new InvitationId(ID)),
            Map.entry(OrganizationName.class, OrganizationName.parse("Product Experts, LLC")),
            Map.entry(PlanName.class, new PlanName("standard")),
            Map.entry(DisplayName.class, DisplayName.parse("Main")),
            Map.entry(Extension.class, new Extension("007")),
            Map.entry(PhoneNumber.class, PhoneNumber.parse("+12025550123")),
            Map.entry(ResourceRef.class, new ResourceRef("ring_group", "a:b")),
            Map.entry(Destination.class, new Destination.ToResource(new ResourceRef("ring_group", "a:b"))),
            Map.entry(
                    AutoRecharge.class,
                    AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00")));

    private EventSamples() {}

    static DomainEvent of(Class<?> type) {
        return (DomainEvent) make(type);
    }

    private static Object make(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(EventSamples::value).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component) {
        if (component.getType() == Optional.class) {
            return Optional.of(
                    value((Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]));
        }
        return value(component.getType());
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Object value = VALUES.get(type);
        return value == null ? make(type) : value;
    }
}
