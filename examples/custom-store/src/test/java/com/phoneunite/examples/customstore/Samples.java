package com.phoneunite.examples.customstore;

import com.phoneunite.account.CountryCode;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.PhoneNumber;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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

/** A value of any type that events are made of. */
final class Samples {

    static final Instant MOMENT = Instant.parse("2026-01-31T15:00:00.000001Z");

    private static final Map<Type, Object> KNOWN = Map.ofEntries(
            Map.entry(String.class, "Visa"),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 3),
            Map.entry(UUID.class, new UUID(2, 2)),
            Map.entry(Instant.class, MOMENT),
            Map.entry(LocalDate.class, LocalDate.of(2026, 1, 31)),
            Map.entry(YearMonth.class, YearMonth.of(2040, 12)),
            Map.entry(ZoneId.class, ZoneId.of("America/New_York")),
            Map.entry(CurrencyUnit.class, CurrencyUnit.USD),
            Map.entry(Money.class, Money.parse("USD 10.00")),
            Map.entry(CountryCode.class, new CountryCode("US")),
            Map.entry(IdempotencyKey.class, new IdempotencyKey("auto/1")),
            Map.entry(DisplayName.class, new DisplayName("Straße \"1\"")),
            Map.entry(OrganizationName.class, new OrganizationName("Services Experts, LLC")),
            Map.entry(PlanName.class, new PlanName("standard")),
            Map.entry(Extension.class, new Extension("101")),
            Map.entry(PhoneNumber.class, new PhoneNumber("+12025550123")),
            Map.entry(
                    AutoRecharge.class,
                    AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00")),
            Map.entry(Destination.class, new Destination.ToVoicemail(new Extension("101"))),
            Map.entry(ResourceRef.class, new ResourceRef("ring_group", "a:b")));

    private Samples() {}

    static UserId user() {
        return new UserId(new UUID(2, 2));
    }

    static Object of(Type type) {
        Object known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return Optional.of(of(optional.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        return plain.isEnum() ? plain.getEnumConstants()[0] : record(plain);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> of(component.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a sample of " + type + " cannot be made", e);
        }
    }
}
