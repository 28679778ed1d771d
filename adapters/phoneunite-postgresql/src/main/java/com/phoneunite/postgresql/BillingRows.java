package com.phoneunite.postgresql;

import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.billing.recharge.Resolution;
import com.phoneunite.organization.Holdings;
import java.sql.SQLException;
import java.util.Optional;

/** What several of billing's tables hold, in columns of the same names. */
final class BillingRows {

    private BillingRows() {}

    static PeriodAnchor anchor(Row row) throws SQLException {
        return new PeriodAnchor(row.number("anchor_number"), row.moment("anchor_moment"), row.date("anchor_date"));
    }

    static Holdings.Counts held(Row row, String prefix) throws SQLException {
        return new Holdings.Counts(row.number(prefix + "extensions"), row.number(prefix + "phone_numbers"));
    }

    static PlanVersion version(Row row) throws SQLException {
        return new PlanVersion(
                row.number("version"),
                row.moment("effective_from"),
                row.money("monthly"),
                row.money("per_extension"),
                row.money("per_phone_number"));
    }

    static Optional<Resolution> resolution(Row row) throws SQLException {
        return row.maybeText("resolution_by").isEmpty()
                ? Optional.empty()
                : Optional.of(new Resolution(
                        row.actor("resolution_by"),
                        row.moment("resolution_at"),
                        FreeText.read(row.text("resolution_evidence")),
                        row.maybeMoney("resolution_amount")));
    }
}
