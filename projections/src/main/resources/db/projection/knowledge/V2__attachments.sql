-- GET /attachments/{id}, and the files of GET /articles/{id}. What is removed has no row.
CREATE TABLE attachment (
    tenant     uuid     NOT NULL,
    article    uuid     NOT NULL,
    -- The one that they came with: readers have them once they see it or a later one.
    revision   integer  NOT NULL,
    id         uuid     NOT NULL,
    name       text     NOT NULL,
    media_type text     NOT NULL,
    size       bigint   NOT NULL,
    sha256     text     NOT NULL,
    position   bigint   NOT NULL,
    ordinal    smallint NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX attachment_article ON attachment (article, position, ordinal);
