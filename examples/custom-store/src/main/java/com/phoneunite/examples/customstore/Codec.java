package com.phoneunite.examples.customstore;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.DisplayName;
import com.phoneunite.json.CallTreeJson;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.SoundId;
import com.phoneunite.telephony.TelephonyEvent;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AccessorNamingStrategy;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * The library's records as JSON: by their components, values of one text as that text, and what is sealed with the name of its case. What
 * cannot be read is a fault, and never half read.
 */
final class Codec {

    /** What is sealed, or open to the events of each feature. */
    private static final List<Class<?>> FAMILIES = List.of(
            Actor.class,
            Destination.class,
            AccountEvent.class,
            OrganizationEvent.class,
            MembershipEvent.class,
            ResourceEvent.class,
            TelephonyEvent.class,
            CycleEvent.class,
            RechargeEvent.class);

    private static final JsonMapper JSON = mapper();

    private Codec() {}

    static String write(Object value) {
        return write(value, value.getClass());
    }

    /** As a case of that type. */
    static String write(Object value, Class<?> type) {
        return JSON.writerFor(type).writeValueAsString(value);
    }

    /** Its message may hold what stands in the body: only where it failed is told. */
    static <T> T read(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException e) {
            PhoneUniteFault fault = new PhoneUniteFault("a " + type.getSimpleName() + " that is kept cannot be read");
            fault.setStackTrace(e.getStackTrace());
            throw fault;
        }
    }

    private static JsonMapper mapper() {
        SimpleModule values = new SimpleModule("phoneunite");
        text(values, AccountId.class, AccountId::toString, AccountId::parse);
        text(values, OrganizationId.class, OrganizationId::toString, OrganizationId::parse);
        text(values, UserId.class, UserId::toString, UserId::parse);
        text(values, InvitationId.class, InvitationId::toString, InvitationId::parse);
        text(values, CallTreeId.class, CallTreeId::toString, CallTreeId::parse);
        text(values, SoundId.class, SoundId::toString, SoundId::parse);
        text(values, IdempotencyKey.class, IdempotencyKey::value, IdempotencyKey::new);
        text(values, DisplayName.class, DisplayName::value, DisplayName::new);
        text(values, OrganizationName.class, OrganizationName::value, OrganizationName::new);
        text(values, PlanName.class, PlanName::value, PlanName::new);
        text(values, CountryCode.class, CountryCode::value, CountryCode::new);
        text(values, EmailAddress.class, EmailAddress::value, EmailAddress::new);
        text(values, Extension.class, Extension::value, Extension::new);
        text(values, PhoneNumber.class, PhoneNumber::value, PhoneNumber::new);
        text(values, ResourceRef.class, ResourceRef::toString, ResourceRef::parse);
        text(values, CurrencyUnit.class, CurrencyUnit::getCode, CurrencyUnit::of);
        text(values, Money.class, Money::toString, Money::parse);
        text(values, PaymentToken.class, PaymentToken::reveal, PaymentToken::of);
        text(values, CallTree.class, CallTreeJson::write, Codec::callTree);
        JsonMapper.Builder json = JsonMapper.builder()
                .addModule(values)
                .accessorNaming(new ComponentsOnly())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        for (Class<?> family : FAMILIES) {
            json.addMixIn(DomainEvent.class.isAssignableFrom(family) ? DomainEvent.class : family, Named.class);
            for (Class<?> one : family.getPermittedSubclasses()) {
                json.registerSubtypes(new NamedType(one, family.getSimpleName() + "." + one.getSimpleName()));
            }
        }
        return json.build();
    }

    private static CallTree callTree(String document) {
        return CallTreeJson.read(document).parse().fold(tree -> tree, refusal -> {
            throw new IllegalArgumentException("a call tree that is kept is none any more");
        });
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getString());
            }
        });
    }

    /** Tells which case it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    /** Nothing but the components of a record: {@code isOpen()} is none. */
    private static final class ComponentsOnly extends DefaultAccessorNamingStrategy.Provider {

        private static final long serialVersionUID = 1L;

        @Override
        public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
            return new DefaultAccessorNamingStrategy.RecordNaming(config, type) {
                @Override
                public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
                    return null;
                }

                @Override
                public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
                    return _fieldNames.contains(name) ? name : null;
                }
            };
        }
    }
}
