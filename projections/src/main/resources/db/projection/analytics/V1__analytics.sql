-- What the next event of a ticket needs to know to be counted.
CREATE TABLE ticket_fact (
    id               uuid        NOT NULL PRIMARY KEY,
    tenant           uuid        NOT NULL,
    priority         text        NOT NULL,
    category         text        NOT NULL,
    team             uuid,
    agent            uuid,
    status           text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    first_replied_at timestamptz,
    resolved_at      timestamptz
);
-- The dashboard's open tickets by status, and medians over a range of openings
CREATE INDEX ticket_fact_status ON ticket_fact (tenant, status);
CREATE INDEX ticket_fact_opened ON ticket_fact (tenant, opened_at);

-- What happened in an hour (UTC), by what the ticket was at that moment. The backlog at a time is
-- the sum of all its differences up to then.
CREATE TABLE hourly (
    tenant                 uuid        NOT NULL,
    hour                   timestamptz NOT NULL,
    priority               text        NOT NULL,
    category               text        NOT NULL,
    team                   uuid        NOT NULL,
    agent                  uuid        NOT NULL,
    opened                 bigint      NOT NULL,
    resolved               bigint      NOT NULL,
    closed                 bigint      NOT NULL,
    reopened               bigint      NOT NULL,
    backlog                bigint      NOT NULL,
    first_responses        bigint      NOT NULL,
    first_response_seconds bigint      NOT NULL,
    resolutions            bigint      NOT NULL,
    resolution_seconds     bigint      NOT NULL,
    PRIMARY KEY (tenant, hour, priority, category, team, agent)
);
