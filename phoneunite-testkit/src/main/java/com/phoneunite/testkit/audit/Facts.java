package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be looked up of one account, at one moment, in the auditor's own words. Amounts are in minor units. */
interface Facts {

    Ground ground();

    /** How many entries the ledger says that it has. */
    long entries();

    /** The balance that the ledger says it has. */
    long balance();

    /** The entries behind that sequence, in order. */
    List<Line> lines(long afterSequence, int limit);

    List<Business> businesses();

    Optional<Business> business(OrganizationId id);

    Optional<Progress> progress(OrganizationId id);

    /** Rule B5: what was held strictly before a moment. */
    Held held(OrganizationId id, Instant moment);

    /** The prices of a plan; empty where the host has none by that name. */
    Optional<Tariff> tariff(PlanName plan);

    /** Every plan. */
    List<PlanName> plans();

    Optional<ToldTerms> terms(OrganizationId id, int anchor, int n);

    Optional<ToldExchange> exchange(String reference);

    /** What is open of all arrears. */
    long arrears();

    List<Attempt> attempts();

    Optional<Attempt> attempt(String key);

    /** What took the money of an attempt back. */
    List<Taking> takings(String recharge);

    Optional<Setting> setting();

    /** Rule B10: the usage refused last, 0 where there is none. */
    long refusedUsage();

    /** Rule P4: what the gateway takes instead of an amount. */
    long raised(long minor);

    /** The gateway's captures of the account behind so many. */
    List<Capture> captures(int after);

    /** What the gateway has taken back of the money of an attempt and not brought back. */
    long takenBack(String recharge);

    /** Rule P8: money that the gateway has captured, under the key of an attempt. */
    record Capture(String key, String currency, long minor) {}
}
