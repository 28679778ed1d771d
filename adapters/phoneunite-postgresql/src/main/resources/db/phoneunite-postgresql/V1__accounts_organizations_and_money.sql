-- PhoneUnite on PostgreSQL, version 1. Runs with the schema of PhoneUnite first on the search path: Flyway sees to that; by hand it
-- is "SET search_path = phoneunite", in one transaction. What each table is for is told here, and to a reader of the database by its comment.
--
-- Every key begins with the account, so that the schema can be distributed by it; what an organization owns has the organization
-- next. The one exception is phone_number_holder, which spans accounts by nature. Texts are ordered by their bytes (collation "C"), as
-- Java orders them. An index that is no key begins with what it is for, so that it is not taken for a list in the order of the key.
-- Amounts are minor units. The rules are decided in the library: what stands here as a constraint is the last line
-- under them, and named by the rule.

CREATE TABLE schema_version (
    version      integer     PRIMARY KEY,
    installed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE schema_version IS 'Which versions of this schema are installed';

-- The account ------------------------------------------------------------------------------------------------------------------

-- A domain has its CHECK prepared once a session, a table once a statement.
CREATE DOMAIN above_zero AS bigint CONSTRAINT b2_the_balance_stays_above_zero CHECK (VALUE > 0);
COMMENT ON DOMAIN above_zero IS 'A balance, which stays above zero (B2)';

CREATE TABLE account_head (
    account_id           uuid        PRIMARY KEY,
    position             bigint      NOT NULL DEFAULT 0,
    last_at              timestamptz NOT NULL DEFAULT '-infinity',
    delivered            bigint      NOT NULL DEFAULT 0,
    waiting              boolean     NOT NULL GENERATED ALWAYS AS (position > delivered) STORED,
    lease_holder         uuid,
    lease_until          timestamptz,
    currency             text COLLATE "C",
    entries              bigint      NOT NULL DEFAULT 0,
    balance_minor        above_zero,
    recorded_at          timestamptz,
    recharge_below_minor bigint
) WITH (fillfactor = 70);
CREATE INDEX account_head_waiting ON account_head (account_id) WHERE waiting;
COMMENT ON TABLE account_head IS
    'One row an account: what changes of the account lock, how far its events go and are delivered, where its ledger stands, and below which balance it is recharged (P4)';

CREATE TABLE account (
    account_id       uuid        PRIMARY KEY REFERENCES account_head,
    owner_id         uuid        NOT NULL,
    country          text        NOT NULL,
    zone             text        NOT NULL,
    currency         text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    closed_at        timestamptz,
    card_brand       text,
    card_last_four   text,
    card_expiry      text,
    card_since       timestamptz,
    CONSTRAINT p2_only_four_digits_of_a_card CHECK (card_last_four ~ '^[0-9]{4}$'),
    CONSTRAINT p1_a_card_is_told_whole
        CHECK (num_nulls(card_brand, card_last_four, card_expiry, card_since) IN (0, 4))
);
COMMENT ON TABLE account IS 'Accounts, and what may be shown of the one card on file (A1 to A3, P1, P2)';

CREATE TABLE account_user (
    account_id uuid        NOT NULL REFERENCES account,
    user_id    uuid        NOT NULL,
    email      text COLLATE "C" NOT NULL,
    active     boolean     NOT NULL,
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (account_id, user_id),
    CONSTRAINT m1_an_address_is_unique_in_the_account UNIQUE (account_id, email)
);
COMMENT ON TABLE account_user IS 'The users of an account, shared by its organizations (M1)';

ALTER TABLE account ADD CONSTRAINT a2_the_owner_is_a_user
    FOREIGN KEY (account_id, owner_id) REFERENCES account_user DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE organization (
    account_id          uuid        NOT NULL REFERENCES account,
    organization_id     uuid        NOT NULL,
    ordinal             integer     NOT NULL,
    name                text        NOT NULL,
    name_key            text COLLATE "C" NOT NULL,
    plan                text        NOT NULL,
    state               text        NOT NULL,
    added_at            timestamptz NOT NULL,
    trial_ends_at       timestamptz,
    request_key         text COLLATE "C",
    request_fingerprint text,
    PRIMARY KEY (account_id, organization_id),
    CONSTRAINT o1_a_place_is_taken_once UNIQUE (account_id, ordinal),
    CONSTRAINT a1_a_request_makes_one_organization UNIQUE (account_id, request_key),
    CONSTRAINT a1_a_request_is_told_whole CHECK ((request_key IS NULL) = (request_fingerprint IS NULL)),
    CONSTRAINT o4_only_the_first_has_a_trial CHECK (ordinal >= 0 AND (ordinal = 0) = (trial_ends_at IS NOT NULL)),
    CONSTRAINT o6_known_states CHECK (state IN ('TRIAL', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'CLOSED')
        AND (state <> 'TRIAL' OR ordinal = 0))
);
CREATE UNIQUE INDEX o2_an_open_name_is_unique ON organization (account_id, name_key) WHERE state <> 'CLOSED';
COMMENT ON TABLE organization IS 'The organizations of an account, open and closed (O1 to O7)';

CREATE TABLE event (
    account_id      uuid        NOT NULL REFERENCES account_head,
    position        bigint      NOT NULL CHECK (position > 0),
    organization_id uuid,
    actor           text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    type            text        NOT NULL,
    payload         jsonb       NOT NULL,
    PRIMARY KEY (account_id, position)
);
COMMENT ON TABLE event IS 'The outbox: events that are not delivered yet (X3); entries of the ledger are events of their own';

-- What an organization owns ----------------------------------------------------------------------------------------------------

CREATE TABLE administration (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    user_id         uuid        NOT NULL,
    since           timestamptz NOT NULL,
    PRIMARY KEY (account_id, organization_id, user_id),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization,
    FOREIGN KEY (account_id, user_id) REFERENCES account_user
);
CREATE INDEX administration_of_user ON administration (user_id, account_id, organization_id);
COMMENT ON TABLE administration IS 'Who administers an organization (M2)';

CREATE TABLE membership (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    user_id         uuid        NOT NULL,
    extension       text COLLATE "C" NOT NULL,
    since           timestamptz NOT NULL,
    PRIMARY KEY (account_id, organization_id, user_id),
    CONSTRAINT m3_an_extension_is_unique UNIQUE (account_id, organization_id, extension),
    CONSTRAINT t2_an_extension_is_digits CHECK (extension ~ '^[0-9]{2,6}$'),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization,
    FOREIGN KEY (account_id, user_id) REFERENCES account_user
);
CREATE INDEX membership_of_user ON membership (user_id, account_id, organization_id);
COMMENT ON TABLE membership IS 'Who is a member of an organization, by which extension (M2, M3)';

CREATE TABLE invitation (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    invitation_id   uuid        NOT NULL,
    email           text COLLATE "C" NOT NULL,
    extension       text COLLATE "C",
    token_hash      text COLLATE "C" NOT NULL,
    invited_by      uuid        NOT NULL,
    invited_at      timestamptz NOT NULL,
    PRIMARY KEY (account_id, organization_id, invitation_id),
    CONSTRAINT m5_one_invitation_an_address UNIQUE (account_id, organization_id, email),
    CONSTRAINT m5_a_token_opens_one_invitation UNIQUE (account_id, token_hash),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization,
    FOREIGN KEY (account_id, invited_by) REFERENCES account_user
);
COMMENT ON TABLE invitation IS 'Open invitations, with the hash of their token and never the token (M5)';

CREATE TABLE holding (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    kind            text COLLATE "C" NOT NULL,
    since           timestamptz NOT NULL,
    count           integer     NOT NULL,
    PRIMARY KEY (account_id, organization_id, kind, since),
    CONSTRAINT b5_no_fewer_than_none CHECK (count >= 0),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE holding IS 'How many extensions and phone numbers an organization holds, from when on (B5)';

CREATE TABLE phone_number (
    account_id        uuid        NOT NULL,
    organization_id   uuid        NOT NULL,
    number            text COLLATE "C" NOT NULL,
    since             timestamptz NOT NULL,
    destination       text COLLATE "C",
    PRIMARY KEY (account_id, organization_id, number),
    CONSTRAINT t1_a_number_is_held_once_in_the_account UNIQUE (account_id, number),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE phone_number IS 'The phone numbers of an organization, and where each leads (T1)';

CREATE TABLE phone_number_holder (
    number     text COLLATE "C" PRIMARY KEY,
    account_id uuid NOT NULL
);
COMMENT ON TABLE phone_number_holder IS
    'Which account holds a phone number, in the whole system (T1). Spans accounts, so it is keyed and distributed by the number';

CREATE TABLE call_tree (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    type            text COLLATE "C" NOT NULL CHECK (type = 'call_tree'),
    id              text COLLATE "C" NOT NULL,
    name            text        NOT NULL,
    name_key        text COLLATE "C" NOT NULL,
    added_at        timestamptz NOT NULL,
    tree            json        NOT NULL,
    document        jsonb       NOT NULL GENERATED ALWAYS AS (tree::jsonb) STORED,
    PRIMARY KEY (account_id, organization_id, type, id),
    CONSTRAINT t4_the_name_of_a_call_tree_is_unique UNIQUE (account_id, organization_id, type, name_key),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE call_tree IS 'Call trees (T3): tree is the document as it was written, document the same to be queried';

CREATE TABLE sound (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    type            text COLLATE "C" NOT NULL CHECK (type = 'sound'),
    id              text COLLATE "C" NOT NULL,
    name            text        NOT NULL,
    name_key        text COLLATE "C" NOT NULL,
    added_at        timestamptz NOT NULL,
    format          text        NOT NULL,
    size            integer     NOT NULL,
    sha256          text COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, organization_id, type, id),
    CONSTRAINT t4_the_name_of_a_sound_is_unique UNIQUE (account_id, organization_id, type, name_key),
    CONSTRAINT t4_a_sound_has_at_most_10_mib CHECK (size BETWEEN 1 AND 10485760),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
CREATE INDEX sound_of_content ON sound (sha256, account_id, organization_id);
COMMENT ON TABLE sound IS 'What is known of sounds, apart from their bytes (T4)';

CREATE TABLE sound_content (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    sha256          text COLLATE "C" NOT NULL,
    part            integer     NOT NULL,
    bytes           bytea       NOT NULL,
    PRIMARY KEY (account_id, organization_id, sha256, part),
    CONSTRAINT t4_a_hash_has_64_digits CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT t4_parts_count_from_0 CHECK (part >= 0)
);
ALTER TABLE sound_content ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE sound_content IS
    'The bytes of sounds, in parts. No foreign key: content is kept before the sound that names it is saved (T4)';

CREATE TABLE resource (
    account_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    type            text COLLATE "C" NOT NULL,
    id              text COLLATE "C" NOT NULL,
    name            text        NOT NULL,
    name_key        text COLLATE "C" NOT NULL,
    added_at        timestamptz NOT NULL,
    content         text        NOT NULL,
    PRIMARY KEY (account_id, organization_id, type, id),
    CONSTRAINT t4_the_name_of_a_thing_is_unique UNIQUE (account_id, organization_id, type, name_key),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE resource IS 'The things that a host has brought; content is text as the host has written it';

CREATE TABLE reference (
    account_id      uuid NOT NULL,
    organization_id uuid NOT NULL,
    used            text COLLATE "C" NOT NULL,
    user_type       text COLLATE "C" NOT NULL,
    user_id         text COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, organization_id, used, user_type, user_id),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
CREATE INDEX reference_of_user ON reference (account_id, organization_id, user_type, user_id);
COMMENT ON TABLE reference IS 'Which things of an organization refer to which others of the same organization (I3, T5)';

-- Money ------------------------------------------------------------------------------------------------------------------------

-- An entry is of an account and mostly for an organization. Neither is a foreign key, which would look for both again at each entry and
-- cost more than it: whoever enters has moved the account's head in the same transaction and has seen the organization, and neither
-- is ever deleted. Positions and the times of recording never fall along the sequences: what lies behind a position or before a time is
-- searched for by halves. PostgreSQL prepares the CHECK of a table anew for each statement, so head and entries have none: the floor of
-- the balance is that of their domain.
CREATE TABLE ledger_entry (
    account_id             uuid        NOT NULL,
    sequence               bigint      NOT NULL,
    position               bigint      NOT NULL,
    kind                   text COLLATE "C" NOT NULL,
    signed_minor           bigint      NOT NULL,
    balance_after_minor    above_zero  NOT NULL,
    organization_id        uuid,
    organization_sum_minor numeric     NOT NULL,
    actor                  text        NOT NULL,
    happened_at            timestamptz NOT NULL,
    recorded_at            timestamptz NOT NULL,
    reference              text COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, sequence),
    CONSTRAINT b3_a_reference_is_unique_for_its_kind UNIQUE (account_id, kind, reference)
);
CREATE INDEX ledger_entry_of_organization ON ledger_entry (account_id, organization_id, sequence);
COMMENT ON TABLE ledger_entry IS
    'The ledger, append-only (B3). organization_sum_minor is the sum of the entries for the same organization up to this one (B12)';

CREATE TABLE subscription (
    account_id           uuid        NOT NULL,
    organization_id      uuid        NOT NULL,
    zone                 text        NOT NULL,
    anchor_number        integer     NOT NULL,
    anchor_moment        timestamptz NOT NULL,
    anchor_date          date        NOT NULL,
    next_period          integer     NOT NULL,
    next_due             timestamptz NOT NULL,
    standing             text        NOT NULL,
    paid_plan            text,
    paid_version         integer,
    paid_extensions      integer,
    paid_phone_numbers   integer,
    paid_price           text,
    paid_changes         integer,
    paid_days_left       integer,
    shortage_period      integer,
    shortage_since       timestamptz,
    shortage_grace_until timestamptz,
    suspended_since      timestamptz,
    planned_plans        text[]      NOT NULL,
    planned_asked_at     timestamptz[] NOT NULL,
    PRIMARY KEY (account_id, organization_id),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization,
    CONSTRAINT b4_periods_count_from_0 CHECK (anchor_number >= 0 AND next_period >= 0),
    CONSTRAINT b9_paid_terms_are_told_whole CHECK (num_nulls(paid_plan, paid_version, paid_extensions,
        paid_phone_numbers, paid_price, paid_changes, paid_days_left) IN (0, 7) AND (paid_plan IS NULL OR next_period > 0)),
    CONSTRAINT b8_a_shortage_is_told_whole
        CHECK (num_nulls(shortage_period, shortage_since, shortage_grace_until) IN (0, 3)),
    CONSTRAINT b9_a_planned_plan_is_told_whole CHECK (cardinality(planned_plans) = cardinality(planned_asked_at)),
    CONSTRAINT b8_known_standings CHECK (standing = CASE
        WHEN suspended_since IS NOT NULL AND shortage_since IS NULL THEN 'SUSPENDED'
        WHEN shortage_since IS NOT NULL AND suspended_since IS NULL THEN 'PAST_DUE'
        WHEN shortage_since IS NULL AND suspended_since IS NULL THEN 'CURRENT' END)
);
CREATE INDEX subscription_by_due ON subscription (account_id, standing, next_due, organization_id);
COMMENT ON TABLE subscription IS 'How far an organization is paid for, and on which terms (B4 to B9)';

CREATE TABLE charged_terms (
    account_id             uuid        NOT NULL,
    organization_id        uuid        NOT NULL,
    anchor_number          integer     NOT NULL,
    from_period            integer     NOT NULL,
    zone                   text        NOT NULL,
    anchor_moment          timestamptz NOT NULL,
    anchor_date            date        NOT NULL,
    plan                   text        NOT NULL,
    version                integer     NOT NULL,
    effective_from         timestamptz NOT NULL,
    monthly                text        NOT NULL,
    per_extension          text        NOT NULL,
    per_phone_number       text        NOT NULL,
    extensions             integer     NOT NULL,
    phone_numbers          integer     NOT NULL,
    PRIMARY KEY (account_id, organization_id, anchor_number, from_period),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE charged_terms IS 'The terms on which periods were charged, from which period on (B5, B13)';

CREATE TABLE plan_exchange (
    account_id             uuid        NOT NULL,
    reference              text COLLATE "C" NOT NULL,
    organization_id        uuid        NOT NULL,
    anchor_number          integer     NOT NULL,
    period                 integer     NOT NULL,
    period_start           timestamptz NOT NULL,
    period_end             timestamptz NOT NULL,
    change                 integer     NOT NULL,
    from_plan              text        NOT NULL,
    from_price             text        NOT NULL,
    to_plan                text        NOT NULL,
    version                integer     NOT NULL,
    effective_from         timestamptz NOT NULL,
    monthly                text        NOT NULL,
    per_extension          text        NOT NULL,
    per_phone_number       text        NOT NULL,
    extensions             integer     NOT NULL,
    phone_numbers          integer     NOT NULL,
    days_left              integer     NOT NULL,
    days                   integer     NOT NULL,
    PRIMARY KEY (account_id, reference),
    FOREIGN KEY (account_id, organization_id) REFERENCES organization
);
COMMENT ON TABLE plan_exchange IS 'Plans that were exchanged within a charged period (B9, B13)';

CREATE TABLE arrear (
    account_id uuid        NOT NULL REFERENCES account,
    reference  text COLLATE "C" NOT NULL,
    since      timestamptz NOT NULL,
    minor      bigint      NOT NULL,
    left_minor bigint      NOT NULL,
    payments   integer     NOT NULL,
    PRIMARY KEY (account_id, reference),
    CONSTRAINT p11_no_more_is_left_than_there_was CHECK (minor > 0 AND left_minor BETWEEN 0 AND minor AND payments >= 0)
);
CREATE INDEX arrear_open ON arrear (account_id, since, reference) WHERE left_minor > 0;
COMMENT ON TABLE arrear IS 'What a refund or dispute took and the balance did not have (P11)';

CREATE TABLE usage_need (
    account_id uuid        PRIMARY KEY REFERENCES account,
    minor      bigint      NOT NULL CHECK (minor > 0),
    since      timestamptz NOT NULL
);
COMMENT ON TABLE usage_need IS 'The usage that was refused last (B10)';

CREATE TABLE card_token (
    account_id uuid PRIMARY KEY REFERENCES account,
    token      text NOT NULL
);
COMMENT ON TABLE card_token IS 'What the payment gateway knows the card on file by (P2): a secret';

CREATE TABLE recharge (
    account_id          uuid        NOT NULL REFERENCES account,
    key                 text COLLATE "C" NOT NULL,
    kind                text        NOT NULL,
    amount              text        NOT NULL,
    amount_minor        bigint      NOT NULL CHECK (amount_minor > 0),
    card                text        NOT NULL,
    actor               text        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    state               text        NOT NULL,
    calls               integer     NOT NULL,
    asked_at            timestamptz NOT NULL,
    changed_at          timestamptz NOT NULL,
    captured            text,
    declined            text,
    note                text,
    next_check          timestamptz,
    hinted              boolean     NOT NULL,
    resolution_by       text,
    resolution_at       timestamptz,
    resolution_evidence text,
    resolution_amount   text,
    PRIMARY KEY (account_id, key),
    CONSTRAINT p7_a_resolution_is_told_whole
        CHECK (num_nulls(resolution_by, resolution_at, resolution_evidence) IN (0, 3))
);
CREATE UNIQUE INDEX p5_one_unresolved_attempt ON recharge (account_id)
    WHERE state IN ('RECORDED', 'UNKNOWN', 'PENDING', 'ACTION_REQUIRED');
CREATE INDEX recharge_by_time ON recharge (account_id, recorded_at, key);
CREATE INDEX recharge_to_check ON recharge (account_id, next_check, key) WHERE next_check IS NOT NULL;
CREATE INDEX recharge_in_review ON recharge (account_id, key) WHERE state = 'IN_REVIEW';
COMMENT ON TABLE recharge IS 'Payment attempts (P5 to P9). card is a secret';

CREATE TABLE recharge_notification (
    account_id   uuid NOT NULL REFERENCES account_head,
    key          text COLLATE "C" NOT NULL,
    notification text COLLATE "C" NOT NULL,
    number       bigint NOT NULL,
    PRIMARY KEY (account_id, key, number),
    CONSTRAINT p8_a_notification_is_noted_once UNIQUE (account_id, key, notification)
);
COMMENT ON TABLE recharge_notification IS 'The last notifications of an attempt (P8)';

CREATE TABLE refund (
    account_id          uuid        NOT NULL REFERENCES account,
    key                 text COLLATE "C" NOT NULL,
    recharge_key        text COLLATE "C" NOT NULL,
    amount              text        NOT NULL,
    actor               text        NOT NULL,
    state               text        NOT NULL,
    calls               integer     NOT NULL,
    recorded_at         timestamptz NOT NULL,
    asked_at            timestamptz NOT NULL,
    changed_at          timestamptz NOT NULL,
    next_check          timestamptz,
    resolution_by       text,
    resolution_at       timestamptz,
    resolution_evidence text,
    resolution_amount   text,
    PRIMARY KEY (account_id, key),
    CONSTRAINT p7_a_resolution_is_told_whole
        CHECK (num_nulls(resolution_by, resolution_at, resolution_evidence) IN (0, 3))
);
CREATE INDEX refund_of_recharge ON refund (account_id, recharge_key, key);
CREATE INDEX refund_to_check ON refund (account_id, next_check, key) WHERE next_check IS NOT NULL;
CREATE INDEX refund_in_review ON refund (account_id, key) WHERE state = 'IN_REVIEW';
COMMENT ON TABLE refund IS 'Refunds that we make (P11)';

CREATE TABLE reversal (
    account_id          uuid        NOT NULL REFERENCES account,
    key                 text COLLATE "C" NOT NULL,
    kind                text        NOT NULL,
    reference           text        NOT NULL,
    recharge_key        text COLLATE "C" NOT NULL,
    amount              text        NOT NULL,
    state               text        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    resolution_by       text,
    resolution_at       timestamptz,
    resolution_evidence text,
    resolution_amount   text,
    PRIMARY KEY (account_id, key),
    CONSTRAINT p11_a_reference_is_unique_for_its_kind UNIQUE (account_id, kind, reference),
    CONSTRAINT p11_a_key_is_kind_and_reference CHECK (key = kind || '/' || reference),
    CONSTRAINT p9_a_resolution_is_told_whole
        CHECK (num_nulls(resolution_by, resolution_at, resolution_evidence) IN (0, 3))
);
CREATE INDEX reversal_of_recharge ON reversal (account_id, recharge_key, key);
CREATE INDEX reversal_in_review ON reversal (account_id, key) WHERE state = 'IN_REVIEW';
COMMENT ON TABLE reversal IS 'Refunds and disputes that the gateway reported (P11)';

CREATE TABLE auto_recharge (
    account_id  uuid    PRIMARY KEY REFERENCES account,
    threshold   text,
    target      text,
    step        text,
    per_month   text,
    attempts    bigint  NOT NULL,
    declines    integer NOT NULL,
    not_before  timestamptz,
    stopped     text,
    cap_reached boolean NOT NULL,
    CONSTRAINT p4_a_setting_is_told_whole CHECK (num_nulls(threshold, per_month) IN (0, 2)
        AND num_nonnulls(target, step) = CASE WHEN threshold IS NULL THEN 0 ELSE 1 END),
    CONSTRAINT p10_attempts_and_declines_count_from_0 CHECK (attempts >= 0 AND declines >= 0)
);
COMMENT ON TABLE auto_recharge IS 'How auto-recharge stands in an account (P4, P10)';

-- Where to look, over all accounts: no fact stands here ----------------------------------------------------------------------------

CREATE TABLE due_account (
    account_id uuid        NOT NULL REFERENCES account_head,
    directory  text COLLATE "C" NOT NULL CHECK (directory IN ('CHECKS', 'DUES')),
    due        timestamptz NOT NULL,
    PRIMARY KEY (account_id, directory)
);
CREATE INDEX due_account_by_due ON due_account (directory, due, account_id);
COMMENT ON TABLE due_account IS 'Which accounts have something due (B6), or to reconcile (P7), and from when on';

CREATE SEQUENCE due_fence;
CREATE TABLE due_claim (
    account_id uuid        NOT NULL,
    directory  text COLLATE "C" NOT NULL CHECK (directory IN ('CHECKS', 'DUES')),
    fence      bigint      NOT NULL,
    failures   integer     NOT NULL,
    since      timestamptz NOT NULL,
    until      timestamptz NOT NULL,
    PRIMARY KEY (account_id, directory)
);
COMMENT ON TABLE due_claim IS 'Who looks after a due account until when, told by a fence, or that it is set aside (B5, B6)';

-- Who may see what -----------------------------------------------------------------------------------------------------------------
-- phoneunite_app works on one account, phoneunite_runner looks over all accounts for where there is something to do, and
-- phoneunite_biller works on a batch of accounts. Which account, and which organization or 'all', or which
-- accounts, is told by settings of the transaction: unset, nothing is there. phoneunite_meter posts usage, of whatever accounts the functions
-- name that enter it: no settings hold it, and it reads and writes no more than that takes. None owns anything.

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['phoneunite_app', 'phoneunite_runner', 'phoneunite_biller', 'phoneunite_meter'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- somebody has made it at the same moment
        END;
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), name);
        EXECUTE format('GRANT SELECT ON schema_version TO %I', name);
    END LOOP;
    -- Whoever logs in finds the functions, which let in by the role that they work in; of the tables nobody has anything by this.
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO PUBLIC', current_schema());
    -- Whoever may be the runner may be the biller and the meter, too, and is either only on demand.
    FOREACH name IN ARRAY ARRAY['phoneunite_biller', 'phoneunite_meter'] LOOP
        IF NOT pg_has_role('phoneunite_runner', name, 'MEMBER') THEN
            BEGIN
                EXECUTE format('GRANT %I TO phoneunite_runner', name);
            EXCEPTION WHEN unique_violation OR internal_error THEN
                NULL; -- somebody has granted it at the same moment
            END;
        END IF;
    END LOOP;
END $$;

DO $$
DECLARE
    name text;
    of_account text := $p$ (account_id = nullif(current_setting('phoneunite_at.account_id', true), '')::uuid) $p$;
    of_organization text := $p$ (account_id = nullif(current_setting('phoneunite_at.account_id', true), '')::uuid
        AND CASE current_setting('phoneunite_at.organization_id', true) WHEN 'all' THEN true
            ELSE organization_id = nullif(nullif(current_setting('phoneunite_at.organization_id', true), ''), 'all')::uuid END) $p$;
BEGIN
    -- What belongs to the account as a whole.
    FOREACH name IN ARRAY ARRAY['account_head', 'account', 'account_user', 'usage_need', 'card_token', 'arrear', 'recharge',
            'recharge_notification', 'refund', 'reversal', 'auto_recharge', 'due_account', 'phone_number_holder'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_account ON %I TO phoneunite_app USING %s WITH CHECK %s', name, of_account, of_account);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO phoneunite_app', name);
    END LOOP;

    -- What one organization owns, or is about.
    FOREACH name IN ARRAY ARRAY['organization', 'administration', 'membership', 'invitation', 'holding', 'phone_number',
            'call_tree', 'sound', 'sound_content', 'resource', 'reference', 'subscription', 'charged_terms', 'plan_exchange',
            'event', 'ledger_entry'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_organization ON %I TO phoneunite_app USING %s WITH CHECK %s', name, of_organization, of_organization);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO phoneunite_app', name);
    END LOOP;
END $$;

-- The ledger is append-only (B3), and what was true at a charge is kept (B13).
REVOKE UPDATE, DELETE ON ledger_entry FROM phoneunite_app;
REVOKE DELETE ON charged_terms, plan_exchange FROM phoneunite_app;
REVOKE DELETE ON account_head, account, account_user, organization, recharge, refund, reversal, auto_recharge FROM phoneunite_app;

-- The claims are nobody's fact: whoever works on an account looks whether a lease is still held.
ALTER TABLE due_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE due_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY of_account ON due_claim FOR SELECT TO phoneunite_app
    USING (account_id = nullif(current_setting('phoneunite_at.account_id', true), '')::uuid);
GRANT SELECT ON due_claim TO phoneunite_app;

CREATE POLICY of_runner ON due_claim TO phoneunite_runner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON due_claim TO phoneunite_runner;
GRANT USAGE ON SEQUENCE due_fence TO phoneunite_runner;
CREATE POLICY of_runner ON due_account FOR SELECT TO phoneunite_runner USING (true);
GRANT SELECT ON due_account TO phoneunite_runner;
CREATE POLICY of_runner ON account_head FOR SELECT TO phoneunite_runner USING (true);
GRANT SELECT (account_id, waiting, currency) ON account_head TO phoneunite_runner;
CREATE POLICY of_runner ON recharge FOR SELECT TO phoneunite_runner USING (state = 'IN_REVIEW');
GRANT SELECT (account_id, key, state) ON recharge TO phoneunite_runner;
CREATE POLICY of_runner ON refund FOR SELECT TO phoneunite_runner USING (state = 'IN_REVIEW');
GRANT SELECT (account_id, key, state) ON refund TO phoneunite_runner;
CREATE POLICY of_runner ON reversal FOR SELECT TO phoneunite_runner USING (state = 'IN_REVIEW');
GRANT SELECT (account_id, key, state) ON reversal TO phoneunite_runner;
CREATE POLICY of_runner ON sound_content FOR SELECT TO phoneunite_runner USING (true);
GRANT SELECT (account_id, organization_id, sha256, part) ON sound_content TO phoneunite_runner;

-- What is posted and charged in batches, of accounts that are listed.
DO $$
DECLARE
    name text;
    -- A query in place of = ANY is hashed once for each table of a statement: a row asks it as quickly in a list of a hundred as in one of two. Within a
    -- CASE, it is not taken for hardly ever true, by which PostgreSQL would take any index.
    listed text := $p$ (CASE WHEN account_id IN (SELECT unnest(nullif(current_setting('phoneunite_at.account_ids', true), '')::uuid[]))
        THEN true ELSE false END) $p$;
BEGIN
    FOREACH name IN ARRAY ARRAY['account_head', 'account', 'organization', 'holding', 'subscription', 'charged_terms', 'event',
            'ledger_entry', 'arrear', 'usage_need', 'auto_recharge', 'due_account', 'due_claim'] LOOP
        EXECUTE format('CREATE POLICY of_accounts ON %I TO phoneunite_biller USING %s WITH CHECK %s', name, listed, listed);
        EXECUTE format('GRANT SELECT ON %I TO phoneunite_biller', name);
    END LOOP;
END $$;
GRANT INSERT ON ledger_entry, event TO phoneunite_biller;
GRANT UPDATE (position, last_at, entries, balance_minor, recorded_at) ON account_head TO phoneunite_biller;
GRANT INSERT, UPDATE ON organization, subscription, charged_terms TO phoneunite_biller;
GRANT INSERT, UPDATE, DELETE ON due_account TO phoneunite_biller;

-- What usage takes that is posted by the functions, which say themselves of which accounts.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['account_head', 'organization', 'ledger_entry'] LOOP
        EXECUTE format('CREATE POLICY of_meter ON %I TO phoneunite_meter USING (true) WITH CHECK (true)', name);
        EXECUTE format('GRANT SELECT ON %I TO phoneunite_meter', name);
    END LOOP;
END $$;
GRANT INSERT ON ledger_entry TO phoneunite_meter;
GRANT UPDATE (position, last_at, entries, balance_minor, recorded_at) ON account_head TO phoneunite_meter;

-- What PostgreSQL knows of its rows -------------------------------------------------------------------------------------------------
-- An organization belongs to one account. Not told so, PostgreSQL takes both for independent, thinks that next to nothing is found by
-- the two, and that any index will do which begins with them.

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['administration', 'membership', 'invitation', 'holding', 'phone_number', 'call_tree', 'sound',
            'sound_content', 'resource', 'reference', 'charged_terms', 'ledger_entry'] LOOP
        EXECUTE format('CREATE STATISTICS %I (dependencies) ON account_id, organization_id FROM %I', name || '_owner', name);
    END LOOP;
END $$;

-- Usage in one step (B10) ----------------------------------------------------------------------------------------------------------
-- The plain case alone: whatever else there is to decide or to note is left to a unit of work. The heads are locked first, so that what
-- is looked at afterwards is what was committed last. A call is a statement and a transaction by itself: it enters the role that it
-- works in and leaves it at its end. Who posts many waits for a head no longer than a second, or than the host allows: what else is in the
-- call is somebody else's. A reference that is known is refused by its unique key, and
-- asked for before that where the caller says so.

DO $create$
BEGIN
    -- Else its owner would have to enter the role at once, which it need not be allowed to.
    PERFORM set_config('check_function_bodies', 'off', true);
    EXECUTE replace($function$
CREATE FUNCTION here.post_usage(asks_known boolean, the_account uuid, the_organization uuid, the_minor bigint, the_currency text, the_actor text,
    the_moment timestamptz, the_happening timestamptz, the_reference text,
    OUT new_sequence bigint, OUT new_position bigint, OUT new_balance bigint, OUT later_recorded timestamptz)
LANGUAGE plpgsql SET role TO phoneunite_meter SET search_path TO pg_catalog, pg_temp AS $body$
DECLARE
    recorded timestamptz;
BEGIN
    IF asks_known THEN
        IF EXISTS (SELECT FROM here.ledger_entry entry
            WHERE entry.account_id = the_account AND entry.kind = 'USAGE' AND entry.reference = the_reference) THEN
            RETURN;
        END IF;
    END IF;
    UPDATE here.account_head AS head
    SET position = position + 1, last_at = greatest(last_at, the_moment), entries = entries + 1,
        balance_minor = balance_minor + the_minor, recorded_at = greatest(recorded_at, last_at, the_moment)
    WHERE account_id = the_account AND currency = the_currency AND the_minor < 0 AND balance_minor > - the_minor
        AND (balance_minor + the_minor < recharge_below_minor) IS NOT TRUE
    RETURNING entries, position, balance_minor, recorded_at INTO new_sequence, new_position, new_balance, recorded;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    INSERT INTO here.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
        organization_id, organization_sum_minor, actor, happened_at, recorded_at, reference)
    SELECT the_account, new_sequence, new_position, 'USAGE', the_minor, new_balance, the_organization,
        the_minor + coalesce(last.organization_sum_minor, 0), the_actor, the_happening, recorded, the_reference
    FROM here.organization own LEFT JOIN LATERAL (SELECT entry.organization_sum_minor FROM here.ledger_entry entry
        WHERE entry.account_id = the_account AND entry.organization_id = the_organization
        ORDER BY entry.organization_id DESC, entry.sequence DESC LIMIT 1) last ON true
    WHERE own.account_id = the_account AND own.organization_id = the_organization AND own.state <> 'CLOSED';
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'U0B10', MESSAGE = 'usage that takes more than one step';
    END IF;
    later_recorded := nullif(recorded, the_moment);
END $body$;

-- What is asked of one account, in its order: each has the place of its organization, and how much of the account, and of the organization,
-- is asked up to it, with it. It takes something, and no reference twice. What is looked at before the head is locked is looked at again.
CREATE FUNCTION here.post_usages_of_account(asks_known boolean, the_account uuid, the_currency text, the_moment timestamptz, the_total bigint,
    the_organizations uuid[], the_users bigint[], the_minors bigint[], the_actors text[], the_happenings timestamptz[],
    the_references text[], the_totals bigint[], the_own_totals bigint[])
RETURNS TABLE (old_entries bigint, old_position bigint, old_balance bigint, new_recorded timestamptz)
LANGUAGE plpgsql SET role TO phoneunite_meter SET search_path TO pg_catalog, pg_temp SET plan_cache_mode TO force_generic_plan AS $body$
DECLARE
    told text;
    count bigint := cardinality(the_minors);
    entered bigint;
BEGIN
    IF (count = ALL (ARRAY[cardinality(the_users), cardinality(the_actors), cardinality(the_happenings), cardinality(the_references),
            cardinality(the_totals), cardinality(the_own_totals)])) IS NOT TRUE
        OR (SELECT sum(minor) IS DISTINCT FROM the_total OR min(total) IS DISTINCT FROM the_total OR max(minor) >= 0
            FROM unnest(the_minors, the_totals) AS one (minor, total))
        OR EXISTS (SELECT FROM unnest(the_organizations) AS one (organization_id)
            LEFT JOIN LATERAL (SELECT found.state FROM here.organization found
                WHERE found.account_id = the_account AND found.organization_id = one.organization_id LIMIT 1) own ON true
            WHERE own.state IS NULL OR own.state = 'CLOSED') THEN
        RETURN;
    END IF;
    IF asks_known THEN
        IF EXISTS (SELECT FROM unnest(the_references) AS asked (reference) CROSS JOIN LATERAL (SELECT FROM here.ledger_entry entry
                WHERE entry.account_id = the_account AND entry.kind = 'USAGE' AND entry.reference = asked.reference LIMIT 1) same) THEN
            RETURN;
        END IF;
    END IF;
    IF current_setting('lock_timeout') = '0' THEN
        told := set_config('lock_timeout', '1s', true);
    END IF;
    UPDATE here.account_head AS head
    SET position = position + count, last_at = greatest(last_at, the_moment), entries = entries + count,
        balance_minor = balance_minor + the_total, recorded_at = greatest(recorded_at, last_at, the_moment)
    WHERE account_id = the_account AND currency = the_currency AND balance_minor > - the_total
        AND (balance_minor + the_total < recharge_below_minor) IS NOT TRUE
    RETURNING entries - count, position - count, balance_minor - the_total, recorded_at
    INTO old_entries, old_position, old_balance, new_recorded;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    WITH users AS MATERIALIZED (
        SELECT one.place, one.organization_id, coalesce(last.organization_sum_minor, 0) AS until_now
        FROM unnest(the_organizations) WITH ORDINALITY AS one (organization_id, place)
        CROSS JOIN LATERAL (SELECT FROM here.organization found WHERE found.account_id = the_account
            AND found.organization_id = one.organization_id AND found.state <> 'CLOSED' LIMIT 1) own
        LEFT JOIN LATERAL (SELECT entry.organization_sum_minor FROM here.ledger_entry entry
            WHERE entry.account_id = the_account AND entry.organization_id = one.organization_id
            ORDER BY entry.organization_id DESC, entry.sequence DESC LIMIT 1) last ON true)
    INSERT INTO here.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
        organization_id, organization_sum_minor, actor, happened_at, recorded_at, reference)
    SELECT the_account, old_entries + asked.number, old_position + asked.number, 'USAGE', asked.minor, old_balance + asked.total,
        users.organization_id, users.until_now + asked.own_total, asked.actor, asked.happening, new_recorded, asked.reference
    FROM unnest(the_users, the_minors, the_actors, the_happenings, the_references, the_totals, the_own_totals) WITH ORDINALITY
        AS asked (user_place, minor, actor, happening, reference, total, own_total, number)
    JOIN users ON users.place = asked.user_place;
    GET DIAGNOSTICS entered = ROW_COUNT;
    IF entered <> count THEN
        RAISE EXCEPTION USING ERRCODE = 'U0B10', MESSAGE = 'usage that takes more than one step';
    END IF;
    RETURN NEXT;
END $body$;

-- Accounts stand by themselves, and so do the organizations that use, each with the place of its account; what is asked has the place of its
-- organization, which of its account it is, and how much of the account, and of the organization, is asked up to it, with it. It takes
-- something, and an account has no reference twice. Answered are the accounts that were posted to, with where they stood before.
CREATE FUNCTION here.post_usages(asks_known boolean, leaves_held boolean, the_accounts uuid[], the_currencies text[], the_moments timestamptz[], the_owners bigint[],
    the_organizations uuid[], the_users bigint[], the_minors bigint[], the_actors text[], the_happenings timestamptz[],
    the_references text[], the_totals bigint[], the_own_totals bigint[], the_numbers bigint[])
RETURNS TABLE (account_place bigint, old_entries bigint, old_position bigint, old_balance bigint, new_recorded timestamptz)
LANGUAGE plpgsql SET role TO phoneunite_meter SET search_path TO pg_catalog, pg_temp SET plan_cache_mode TO force_generic_plan AS $body$
DECLARE
    told text;
    the_free uuid[];
BEGIN
    -- Places of arrays that do not fit together would post to another than is asked, or a part of what is asked.
    IF array_lower(the_accounts, 1) IS DISTINCT FROM 1
        OR EXISTS (SELECT FROM unnest(the_accounts, the_currencies, the_moments) AS one (account_id, currency, moment)
            WHERE NOT (one IS NOT NULL))
        OR EXISTS (SELECT FROM unnest(the_owners, the_organizations) AS one (owner, organization_id)
            WHERE NOT (one IS NOT NULL) OR one.owner NOT BETWEEN 1 AND cardinality(the_accounts))
        OR EXISTS (SELECT FROM unnest(the_users, the_minors, the_actors, the_happenings, the_references, the_totals, the_own_totals,
                the_numbers) AS one (user_place, minor, actor, happening, reference, total, own_total, number)
            WHERE NOT (one IS NOT NULL) OR one.user_place NOT BETWEEN 1 AND cardinality(the_organizations)) THEN
        RETURN;
    END IF;
    IF current_setting('lock_timeout') = '0' THEN
        told := set_config('lock_timeout', '1s', true);
    END IF;
    IF leaves_held THEN
        SELECT coalesce(array_agg(one.account_id), '{}') INTO the_free FROM (SELECT account_id FROM here.account_head
            WHERE account_id = ANY (the_accounts) ORDER BY account_id FOR UPDATE SKIP LOCKED) one;
    ELSE
        PERFORM FROM here.account_head WHERE account_id = ANY (the_accounts) ORDER BY account_id FOR UPDATE;
    END IF;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT * FROM unnest(the_users, the_minors, the_actors, the_happenings, the_references, the_totals, the_own_totals, the_numbers)
            AS one (user_place, minor, actor, happening, reference, total, own_total, number)),
    users AS MATERIALIZED (
        SELECT one.place, one.owner, the_accounts[one.owner] AS account_id, one.organization_id,
            own.state IS NOT NULL AND own.state <> 'CLOSED' AS is_open, coalesce(last.organization_sum_minor, 0) AS until_now
        FROM unnest(the_owners, the_organizations) WITH ORDINALITY AS one (owner, organization_id, place)
        LEFT JOIN LATERAL (SELECT found.state FROM here.organization found
            WHERE found.account_id = the_accounts[one.owner] AND found.organization_id = one.organization_id LIMIT 1) own ON true
        LEFT JOIN LATERAL (SELECT entry.organization_sum_minor FROM here.ledger_entry entry
            WHERE entry.account_id = the_accounts[one.owner] AND entry.organization_id = one.organization_id
            ORDER BY entry.organization_id DESC, entry.sequence DESC LIMIT 1) last ON true),
    wanted AS (
        SELECT users.owner, count(*) AS count, min(asked.total) AS total
        FROM asked JOIN users ON users.place = asked.user_place
        LEFT JOIN LATERAL (SELECT true AS is_known FROM here.ledger_entry entry
            WHERE asks_known AND entry.account_id = users.account_id AND entry.kind = 'USAGE'
                AND entry.reference = asked.reference LIMIT 1) same ON true
        GROUP BY users.owner
        HAVING max(asked.minor) < 0 AND sum(asked.minor) = min(asked.total) AND max(asked.number) = count(*)
            AND min(asked.number) = 1
            AND count(same.is_known) = 0 AND bool_and(users.is_open)),
    moved AS (
        UPDATE here.account_head AS head
        SET position = head.position + wanted.count, last_at = greatest(head.last_at, plain.moment),
            entries = head.entries + wanted.count, balance_minor = head.balance_minor + wanted.total,
            recorded_at = greatest(head.recorded_at, head.last_at, plain.moment)
        FROM unnest(the_accounts, the_currencies, the_moments) WITH ORDINALITY AS plain (account_id, currency, moment, place)
        JOIN wanted ON wanted.owner = plain.place
        WHERE head.account_id = plain.account_id AND head.currency = plain.currency AND head.balance_minor > - wanted.total
            AND (NOT leaves_held OR head.account_id IN (SELECT unnest(the_free)))
            AND (head.balance_minor + wanted.total < head.recharge_below_minor) IS NOT TRUE
        RETURNING plain.place, head.entries - wanted.count AS entries, head.position - wanted.count AS position,
            head.balance_minor - wanted.total AS balance, head.recorded_at),
    entered AS (
        INSERT INTO here.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
            organization_id, organization_sum_minor, actor, happened_at, recorded_at, reference)
        SELECT users.account_id, moved.entries + asked.number, moved.position + asked.number, 'USAGE', asked.minor,
            moved.balance + asked.total, users.organization_id, users.until_now + asked.own_total,
            asked.actor, asked.happening, moved.recorded_at, asked.reference
        FROM asked JOIN users ON users.place = asked.user_place JOIN moved ON moved.place = users.owner)
    SELECT moved.place, moved.entries, moved.position, moved.balance, moved.recorded_at FROM moved;
END $body$;

-- As is the default, unless somebody has changed that.
GRANT EXECUTE ON FUNCTION here.post_usage, here.post_usages_of_account, here.post_usages TO PUBLIC;
$function$, 'here.', quote_ident(current_schema()) || '.');
END $create$;

-- Last, so that a run by hand that broke off has no version ------------------------------------------------------------------------

INSERT INTO schema_version (version) VALUES (1);
