package com.phoneunite.postgresql;

import com.phoneunite.account.CountryCode;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Values that are one text in a document: the text that they write themselves, from which they are made again. */
final class Scalars {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(String.class, FreeText::read),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(boolean.class, Boolean::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(YearMonth.class, YearMonth::parse),
            Map.entry(ZoneId.class, ZoneId::of),
            Map.entry(Money.class, Money::parse),
            Map.entry(CurrencyUnit.class, CurrencyUnit::of),
            Map.entry(CountryCode.class, CountryCode::new),
            Map.entry(IdempotencyKey.class, IdempotencyKey::new),
            Map.entry(UserId.class, UserId::parse),
            Map.entry(InvitationId.class, InvitationId::parse),
            Map.entry(OrganizationName.class, OrganizationName::new),
            Map.entry(PlanName.class, PlanName::new),
            Map.entry(DisplayName.class, DisplayName::new),
            Map.entry(Extension.class, Extension::new),
            Map.entry(PhoneNumber.class, PhoneNumber::new),
            Map.entry(ResourceRef.class, ResourceRef::parse),
            Map.entry(Destination.class, Destinations::read));

    private Scalars() {}

    /** The text of a value; nothing where it is made of several. */
    static Optional<String> text(Object value) {
        if (value instanceof String free) {
            return Optional.of(FreeText.write(free));
        }
        if (value instanceof Destination destination) {
            return Optional.of(Destinations.text(destination));
        }
        if (value instanceof Enum<?> one) {
            return Optional.of(one.name());
        }
        boolean isOne = value instanceof ZoneId || READERS.containsKey(value.getClass());
        return isOne ? Optional.of(value.toString()) : Optional.empty();
    }

    static Object value(Class<?> type, String text) {
        if (type.isEnum()) {
            for (Object one : type.getEnumConstants()) {
                if (((Enum<?>) one).name().equals(text)) {
                    return one;
                }
            }
        }
        Function<String, ?> reader = READERS.get(type);
        if (reader == null) {
            throw new PhoneUniteFault("no " + type.getName() + " is made of a text");
        }
        return reader.apply(text);
    }
}
