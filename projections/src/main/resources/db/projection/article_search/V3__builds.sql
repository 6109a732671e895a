-- GET /admin/projections/{name}/rebuild: how many documents were written while an index was built,
-- and since when it serves.
ALTER TABLE physical_index ADD COLUMN documents bigint NOT NULL DEFAULT 0;
ALTER TABLE physical_index ADD COLUMN served_at timestamptz;
