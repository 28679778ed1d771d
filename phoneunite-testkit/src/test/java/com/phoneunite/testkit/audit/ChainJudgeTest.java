package com.phoneunite.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule B2, which the records of the ledger do not let a store break: an adapter that makes other records may. */
class ChainJudgeTest {

    private static final Instant AT = Instant.parse("2026-01-31T15:00:00Z");
    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private final ChainJudge judge =
            new ChainJudge(new Dossier(ACCOUNT, new Ground(ZoneId.of("America/New_York"), "USD", AT)));

    private static Line line(long sequence, LineKind kind, long minor, long after) {
        return new Line(
                sequence, sequence, kind, "USD", minor, after, Optional.empty(), AT, AT, "reference " + sequence, 0);
    }

    private void tell(Line line) {
        Facts none = (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Facts.class}, (proxy, method, arguments) -> null);
        Look look = new Look(ACCOUNT, none, AT, Optional.of(AT), true, false);
        judge.line(new Told(look, line.position(), AT, AT, true), line);
    }

    private void breaks(String rule, Line line) {
        assertThatThrownBy(() -> tell(line))
                .isInstanceOfSatisfying(
                        AuditFailure.class, found -> assertThat(found.rule()).isEqualTo(rule));
    }

    @Test
    void B2_aDeductionThatLeavesNothingIsFound() {
        tell(line(1, LineKind.RECHARGE, 100, 100));
        breaks("B2", line(2, LineKind.USAGE, -100, 0));
    }

    @Test
    void B2_aDeductionBelowZeroIsFound() {
        tell(line(1, LineKind.RECHARGE, 100, 100));
        breaks("B2", line(2, LineKind.USAGE, -101, -1));
    }

    @Test
    void B3_anEntryOfNothingIsFound() {
        tell(line(1, LineKind.RECHARGE, 100, 100));
        breaks("B3", line(2, LineKind.USAGE, 0, 100));
    }

    @Test
    void B3_aDeductionThatAddsIsFound() {
        breaks("B3", line(1, LineKind.USAGE, 100, 100));
    }

    @Test
    void B3_aCreditThatDeductsIsFound() {
        tell(line(1, LineKind.RECHARGE, 100, 100));
        breaks("B3", line(2, LineKind.RECHARGE, -50, 50));
    }
}
