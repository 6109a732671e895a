-- Every event, for auditors who look by time, person and kind; a stream's own history is read from
-- the log itself.
CREATE TABLE entry (
    position    bigint      NOT NULL,
    tenant      uuid        NOT NULL,
    stream      uuid        NOT NULL,
    version     bigint      NOT NULL,
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    actor       uuid        NOT NULL,
    command     text        NOT NULL,
    command_id  uuid        NOT NULL,
    correlation uuid        NOT NULL,
    origin      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    occurred_at timestamptz NOT NULL,
    data        jsonb       NOT NULL,
    PRIMARY KEY (position)
);
-- GET /audit/events, as a whole, of a person, of a kind
CREATE INDEX entry_tenant ON entry (tenant, position);
CREATE INDEX entry_actor ON entry (tenant, actor, position);
CREATE INDEX entry_type ON entry (tenant, type, position);
-- ... between two moments; positions grow with the time of recording
CREATE INDEX entry_recorded ON entry USING brin (recorded_at);
