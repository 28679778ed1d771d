package com.phoneunite.examples.withoutjqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.phoneunite.organization.OrganizationState;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The fixture and the clock need no test framework, and JUnit is enough to write with them. */
class FixtureWithoutJqwikTest {

    @Test
    void aMonthPasses() {
        PhoneUniteFixture.given()
                .on("2026-01-31")
                .balance("USD 50.00")
                .organization("Services Experts, LLC")
                .ready()
                .whenTimePassesTo("2026-02-28")
                .then()
                .balance("USD 10.00")
                .state("Services Experts, LLC", OrganizationState.ACTIVE)
                .booksAreRight();
    }

    @Test
    void whatIsWrongIsAnAssertionError() {
        PhoneUniteFixture fixture = PhoneUniteFixture.given().ready();
        AssertionError wrong =
                assertThrows(AssertionError.class, () -> fixture.then().balance("USD 0.01"));
        assertEquals("""
            on 2026-01-01: expected a balance of USD 0.01
            but it is USD 0.00
            posted since the last step: nothing\
            """, wrong.getMessage());
    }

    @Test
    void theClockIsMovedByHand() {
        MutableClock clock = MutableClock.at("2026-02-28T23:59:59Z");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), clock.instant());
    }
}
