CREATE TABLE person (
    tenant   uuid    NOT NULL,
    id       uuid    NOT NULL PRIMARY KEY,
    email    text    NOT NULL,
    name     text    NOT NULL,
    roles    text[]  NOT NULL,
    active   boolean NOT NULL,
    version  bigint  NOT NULL,
    position bigint  NOT NULL
);
-- GET /people, by name
CREATE INDEX person_name ON person (tenant, lower(name), id);
