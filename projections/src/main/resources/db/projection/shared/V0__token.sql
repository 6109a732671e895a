-- How far this view has come; it moves in the transaction that writes the rows.
CREATE TABLE token (
    position bigint      NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO token (position) VALUES (0);

-- Events that could not be applied, and all later ones of their streams, in the order of the log.
CREATE TABLE dead_letter (
    position  bigint      NOT NULL PRIMARY KEY,
    stream    uuid        NOT NULL,
    type      text        NOT NULL,
    cause     text        NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dead_letter_stream ON dead_letter (stream, position);
