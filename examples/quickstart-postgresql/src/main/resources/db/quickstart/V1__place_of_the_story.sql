-- What the quickstart keeps besides the accounts, which are the library's.

CREATE TABLE place (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    v        integer NOT NULL,
    document jsonb   NOT NULL
);
COMMENT ON TABLE place IS 'Where the story is, and what was told of it';

CREATE TABLE provider_charge (
    key         text        PRIMARY KEY,
    amount      text        NOT NULL,
    captured    text,
    received_at timestamptz NOT NULL
);
COMMENT ON TABLE provider_charge IS 'The book of the payment provider, who is somebody else and knows what the host has forgotten';
