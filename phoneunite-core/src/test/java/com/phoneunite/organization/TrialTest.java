package com.phoneunite.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {

    static Account account(String zone, String openedAt) {
        return Account.open(
                new AccountId(new UUID(1, 1)),
                new UserId(new UUID(1, 2)),
                new CountryCode("US"),
                ZoneId.of(zone),
                CurrencyUnit.USD,
                Instant.parse(openedAt));
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,                 2026-01-31T15:00:00Z,        14, 2026-02-14T00:00:00Z",
        "UTC,                 2026-01-31T00:00:00Z,        1,  2026-02-01T00:00:00Z",
        "UTC,                 2026-01-31T23:59:59.999999Z, 1,  2026-02-01T00:00:00Z",
        "America/New_York,    2026-02-01T04:59:59.999999Z, 14, 2026-02-14T05:00:00Z",
        "America/New_York,    2026-02-01T05:00:00Z,        14, 2026-02-15T05:00:00Z",
        "America/New_York,    2026-03-01T12:00:00Z,        14, 2026-03-15T04:00:00Z",
        "Asia/Kolkata,        2026-01-01T18:29:59Z,        14, 2026-01-14T18:30:00Z",
        "America/Sao_Paulo,   2018-10-21T12:00:00Z,        14, 2018-11-04T03:00:00Z",
        "Asia/Beirut,         2022-03-13T12:00:00Z,        14, 2022-03-26T22:00:00Z",
        "Pacific/Apia,        2011-12-16T12:00:00Z,        14, 2011-12-30T10:00:00Z",
        "Pacific/Apia,        2011-12-17T12:00:00Z,        14, 2011-12-30T10:00:00Z",
        "UTC,                 2024-02-15T00:00:00Z,        14, 2024-02-29T00:00:00Z",
        "UTC,                 2026-01-01T00:00:00Z,      3650, 2035-12-30T00:00:00Z"
    })
    void B4_aTrialEndsAtTheStartOfTheDaySoManyDaysAfterTheOpeningDate(
            String zone, String openedAt, int days, Instant end) {
        assertThat(new Trial(days).endFor(account(zone, openedAt))).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Trial.MAX_DAYS + 1, Integer.MAX_VALUE})
    void B4_aTrialHasAtLeastOneDay(int days) {
        assertThatThrownBy(() -> new Trial(days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B4_aTrialHas14DaysUnlessConfigured() {
        assertThat(Trial.STANDARD.days()).isEqualTo(14);
    }
}
