package com.phoneunite.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.billing.ledger.LedgerEvent;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.membership.User;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.RecordedEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is what was given. */
class H2CodecTest {

    /** Every event that there is but entries of the ledger, which keep themselves. */
    static Stream<Class<?>> events() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.phoneunite")
                        .that(JavaClass.Predicates.assignableTo(DomainEvent.class))
                        .stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .filter(type -> type != LedgerEvent.Posted.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void X3_everyEventThatThereIsComesBackAsItWas(Class<?> type) {
        RecordedEvent event = new RecordedEvent(
                new AccountId(new UUID(1, 1)),
                7,
                Optional.of(new OrganizationId(new UUID(1, 2))),
                Actor.operator("support"),
                Samples.MOMENT,
                (DomainEvent) Samples.of(type));
        assertThat(Codec.read(Codec.write(event), RecordedEvent.class)).isEqualTo(event);
    }

    @Test
    void X3_eachActorComesBackAsItWas() {
        for (Actor actor : new Actor[] {Actor.user(Samples.user()), Actor.operator("support"), Actor.system()}) {
            assertThat(Codec.read(Codec.write(actor, Actor.class), Actor.class)).isEqualTo(actor);
        }
    }

    @Test
    void M1_aBodyIsWrittenByItsComponentsAndNothingElse() {
        User user = new User(
                new AccountId(new UUID(1, 1)),
                Samples.user(),
                EmailAddress.parse("you@example.com"),
                true,
                Samples.MOMENT);
        assertThat(Codec.write(user))
                .isEqualTo("{\"account\":\"00000000-0000-0001-0000-000000000001\","
                        + "\"id\":\"00000000-0000-0002-0000-000000000002\",\"email\":\"you@example.com\","
                        + "\"active\":true,\"addedAt\":\"2026-01-31T15:00:00.000001Z\"}");
    }

    @Test
    void P2_aBodyThatCannotBeReadTellsNothingOfWhatStandsInIt() {
        assertThatThrownBy(() -> Codec.read("{\"secret\":\"tok_visa\"}", User.class))
                .isInstanceOf(PhoneUniteFault.class)
                .hasNoCause()
                .hasMessage("a User that is kept cannot be read");
    }
}
