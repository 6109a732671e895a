-- The order in which rows changed. It is not that of positions: an event that was parked and is
-- applied later changes a row that has long been passed. The search index follows it.
CREATE SEQUENCE change;
ALTER TABLE ticket ADD COLUMN change bigint NOT NULL DEFAULT nextval('change');
CREATE UNIQUE INDEX ticket_change ON ticket (change);
