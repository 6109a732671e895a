-- When somebody should look at a stream again. Hints, not facts: the stream decides what comes of it.
-- ask_at is due at first, and later whenever the one who took the reminder may be taken for lost.
CREATE TABLE log.reminder (
    topic  text        NOT NULL,
    stream uuid        NOT NULL,
    due    timestamptz NOT NULL,
    tenant uuid        NOT NULL,
    ask_at timestamptz NOT NULL,
    CONSTRAINT reminder_key PRIMARY KEY (topic, stream, due)
);

-- Reminders.take asks once a second on each node for the few that are due.
CREATE INDEX reminder_next ON log.reminder (topic, ask_at);
