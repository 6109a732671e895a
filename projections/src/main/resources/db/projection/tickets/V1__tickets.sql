-- Tickets as lists and pages show them; descriptions are kept out of line, so that a list reads
-- narrow rows.
CREATE TABLE ticket (
    tenant           uuid        NOT NULL,
    id               uuid        NOT NULL,
    number           bigint      NOT NULL,
    subject          text        NOT NULL,
    description      text        NOT NULL,
    status           text        NOT NULL,
    priority         smallint    NOT NULL,
    type             text        NOT NULL,
    category         text,
    tags             text[]      NOT NULL,
    requester        uuid        NOT NULL,
    team             uuid,
    agent            uuid,
    channel          text        NOT NULL,
    solution         text,
    on_hold_reason   text,
    on_hold_until    timestamptz,
    merged_into      uuid,
    split_from       uuid,
    links            text[]      NOT NULL,
    watchers         uuid[]      NOT NULL,
    opened_at        timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    first_replied_at timestamptz,
    resolved_at      timestamptz,
    closed_at        timestamptz,
    version          bigint      NOT NULL,
    position         bigint      NOT NULL,
    PRIMARY KEY (id)
);
ALTER TABLE ticket ALTER COLUMN description SET STORAGE EXTERNAL;
ALTER TABLE ticket SET (fillfactor = 85, toast_tuple_target = 512);

-- GET /tickets/DK-1042
CREATE UNIQUE INDEX ticket_number ON ticket (tenant, number);
-- GET /tickets, newest change or newest ticket first, with or without a status
CREATE INDEX ticket_updated ON ticket (tenant, updated_at DESC, id DESC);
CREATE INDEX ticket_opened ON ticket (tenant, opened_at DESC, id DESC);
CREATE INDEX ticket_status ON ticket (tenant, status, updated_at DESC, id DESC);
-- ... by priority
CREATE INDEX ticket_priority ON ticket (tenant, priority DESC, id DESC);
-- an agent's, a team's and a requester's own lists
CREATE INDEX ticket_agent ON ticket (tenant, agent, updated_at DESC, id DESC);
CREATE INDEX ticket_team ON ticket (tenant, team, updated_at DESC, id DESC);
CREATE INDEX ticket_requester ON ticket (tenant, requester, updated_at DESC, id DESC);
-- ... of a category, and with tags
CREATE INDEX ticket_category ON ticket (tenant, category text_pattern_ops);
CREATE INDEX ticket_tags ON ticket USING gin (tags);

-- GET /tickets/{id}/conversation
CREATE TABLE message (
    tenant     uuid        NOT NULL,
    ticket     uuid        NOT NULL,
    id         uuid        NOT NULL,
    kind       text        NOT NULL,
    author     uuid        NOT NULL,
    by_agent   boolean     NOT NULL,
    channel    text        NOT NULL,
    body       text,
    redaction  text,
    written_at timestamptz NOT NULL,
    position   bigint      NOT NULL,
    PRIMARY KEY (ticket, position),
    UNIQUE (id)
);
