-- GET /organisation
CREATE TABLE organisation (
    tenant   uuid    NOT NULL PRIMARY KEY,
    name     text,
    set_up   boolean NOT NULL,
    version  bigint  NOT NULL,
    position bigint  NOT NULL
);
