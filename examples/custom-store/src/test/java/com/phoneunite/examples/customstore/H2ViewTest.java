package com.phoneunite.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at does not change under the eyes of who looks, and nobody waits for them. */
class H2ViewTest {

    @Test
    void X1_aViewSeesOneStateThoughAChangeIsCommittedMeanwhile(@TempDir Path folder) {
        Store store = H2Store.inMemory("views", folder).core();
        PhoneUnite phoneUnite =
                PhoneUnite.builder(store).billing(OrganizationBilling.none()).build();
        UserSession you = phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named("Product Experts, LLC")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner());
        AccountId account = you.accountId();

        List<Integer> users = store.unitOfWork().view(account, () -> {
            int before = store.users().count(account);
            CompletableFuture.runAsync(() -> you.users().add("colleague@example.com"))
                    .join();
            return List.of(before, store.users().count(account));
        });

        assertThat(users).containsExactly(1, 1);
        assertThat(store.unitOfWork().<Integer>view(account, () -> store.users().count(account)))
                .isEqualTo(2);
    }
}
