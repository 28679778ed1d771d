-- What is looked up, ordered or unique has a column of its own; the rest of a fact is its body, one JSON document.
-- Every key begins with the account, and what an organization owns is tied to it by both ids (rule I3).

-- The row that changes of an account wait for (rule X1).
CREATE TABLE IF NOT EXISTS turn (account UUID PRIMARY KEY);

CREATE TABLE IF NOT EXISTS account (account UUID PRIMARY KEY, body VARCHAR NOT NULL);

-- Rule O2: names are unique among the open ones only, so a closed one has none. Rule A1: a key makes one organization.
CREATE TABLE IF NOT EXISTS organization (
  account UUID REFERENCES account, id UUID, ordinal INT NOT NULL, open_name VARCHAR, request VARCHAR, body VARCHAR NOT NULL,
  PRIMARY KEY (account, id), UNIQUE (account, ordinal), UNIQUE (account, open_name), UNIQUE (account, request));

CREATE TABLE IF NOT EXISTS holding (
  account UUID, organization UUID, kind VARCHAR, since TIMESTAMP(6) WITH TIME ZONE, count INT NOT NULL CHECK (count >= 0),
  PRIMARY KEY (account, organization, kind, since), FOREIGN KEY (account, organization) REFERENCES organization);

-- Rule M1.
CREATE TABLE IF NOT EXISTS person (
  account UUID REFERENCES account, id UUID, email VARCHAR NOT NULL, body VARCHAR NOT NULL,
  PRIMARY KEY (account, id), UNIQUE (account, email));

CREATE TABLE IF NOT EXISTS administration (
  account UUID, organization UUID, person UUID, body VARCHAR NOT NULL,
  PRIMARY KEY (account, organization, person), FOREIGN KEY (account, organization) REFERENCES organization,
  FOREIGN KEY (account, person) REFERENCES person);
CREATE INDEX IF NOT EXISTS administration_of_person ON administration (account, person, organization);

-- Rule M3: an extension is unique in its organization, and nowhere else.
CREATE TABLE IF NOT EXISTS membership (
  account UUID, organization UUID, person UUID, extension VARCHAR NOT NULL, body VARCHAR NOT NULL,
  PRIMARY KEY (account, organization, person), UNIQUE (account, organization, extension),
  FOREIGN KEY (account, organization) REFERENCES organization, FOREIGN KEY (account, person) REFERENCES person);
CREATE INDEX IF NOT EXISTS membership_of_person ON membership (account, person, organization);

-- Rule M5.
CREATE TABLE IF NOT EXISTS invitation (
  account UUID, organization UUID, id UUID, email VARCHAR NOT NULL, token_hash VARCHAR NOT NULL, body VARCHAR NOT NULL,
  PRIMARY KEY (account, organization, id), UNIQUE (account, organization, email), UNIQUE (account, token_hash),
  FOREIGN KEY (account, organization) REFERENCES organization);

-- Rule T1: the one key that is unique over all accounts.
CREATE TABLE IF NOT EXISTS phone_number (
  account UUID NOT NULL, organization UUID NOT NULL, number VARCHAR PRIMARY KEY, body VARCHAR NOT NULL,
  FOREIGN KEY (account, organization) REFERENCES organization);
CREATE INDEX IF NOT EXISTS phone_number_of_organization ON phone_number (account, organization, number);

-- Call trees, sounds and what a host has brought (rule T4: a name is unique among the things of its type).
CREATE TABLE IF NOT EXISTS thing (
  account UUID, organization UUID, type VARCHAR, id VARCHAR, name_key VARCHAR NOT NULL, content VARCHAR, body VARCHAR NOT NULL,
  PRIMARY KEY (account, organization, type, id), UNIQUE (account, organization, type, name_key),
  FOREIGN KEY (account, organization) REFERENCES organization);
CREATE INDEX IF NOT EXISTS thing_with_content ON thing (account, organization, content);

-- Rule I3: one organization for both ends, so that no reference leads out of it.
CREATE TABLE IF NOT EXISTS reference (
  account UUID, organization UUID, used_type VARCHAR, used_id VARCHAR, user_type VARCHAR, user_id VARCHAR,
  PRIMARY KEY (account, organization, used_type, used_id, user_type, user_id),
  FOREIGN KEY (account, organization) REFERENCES organization);
CREATE INDEX IF NOT EXISTS reference_of_user ON reference (account, organization, user_type, user_id);

-- Rule X3.
CREATE TABLE IF NOT EXISTS outbox (
  account UUID PRIMARY KEY, position BIGINT NOT NULL, delivered BIGINT NOT NULL, last_at TIMESTAMP(6) WITH TIME ZONE,
  holder UUID, leased_until TIMESTAMP(6) WITH TIME ZONE,
  waiting BOOLEAN GENERATED ALWAYS AS (position > delivered), CHECK (delivered <= position));
CREATE INDEX IF NOT EXISTS outbox_waiting ON outbox (waiting, account);
CREATE TABLE IF NOT EXISTS outbox_event (account UUID, position BIGINT, body VARCHAR NOT NULL, PRIMARY KEY (account, position));

