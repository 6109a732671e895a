-- GET /views: what somebody has saved of the queue, always read together and so in one row, a list
-- of {id, name, filter} in the person's order.
CREATE TABLE saved_views (
    stream   uuid   NOT NULL PRIMARY KEY,
    tenant   uuid   NOT NULL,
    person   uuid   NOT NULL,
    views    jsonb  NOT NULL,
    version  bigint NOT NULL,
    position bigint NOT NULL,
    UNIQUE (tenant, person)
);
