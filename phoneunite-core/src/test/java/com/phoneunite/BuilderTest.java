package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BuilderTest {

    private final InMemoryStore store = InMemoryStore.create();
    private final HandClock clock = new HandClock("2026-01-31T15:00:00Z");

    @Test
    void whoIsAskedAboutMoneyHasToBeSaid() {
        PhoneUnite.Builder builder = PhoneUnite.builder(store);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("billing(");
        assertThatThrownBy(() -> PhoneUnite.builder(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.billing(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.clock(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> builder.ids(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void X1_billingHasToWriteInTheSameUnitOfWork() {
        PhoneUnite.Builder builder = PhoneUnite.builder(store)
                .billing(new GrantingBilling(
                        Optional.of(clock), Optional.of(InMemoryStore.create().unitOfWork())));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("same store");
    }

    @Test
    void X2_billingHasToRunByTheSameClock() {
        OrganizationBilling billing = new GrantingBilling(Optional.of(clock), Optional.of(store.unitOfWork()));
        PhoneUnite.Builder other =
                PhoneUnite.builder(store).billing(billing).clock(new HandClock("2026-01-31T15:00:00Z"));
        assertThatThrownBy(other::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("same clock");
        for (PhoneUnite.Builder same : List.of(
                PhoneUnite.builder(store).billing(billing),
                PhoneUnite.builder(store).billing(billing).clock(clock))) {
            assertThat(same.build().openAccount(World.request()).openedAt()).isEqualTo(clock.instant());
        }
    }

    @Test
    void B4_aTrialIsAsLongAsTheHostSays() {
        for (int days : new int[] {-1, 0, 3_651}) {
            assertThatThrownBy(() -> PhoneUnite.builder(store).trialDays(days))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        PhoneUnite phoneUnite = PhoneUnite.builder(store)
                .billing(OrganizationBilling.none())
                .clock(clock)
                .trialDays(1)
                .build();
        Account account = phoneUnite.openAccount(World.request());
        assertThat(Snapshot.of(store, account.id()).organizations().get(0).trialEndsAt())
                .contains(Instant.parse("2026-02-01T05:00:00Z"));
    }

    @Test
    void X2_idsComeFromTheSourceThatTheHostGives() {
        Queue<UUID> ids = new ArrayDeque<>(List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3)));
        Account account = PhoneUnite.builder(store)
                .billing(OrganizationBilling.none())
                .clock(clock)
                .ids(ids::remove)
                .build()
                .openAccount(World.request());
        assertThat(account.id().value()).isEqualTo(new UUID(1, 1));
        assertThat(account.ownerId().value()).isEqualTo(new UUID(1, 2));
        assertThat(Snapshot.of(store, account.id()).organizations().get(0).id().value())
                .isEqualTo(new UUID(1, 3));
    }

    @Test
    void X2_idsThatNobodyGivesAreUuidsOfVersion7ByTheClock() {
        Account account = new World().open();
        assertThat(account.id().value().version()).isEqualTo(7);
        assertThat(account.id().value().getMostSignificantBits() >>> 16)
                .isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void T2_whatIsReservedIsCheckedWhenItIsSaid() {
        assertThatThrownBy(() -> PhoneUnite.builder(InMemoryStore.create()).reserveExtensions("12", "not digits"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
