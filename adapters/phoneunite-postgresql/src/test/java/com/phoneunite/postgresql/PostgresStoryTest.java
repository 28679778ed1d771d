package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host sees the same on PostgreSQL as in memory, to the microsecond and to the byte. */
class PostgresStoryTest {

    @Test
    void X1_aHostSeesTheSameAsInMemory() {
        StoreStory.Told inMemory = StoreStory.in(BillingStore.in(InMemoryStore.create()));
        StoreStory.Told told =
                StoreStory.in(PostgresStore.on(TestDatabase.empty().host()));
        assertThat(told.pages()).isEqualTo(inMemory.pages());
        assertThat(told.entries()).isEqualTo(inMemory.entries());
        assertThat(told.events()).isEqualTo(inMemory.events());
        assertThat(told.exported()).isEqualTo(inMemory.exported());
    }

    @Test
    void B8_theStoryComesByEverythingThatItIsToldFor() {
        StoreStory.Told told =
                StoreStory.in(PostgresStore.on(TestDatabase.empty().host()));
        assertThat(told.pages())
                .flatExtracting(PostgresStoryTest::states)
                .contains(
                        OrganizationState.TRIAL,
                        OrganizationState.ACTIVE,
                        OrganizationState.PAST_DUE,
                        OrganizationState.SUSPENDED);
        assertThat(states(told.pages().get(told.pages().size() - 1))).containsOnly(OrganizationState.ACTIVE);
        assertThat(told.entries()).extracting(LedgerEntry::recordedAt).isSorted();
        assertThat(told.events()).extracting(RecordedEvent::position).isSorted().doesNotHaveDuplicates();
    }

    private static List<OrganizationState> states(BillingPage page) {
        return page.organizations().items().stream()
                .map(BillingPage.Line::state)
                .toList();
    }
}
