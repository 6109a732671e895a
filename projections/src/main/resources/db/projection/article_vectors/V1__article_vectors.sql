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
    retired_at timestamptz,
    -- How many documents were written while it was built, and since when it serves.
    documents  bigint      NOT NULL DEFAULT 0,
    served_at  timestamptz
);
-- One serves, one is built, any number are on their way out.
CREATE UNIQUE INDEX physical_index_role ON physical_index (role) WHERE role <> 'RETIRED';

-- Documents of several streams may be as new as one another.
ALTER TABLE dead_letter DROP CONSTRAINT dead_letter_pkey;
ALTER TABLE dead_letter ADD PRIMARY KEY (position, stream);

-- The vector of each text, so that the endpoint is not asked for it again: big-endian floats, and a
-- hash of the text and of the model that made them.
CREATE TABLE embedding (
    id     uuid  NOT NULL PRIMARY KEY,
    mark   text  NOT NULL,
    vector bytea NOT NULL
);
-- Numbers of this kind do not get smaller by compressing them.
ALTER TABLE embedding ALTER COLUMN vector SET STORAGE EXTERNAL;
