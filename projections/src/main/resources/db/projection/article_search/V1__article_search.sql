-- Each index that Elasticsearch holds or held for us, and how far it has followed the articles.
CREATE TABLE physical_index (
    name       text        NOT NULL PRIMARY KEY,
    role       text        NOT NULL,
    -- The schema of the articles that it follows: another one after they were rebuilt.
    source     bigint      NOT NULL,
    mapping    integer     NOT NULL,
    outdated   boolean     NOT NULL DEFAULT false,
    change     bigint      NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
);
-- One serves, one is built, any number are on their way out.
CREATE UNIQUE INDEX physical_index_role ON physical_index (role) WHERE role <> 'RETIRED';
