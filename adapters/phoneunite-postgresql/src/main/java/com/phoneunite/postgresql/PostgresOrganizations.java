package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class PostgresOrganizations extends Repository implements OrganizationRepository {

    static final ManyRows ROWS = new ManyRows(
            "organization",
            List.of("account_id uuid", "organization_id uuid"),
            List.of(
                    "ordinal integer",
                    "name text",
                    "name_key text",
                    "plan text",
                    "state text",
                    "added_at timestamptz",
                    "trial_ends_at timestamptz",
                    "request_key text",
                    "request_fingerprint text"));

    private static final String ALL = "SELECT * FROM phoneunite.organization WHERE account_id = ?";
    private static final String FIND = ALL + " AND organization_id = ?";
    private static final String FIND_ALL = eachOf("organization");
    private static final String FIND_OPEN_BY_NAME = ALL + " AND name_key = ? AND state <> 'CLOSED'";
    private static final String FIND_BY_REQUEST = ALL + " AND request_key = ?";
    private static final String COUNT_EVER = "SELECT count(*) FROM phoneunite.organization WHERE account_id = ?";
    private static final String COUNT_OPEN = COUNT_EVER + " AND state <> 'CLOSED'";
    private static final String LIST = ALL + " AND ordinal > ? ORDER BY ordinal LIMIT ?";

    /** Nothing, where another open organization has the name. */
    private static final String SAVE = """
        INSERT INTO phoneunite.organization (account_id, organization_id, ordinal, name, name_key, plan, state,
            added_at, trial_ends_at, request_key, request_fingerprint)
        SELECT new.* FROM (VALUES (?::uuid, ?::uuid, ?::integer, ?::text, ?::text, ?::text, ?::text,
                ?::timestamptz, ?::timestamptz, ?::text, ?::text))
            AS new (account_id, organization_id, ordinal, name, name_key, plan, state, added_at, trial_ends_at,
                request_key, request_fingerprint)
        WHERE new.state = 'CLOSED' OR NOT EXISTS (SELECT FROM phoneunite.organization held
            WHERE held.account_id = new.account_id AND held.name_key = new.name_key AND held.state <> 'CLOSED'
                AND held.organization_id <> new.organization_id)
        ON CONFLICT (account_id, organization_id) DO UPDATE
        SET ordinal = EXCLUDED.ordinal, name = EXCLUDED.name, name_key = EXCLUDED.name_key, plan = EXCLUDED.plan,
            state = EXCLUDED.state, added_at = EXCLUDED.added_at, trial_ends_at = EXCLUDED.trial_ends_at,
            request_key = EXCLUDED.request_key, request_fingerprint = EXCLUDED.request_fingerprint\
        """;

    PostgresOrganizations(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Organization> find(AccountId account, OrganizationId id) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().organization(id)
                : in(account).find(FIND, PostgresOrganizations::organization, account.value(), id.value());
    }

    @Override
    public List<Organization> findAll(AccountId account, Collection<OrganizationId> ids) {
        return ahead(account).isPresent()
                ? OrganizationRepository.super.findAll(account, ids)
                : allOf(
                        account,
                        ids,
                        keys -> in(account).list(FIND_ALL, PostgresOrganizations::organization, keys, account.value()),
                        Organization::id);
    }

    @Override
    public Optional<Organization> findOpenByName(AccountId account, OrganizationName name) {
        return in(account).find(FIND_OPEN_BY_NAME, PostgresOrganizations::organization, account.value(), name.key());
    }

    @Override
    public Optional<Organization> findByRequest(AccountId account, IdempotencyKey key) {
        return in(account).find(FIND_BY_REQUEST, PostgresOrganizations::organization, account.value(), key.value());
    }

    @Override
    public int countEver(AccountId account) {
        return in(account).count(COUNT_EVER, account.value());
    }

    @Override
    public int countOpen(AccountId account) {
        return in(account).count(COUNT_OPEN, account.value());
    }

    @Override
    public List<Organization> list(AccountId account, int afterOrdinal, int limit) {
        return in(account).list(LIST, PostgresOrganizations::organization, account.value(), afterOrdinal, limit);
    }

    @Override
    public void save(Organization one) {
        Optional<AccountRows> ahead = writingAhead(one.account());
        if (ahead.isPresent()) {
            ahead.get().save(one);
        } else {
            int kept = in(one.account()).write(SAVE, values(one));
            if (kept == 0) {
                throw new PhoneUniteFault("the name of organization " + one.id() + " is not unique (O2)");
            }
        }
    }

    static @Nullable Object[] values(Organization one) {
        return new @Nullable Object[] {
            one.account().value(),
            one.id().value(),
            one.ordinal(),
            one.name().value(),
            one.name().key(),
            one.plan().value(),
            one.state(),
            one.addedAt(),
            one.trialEndsAt(),
            one.request().map(request -> request.key().value()),
            one.request().map(KeyedRequest::fingerprint)
        };
    }

    static Organization organization(Row row) throws SQLException {
        Optional<String> request = row.maybeText("request_key");
        return new Organization(
                row.account(),
                row.organization(),
                new OrganizationName(row.text("name")),
                new PlanName(row.text("plan")),
                row.one(OrganizationState.class, "state"),
                row.number("ordinal"),
                row.moment("added_at"),
                row.maybeMoment("trial_ends_at"),
                request.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new KeyedRequest(new IdempotencyKey(request.get()), row.text("request_fingerprint"))));
    }
}
