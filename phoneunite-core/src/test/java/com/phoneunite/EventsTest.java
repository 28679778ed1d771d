package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final World world = new World();

    @Test
    void X3_everyChangeIsExactlyItsEventsWithItsActorAndItsOrganization() {
        Account account = world.open();
        Instant at = world.clock.instant();
        UserSession owner = world.phoneUnite.signIn(account.owner());
        world.putCardOnFile(account.id());
        Organization first = world.snapshot(account.id()).organizations().get(0);
        Organization second = owner.addOrganization("Second", "standard");
        Organization renamed = owner.renameOrganization(second.id(), "Renamed");
        User user = owner.users().add("user@example.com");
        Administrators section = owner.switchTo(second.id()).administrators();
        section.add(user.id());
        world.phoneUnite
                .signIn(user.ref())
                .switchTo(second.id())
                .administrators()
                .remove(owner.user());
        section.add(owner.user());
        owner.users().deactivate(user.id());
        User heir = owner.users().add("heir@example.com");
        owner.handOverTo(heir.id());

        AccountId id = account.id();
        UserId own = account.ownerId();
        Optional<OrganizationId> none = Optional.empty();
        Optional<OrganizationId> one = Optional.of(first.id());
        Optional<OrganizationId> two = Optional.of(second.id());
        Actor you = Actor.user(own);
        Actor they = Actor.user(user.id());
        assertThat(world.events(id))
                .containsExactly(
                        new RecordedEvent(
                                id,
                                1,
                                none,
                                you,
                                at,
                                new AccountEvent.Opened(own, account.country(), account.zone(), account.currency())),
                        new RecordedEvent(id, 2, none, you, at, new MembershipEvent.UserAdded(own)),
                        new RecordedEvent(
                                id,
                                3,
                                one,
                                you,
                                at,
                                new OrganizationEvent.Added(first.name(), first.plan(), OrganizationState.TRIAL)),
                        new RecordedEvent(id, 4, one, you, at, new MembershipEvent.AdministratorAdded(own)),
                        new RecordedEvent(
                                id,
                                5,
                                two,
                                you,
                                at,
                                new OrganizationEvent.Added(second.name(), second.plan(), OrganizationState.ACTIVE)),
                        new RecordedEvent(id, 6, two, you, at, new MembershipEvent.AdministratorAdded(own)),
                        new RecordedEvent(
                                id, 7, two, you, at, new OrganizationEvent.Renamed(second.name(), renamed.name())),
                        new RecordedEvent(id, 8, none, you, at, new MembershipEvent.UserAdded(user.id())),
                        new RecordedEvent(id, 9, two, you, at, new MembershipEvent.AdministratorAdded(user.id())),
                        new RecordedEvent(id, 10, two, they, at, new MembershipEvent.AdministratorRemoved(own)),
                        new RecordedEvent(id, 11, two, you, at, new MembershipEvent.AdministratorAdded(own)),
                        new RecordedEvent(id, 12, none, you, at, new MembershipEvent.UserDeactivated(user.id())),
                        new RecordedEvent(id, 13, none, you, at, new MembershipEvent.UserAdded(heir.id())),
                        new RecordedEvent(id, 14, none, you, at, new AccountEvent.HandedOver(own, heir.id())));
        assertThat(world.plainEvents(id).toString()).doesNotContain("@", "example");
    }

    @Test
    void X3_whatChangesNothingEmitsNothing() {
        UserSession owner = world.owner();
        List<RecordedEvent> before = world.events(owner.accountId());
        OrganizationId first = world.first(owner);
        owner.renameOrganization(first, "Product Experts, LLC");
        owner.handOverTo(owner.user());
        owner.switchTo(first).administrators().add(owner.user());
        owner.account();
        assertThat(world.events(owner.accountId())).isEqualTo(before);
    }

    @Test
    void X3_theIdOfAnEventNeverChangesAndIsItsOwn() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UserSession owner = world.owner();
            owner.users().add("user@example.com");
            List<RecordedEvent> events = world.events(owner.accountId());
            assertThat(events)
                    .extracting(RecordedEvent::id)
                    .isEqualTo(world.events(owner.accountId()).stream()
                            .map(one -> RecordedEvent.idAt(one.account(), one.position()))
                            .toList());
            events.forEach(one -> ids.add(one.id()));
        }
        assertThat(ids).hasSize(100).doesNotHaveDuplicates();
        assertThat(RecordedEvent.idAt(new AccountId(new UUID(1, 1)), 1))
                .isEqualTo(UUID.fromString(
                        RecordedEvent.idAt(new AccountId(new UUID(1, 1)), 1).toString()))
                .satisfies(id -> assertThat(id.version()).isEqualTo(8))
                .satisfies(id -> assertThat(id.variant()).isEqualTo(2));
    }

    @Test
    void X3_eventsAreReadInOrderFromAnyPosition() {
        UserSession owner = world.owner();
        List<RecordedEvent> all = world.events(owner.accountId());
        for (int after = 0; after <= all.size(); after++) {
            int position = after;
            assertThat(world.store
                            .unitOfWork()
                            .view(owner.accountId(), () -> world.store.outbox().read(owner.accountId(), position, 2)))
                    .containsExactlyElementsOf(all.subList(after, Math.min(after + 2, all.size())));
        }
    }

    @Test
    void X2_aClockThatGoesBackwardsDoesNotTakeTheOutboxWithIt() {
        UserSession owner = world.owner();
        Instant latest = world.clock.instant();
        for (int i = 0; i < 10; i++) {
            world.clock.advance(Duration.ofSeconds(i % 3 == 0 ? 100 : -200));
            owner.users().add("user" + i + "@example.com");
            List<RecordedEvent> events = world.events(owner.accountId());
            Instant last = events.get(events.size() - 1).at();
            assertThat(last).isAfterOrEqualTo(latest).isAfterOrEqualTo(world.clock.instant());
            latest = last;
        }
    }

    @Test
    void X2_everyMomentIsKeptToTheMicrosecond() {
        world.clock.set("2026-01-31T15:00:00.123456789Z");
        Instant kept = Instant.parse("2026-01-31T15:00:00.123456Z");
        UserSession owner = world.owner();
        User user = owner.users().add("user@example.com");
        Organization added = owner.addOrganization("Another", "standard");
        assertThat(owner.switchTo(added.id()).administrators().add(user.id()).since())
                .isEqualTo(kept);
        assertThat(user.addedAt()).isEqualTo(kept);
        assertThat(added.addedAt()).isEqualTo(kept);
        assertThat(owner.account().openedAt()).isEqualTo(kept);
        assertThat(world.events(owner.accountId()))
                .extracting(RecordedEvent::at)
                .containsOnly(kept);
    }
}
