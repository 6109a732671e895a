-- GET /attachments/{id}, and the files of tickets and messages in GET /tickets/{id} and its
-- conversation. What is redacted or removed has no row.
CREATE TABLE attachment (
    tenant     uuid        NOT NULL,
    ticket     uuid        NOT NULL,
    message    uuid,
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    media_type text        NOT NULL,
    size       bigint      NOT NULL,
    sha256     text        NOT NULL,
    added_at   timestamptz NOT NULL,
    position   bigint      NOT NULL,
    ordinal    smallint    NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX attachment_ticket ON attachment (ticket, position, ordinal);
