package com.phoneunite.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredResourceTest {

    @Test
    void X5_theContentOfAThingHas1To65536Characters() {
        assertThat(stored("ring_group:1", "c").content()).isEqualTo("c");
        assertThat(stored("ring_group:1", "c".repeat(65_536)).content()).hasSize(65_536);
        assertThatIllegalArgumentException().isThrownBy(() -> stored("ring_group:1", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> stored("ring_group:1", "c".repeat(65_537)));
    }

    @Test
    void I3_aThingOfTheHostsIsOfATypeOfTheHosts() {
        assertThatIllegalArgumentException().isThrownBy(() -> stored("extension:101", "c"));
    }

    private static StoredResource stored(String ref, String content) {
        return new StoredResource(
                new AccountId(new UUID(1, 1)),
                new OrganizationId(new UUID(1, 2)),
                ResourceRef.parse(ref),
                DisplayName.parse("Sales"),
                content,
                Instant.EPOCH);
    }
}
