-- Positions are dense and become visible in order: log.append holds one lock from the choice of the
-- positions to the commit. The unique constraint is what makes two writers of one version collide.
CREATE TABLE log.event (
    position    bigint      NOT NULL,
    stream      uuid        NOT NULL,
    version     bigint      NOT NULL,
    id          uuid        NOT NULL,
    type        text        NOT NULL,
    revision    integer     NOT NULL,
    recorded_at timestamptz NOT NULL,
    payload     bytea       NOT NULL,
    facts       bytea       NOT NULL,
    CONSTRAINT event_position PRIMARY KEY (position),
    CONSTRAINT event_version UNIQUE (stream, version)
);

-- Payload and facts are JSON in UTF-8. As bytea they are written without being parsed; this view
-- shows them to a person.
CREATE VIEW log.readable AS
SELECT position, stream, version, id, type, revision, recorded_at,
       convert_from(payload, 'UTF8')::jsonb AS payload,
       convert_from(facts, 'UTF8')::jsonb AS facts
FROM log.event;

CREATE TABLE log.snapshot (
    stream   uuid    NOT NULL PRIMARY KEY,
    version  bigint  NOT NULL,
    type     text    NOT NULL,
    revision integer NOT NULL,
    payload  bytea   NOT NULL
);

-- The key pairs that sign access tokens; every node verifies with the public ones.
CREATE TABLE log.signing_key (
    id          text        NOT NULL PRIMARY KEY,
    created_at  timestamptz NOT NULL,
    private_key bytea       NOT NULL,
    public_key  bytea       NOT NULL
);

-- One writer at a time, across all nodes. Each statement of a volatile function sees what was
-- committed before it began, so the head is read after the lock was got, not before.
CREATE FUNCTION log.append(
    streams uuid[], versions bigint[], ids uuid[], types text[], revisions bigint[],
    recorded_micros bigint[], payloads bytea[], all_facts bytea[])
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    head bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('docket.log.append', 0));
    SELECT coalesce(max(e.position), 0) INTO head FROM log.event e;
    INSERT INTO log.event
        (position, stream, version, id, type, revision, recorded_at, payload, facts)
    SELECT head + n.ordinal, n.stream, n.version, n.id, n.type, n.revision,
           timestamptz 'epoch' + n.recorded_micros * interval '1 microsecond',
           n.payload, n.facts
    FROM unnest(streams, versions, ids, types, revisions, recorded_micros, payloads, all_facts)
         WITH ORDINALITY
         AS n (stream, version, id, type, revision, recorded_micros, payload, facts, ordinal);
    PERFORM pg_notify('docket_log', (head + cardinality(streams))::text);
    RETURN head;
END
$$;