-- Rules B2 and B3: the balance stays above zero, sequences and references are unique, whatever a program does.
CREATE TABLE IF NOT EXISTS ledger (
  account UUID PRIMARY KEY, currency VARCHAR NOT NULL, entries BIGINT NOT NULL, balance BIGINT NOT NULL CHECK (balance >= 0),
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL);
-- so_far: the sum of the entries for the same organization up to this one.
CREATE TABLE IF NOT EXISTS ledger_entry (
  account UUID REFERENCES ledger, sequence BIGINT, position BIGINT NOT NULL, kind VARCHAR NOT NULL, currency VARCHAR NOT NULL,
  minor BIGINT NOT NULL CHECK (minor <> 0), balance_after BIGINT NOT NULL CHECK (balance_after > 0), organization UUID,
  actor VARCHAR NOT NULL, happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  reference VARCHAR NOT NULL, so_far BIGINT NOT NULL,
  PRIMARY KEY (account, sequence), UNIQUE (account, position), UNIQUE (account, kind, reference));
CREATE INDEX IF NOT EXISTS ledger_entry_of_organization ON ledger_entry (account, organization, sequence);
CREATE INDEX IF NOT EXISTS ledger_entry_recorded ON ledger_entry (account, recorded_at, sequence);

CREATE TABLE IF NOT EXISTS subscription (
  account UUID, organization UUID, standing VARCHAR NOT NULL, next_due TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  grace_until TIMESTAMP(6) WITH TIME ZONE, body VARCHAR NOT NULL,
  PRIMARY KEY (account, organization));
CREATE INDEX IF NOT EXISTS subscription_by_due ON subscription (account, standing, next_due, organization);

-- What is scheduled belongs to units of work, who looks after it does not: two tables, so that neither waits for the other.
CREATE TABLE IF NOT EXISTS due (
  account UUID, directory VARCHAR, due TIMESTAMP(6) WITH TIME ZONE NOT NULL, PRIMARY KEY (account, directory));
CREATE INDEX IF NOT EXISTS due_by_moment ON due (directory, due, account);
CREATE TABLE IF NOT EXISTS due_lease (
  account UUID, directory VARCHAR, fence BIGINT NOT NULL, failures INT NOT NULL,
  from_moment TIMESTAMP(6) WITH TIME ZONE NOT NULL, until_moment TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account, directory));
CREATE SEQUENCE IF NOT EXISTS fence;

CREATE TABLE IF NOT EXISTS arrear (
  account UUID, reference VARCHAR, since TIMESTAMP(6) WITH TIME ZONE NOT NULL, left_minor BIGINT NOT NULL CHECK (left_minor >= 0),
  body VARCHAR NOT NULL, PRIMARY KEY (account, reference));
CREATE TABLE IF NOT EXISTS usage_need (account UUID PRIMARY KEY, body VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS charged_terms (
  account UUID, organization UUID, anchor INT, from_period INT, body VARCHAR NOT NULL,
  PRIMARY KEY (account, organization, anchor, from_period));
CREATE TABLE IF NOT EXISTS plan_exchange (
  account UUID, reference VARCHAR, body VARCHAR NOT NULL, PRIMARY KEY (account, reference));

-- Rule P5: unresolved is TRUE or NULL, so at most one attempt of an account is.
CREATE TABLE IF NOT EXISTS recharge (
  account UUID, id VARCHAR, recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, state VARCHAR NOT NULL, minor BIGINT NOT NULL,
  unresolved BOOLEAN CHECK (unresolved), next_check TIMESTAMP(6) WITH TIME ZONE, body VARCHAR NOT NULL,
  PRIMARY KEY (account, id), UNIQUE (account, unresolved));
CREATE INDEX IF NOT EXISTS recharge_recorded ON recharge (account, recorded_at, id);
CREATE INDEX IF NOT EXISTS recharge_by_state ON recharge (state, account, id);
CREATE TABLE IF NOT EXISTS recharge_notification (
  number BIGINT GENERATED ALWAYS AS IDENTITY, account UUID, recharge VARCHAR, notification VARCHAR,
  PRIMARY KEY (account, recharge, notification));

-- Rules P1 and P2: one card an account, and the token in its own table, apart from all that is shown.
CREATE TABLE IF NOT EXISTS card (account UUID PRIMARY KEY, token VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS auto_recharge (account UUID PRIMARY KEY, body VARCHAR NOT NULL);

-- Refunds of ours by their keys, and what a gateway reported by kind and reference.
CREATE TABLE IF NOT EXISTS refund (
  account UUID, id VARCHAR, recharge VARCHAR NOT NULL, state VARCHAR NOT NULL, next_check TIMESTAMP(6) WITH TIME ZONE,
  body VARCHAR NOT NULL, PRIMARY KEY (account, id));
CREATE INDEX IF NOT EXISTS refund_by_state ON refund (state, account, id);
CREATE TABLE IF NOT EXISTS reversal (
  account UUID, id VARCHAR, recharge VARCHAR NOT NULL, state VARCHAR NOT NULL, body VARCHAR NOT NULL, PRIMARY KEY (account, id));
CREATE INDEX IF NOT EXISTS reversal_by_state ON reversal (state, account, id);
