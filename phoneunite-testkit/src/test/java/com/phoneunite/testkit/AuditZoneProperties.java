package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The auditor and the library count months and days alike, wherever midnight does not exist, comes twice, or a whole day is skipped. */
class AuditZoneProperties {

    private final Story story = new Story();

    @Property
    void B4_theAuditorCountsAsTheLibraryDoesInEveryZone(
            @ForAll("zones") String zone, @ForAll("moments") Instant opened, @ForAll("hours") List<Integer> hours) {
        story.clock.set(opened);
        Account account = story.phoneUnite.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", zone, "USD")
                .on("standard"));
        UserSession you = story.phoneUnite.signIn(account.owner());
        audit(account);
        story.billing.of(you).putPaymentMethodOnFile("tok_visa");
        story.billing.of(you).recharge("all", Story.usd("2000.00"));
        OrganizationId second = you.addOrganization("Second", "standard").id();
        audit(account);
        for (int each : hours) {
            story.clock.advance(Duration.ofHours(each));
            try {
                story.billing.of(you).changePlan(second, each % 2 == 0 ? "small" : "standard", PlanChange.NOW);
            } catch (RefusedException refused) {
                assertThat(refused.code()).isNotBlank();
            }
            audit(account);
            story.billing.run();
            audit(account);
        }
    }

    private void audit(Account account) {
        story.audit.touched(account.id(), story.clock.instant());
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Africa/Cairo",
                "America/Sao_Paulo",
                "America/Havana",
                "Asia/Beirut",
                "Pacific/Apia",
                "Asia/Amman",
                "America/Asuncion",
                "Asia/Kathmandu",
                "Antarctica/Troll");
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(1_136_073_600L, 1_893_456_000L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<List<Integer>> hours() {
        return Arbitraries.integers().between(-200, 1_500).list().ofMinSize(1).ofMaxSize(6);
    }
}
