package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule B5: what a period is known by: {@code organization/anchor/n}, and a plan change within it by {@code organization/anchor/n/change}.
 *
 * @param change which change of plan within it, from 1; 0 for the period itself
 */
record PeriodName(OrganizationId organization, int anchor, int n, int change) {

    private static final Pattern NAME = Pattern.compile("([^/]+)/(\\d{1,9})/(\\d{1,9})(?:/([1-9]\\d{0,8}))?");

    /** The name that a reference is; empty where it is none. */
    static Optional<PeriodName> of(String reference) {
        Matcher name = NAME.matcher(reference);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PeriodName(
                OrganizationId.parse(name.group(1)),
                Integer.parseInt(name.group(2)),
                Integer.parseInt(name.group(3)),
                name.group(4) == null ? 0 : Integer.parseInt(name.group(4))));
    }

    /** The name that an entry has for its organization. */
    static PeriodName of(Told told, Line line, boolean isChange) {
        return of(line.reference())
                .filter(one -> one.change() > 0 == isChange)
                .filter(one -> line.organization().equals(Optional.of(one.organization())))
                .orElseThrow(() -> told.breach(
                        isChange ? "B9" : "B5", "the entry " + line + " does not name a period of its organization"));
    }

    @Override
    public String toString() {
        return "period " + anchor + "/" + n + " of organization " + organization;
    }
}
