package com.phoneunite.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.Snapshot;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private final InMemoryStore store = InMemoryStore.create();

    private static User user(int id, String email) {
        return new User(ACCOUNT, new UserId(new UUID(2, id)), EmailAddress.parse(email), true, NOW);
    }

    private static Organization organization(int id, String name, OrganizationState state) {
        return new Organization(
                ACCOUNT,
                new OrganizationId(new UUID(3, id)),
                OrganizationName.parse(name),
                new PlanName("standard"),
                state,
                id,
                NOW,
                id == 0 ? Optional.of(NOW) : Optional.empty(),
                Optional.empty());
    }

    private void save(User... users) {
        store.unitOfWork().change(ACCOUNT, () -> {
            List.of(users).forEach(store.users()::save);
            return users;
        });
    }

    private void save(Organization... organizations) {
        store.unitOfWork().change(ACCOUNT, () -> {
            List.of(organizations).forEach(store.organizations()::save);
            return organizations;
        });
    }

    @Test
    void M1_anAddressThatIsNotUniqueIsAFaultThatLeavesNothingHalfWritten() {
        save(user(1, "one@example.com"), user(2, "two@example.com"));
        Snapshot before = Snapshot.of(store, ACCOUNT);
        store.unitOfWork().change(ACCOUNT, () -> {
            for (User wrong : List.of(user(1, "two@example.com"), user(3, "one@example.com"))) {
                assertThatThrownBy(() -> store.users().save(wrong))
                        .isInstanceOf(PhoneUniteFault.class)
                        .hasMessageNotContaining("@");
            }
            return "the fault was caught";
        });
        assertThat(Snapshot.of(store, ACCOUNT)).isEqualTo(before);
    }

    @Test
    void M1_anAddressThatAUserGaveUpIsFree() {
        save(user(1, "one@example.com"), user(1, "other@example.com"), user(2, "one@example.com"));
        Snapshot now = Snapshot.of(store, ACCOUNT);
        assertThat(now.countUsers()).isEqualTo(2);
        assertThat(now.holdersOfEmails())
                .allSatisfy((id, holder) -> assertThat(holder).contains(id));
    }

    @Test
    void O2_aNameThatIsNotUniqueIsAFaultThatLeavesNothingHalfWritten() {
        save(
                organization(0, "Zero", OrganizationState.TRIAL),
                organization(1, "One", OrganizationState.ACTIVE),
                organization(2, "Two", OrganizationState.CLOSED));
        Snapshot before = Snapshot.of(store, ACCOUNT);
        store.unitOfWork().change(ACCOUNT, () -> {
            for (Organization wrong : List.of(
                    organization(1, "ZERO", OrganizationState.ACTIVE),
                    organization(2, "one", OrganizationState.ACTIVE),
                    organization(3, "One", OrganizationState.ACTIVE))) {
                assertThatThrownBy(() -> store.organizations().save(wrong)).isInstanceOf(PhoneUniteFault.class);
            }
            return "the fault was caught";
        });
        assertThat(Snapshot.of(store, ACCOUNT)).isEqualTo(before);
    }

    @Test
    void A1_anOrdinalOrARequestOfAnotherOrganizationIsAFault() {
        Organization made = requested(organization(1, "One", OrganizationState.ACTIVE));
        save(organization(0, "Zero", OrganizationState.TRIAL), made);
        save(made);
        Snapshot before = Snapshot.of(store, ACCOUNT);
        Organization sameOrdinal = new Organization(
                ACCOUNT,
                new OrganizationId(new UUID(3, 9)),
                OrganizationName.parse("Nine"),
                new PlanName("standard"),
                OrganizationState.ACTIVE,
                1,
                NOW,
                Optional.empty(),
                Optional.empty());
        Organization sameRequest = requested(organization(2, "Two", OrganizationState.CLOSED));
        store.unitOfWork().change(ACCOUNT, () -> {
            assertThatThrownBy(() -> store.organizations().save(sameOrdinal))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessageContaining("ordinal");
            assertThatThrownBy(() -> store.organizations().save(sameRequest))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessageContaining("request");
            return "the fault was caught";
        });
        assertThat(Snapshot.of(store, ACCOUNT)).isEqualTo(before);
    }

    @Test
    void M5_anAddressOrATokenOfAnotherInvitationIsAFault() {
        Invitation kept = invitation(1, 1, "one@example.com", "a");
        store.unitOfWork().execute(ACCOUNT, () -> {
            store.invitations().save(kept);
            store.invitations().save(invitation(1, 1, "one@example.com", "b"));
            store.invitations().save(kept);
            store.invitations().save(invitation(2, 2, "one@example.com", "c"));
            for (Invitation wrong :
                    List.of(invitation(3, 1, "one@example.com", "d"), invitation(4, 2, "two@example.com", "a"))) {
                assertThatThrownBy(() -> store.invitations().save(wrong))
                        .isInstanceOf(PhoneUniteFault.class)
                        .hasMessageNotContaining("@");
            }
            assertThat(store.invitations().findByTokenHash(ACCOUNT, "a")).contains(kept);
            assertThat(store.invitations().findByTokenHash(ACCOUNT, "b")).isEmpty();
            assertThat(store.invitations().findByTokenHash(ACCOUNT, "d")).isEmpty();
        });
    }

    private static Organization requested(Organization one) {
        return new Organization(
                ACCOUNT,
                one.id(),
                one.name(),
                one.plan(),
                one.state(),
                one.ordinal(),
                NOW,
                Optional.empty(),
                Optional.of(KeyedRequest.of(new IdempotencyKey("key"), "add", "fact")));
    }

    private static Invitation invitation(int id, int organization, String email, String hash) {
        return new Invitation(
                ACCOUNT,
                new OrganizationId(new UUID(3, organization)),
                new InvitationId(new UUID(4, id)),
                EmailAddress.parse(email),
                Optional.empty(),
                hash,
                new UserId(new UUID(2, 1)),
                NOW);
    }

    @Test
    void O2_theNameOfAClosedOrganizationIsFree() {
        save(
                organization(0, "Zero", OrganizationState.TRIAL),
                organization(0, "Zero", OrganizationState.CLOSED),
                organization(1, "zero", OrganizationState.ACTIVE),
                organization(0, "Zero", OrganizationState.CLOSED));
        Snapshot now = Snapshot.of(store, ACCOUNT);
        assertThat(now.holdersOfNames().values()).containsOnly(Optional.of(new OrganizationId(new UUID(3, 1))));
        assertThat(now.countEver()).isEqualTo(2);
    }

    @Test
    void X1_anIndexThatAFailedChangeEmptiedAndFilledIsAsItWas() {
        save(user(1, "one@example.com"));
        save(organization(0, "Zero", OrganizationState.TRIAL));
        Snapshot before = Snapshot.of(store, ACCOUNT);
        assertThatThrownBy(() -> store.unitOfWork().change(ACCOUNT, () -> {
                    save(user(1, "other@example.com"));
                    save(organization(0, "Other", OrganizationState.TRIAL));
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(Snapshot.of(store, ACCOUNT)).isEqualTo(before);
        assertThat(before.holdersOfEmails().values()).doesNotContain(Optional.empty());
        assertThat(before.holdersOfNames().values()).doesNotContain(Optional.empty());
    }

    @Test
    void aPartOfTheStoreIsMadeOnceAndBelongsToTheStore() {
        List<InMemoryStore> made = new ArrayList<>();
        StringBuilder part = store.part(StringBuilder.class, one -> {
            made.add(one);
            return new StringBuilder();
        });
        assertThat(store.part(StringBuilder.class, one -> new StringBuilder("another")))
                .isSameAs(part);
        assertThat(InMemoryStore.create().part(StringBuilder.class, one -> new StringBuilder()))
                .isNotSameAs(part);
        assertThat(made).containsExactly(store);
    }

    @Test
    void aJournalListsACopyAndKeepsItsOrder() {
        MemoryJournal<Integer> journal = store.journal();
        store.unitOfWork().change(ACCOUNT, () -> {
            assertThat(journal.last(ACCOUNT)).isEmpty();
            journal.append(ACCOUNT, 1);
            List<Integer> copy = journal.list(ACCOUNT, 0, 10);
            journal.append(ACCOUNT, 2);
            assertThat(copy).containsExactly(1);
            assertThat(journal.list(ACCOUNT, 1, Integer.MAX_VALUE)).containsExactly(2);
            assertThat(journal.list(ACCOUNT, 5, 1)).isEmpty();
            assertThat(journal.list(ACCOUNT, -3, 1)).containsExactly(1);
            assertThat(journal.get(ACCOUNT, 1)).isEqualTo(2);
            assertThat(journal.last(ACCOUNT)).contains(2);
            assertThat(journal.size(ACCOUNT)).isEqualTo(2);
            return "done";
        });
    }

    @Test
    void aTableIsReadInTheOrderOfItsKeys() {
        MemoryTable<Integer, String> table = store.table();
        store.unitOfWork().change(ACCOUNT, () -> {
            assertThat(table.lastBefore(ACCOUNT, 9)).isEmpty();
            assertThat(table.listAfter(ACCOUNT, 0, key -> true, 9)).isEmpty();
            for (int key : new int[] {3, 1, 2}) {
                table.put(ACCOUNT, key, "row " + key);
            }
            assertThat(table.list(ACCOUNT, 2)).containsExactly("row 1", "row 2");
            assertThat(table.listAfter(ACCOUNT, 1, key -> true, 9)).containsExactly("row 2", "row 3");
            assertThat(table.listAfter(ACCOUNT, 0, key -> key < 2, 9)).containsExactly("row 1");
            assertThat(table.lastBefore(ACCOUNT, 2).orElseThrow().getValue()).isEqualTo("row 1");
            return "done";
        });
    }
}
