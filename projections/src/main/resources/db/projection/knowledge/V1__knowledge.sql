-- Articles as those who write them see them: the newest revision, published or not. Its text is in
-- the table of revisions, so that lists read narrow rows.
CREATE SEQUENCE change;
CREATE TABLE article (
    tenant             uuid        NOT NULL,
    id                 uuid        NOT NULL,
    language           text        NOT NULL,
    title              text        NOT NULL,
    summary            text        NOT NULL,
    category           uuid,
    tags               text[]      NOT NULL,
    audience           text        NOT NULL,
    organisations      uuid[]      NOT NULL,
    state              text        NOT NULL,
    revision           integer     NOT NULL,
    author             uuid        NOT NULL,
    translation_group  uuid        NOT NULL,
    solves             uuid,
    featured           boolean     NOT NULL,
    archived           boolean     NOT NULL,
    reviewed_revision  integer,
    reviewer           uuid,
    review_reason      text,
    approved_revision  integer,
    scheduled_revision integer,
    scheduled_at       timestamptz,
    drafted_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    confirmed_at       timestamptz,
    version            bigint      NOT NULL,
    -- Of the newest event that is in the row; views are not, votes and categories' changes are.
    position           bigint      NOT NULL,
    -- The order in which rows changed, which the search index follows.
    change             bigint      NOT NULL DEFAULT nextval('change'),
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX article_change ON article (change);
-- GET /articles of agents, newest change first
CREATE INDEX article_updated ON article (tenant, updated_at DESC, id DESC);
-- What a category's change concerns, and the articles of one
CREATE INDEX article_category ON article (tenant, category);
-- The languages of an article
CREATE INDEX article_translation_group ON article (tenant, translation_group);

-- What readers see of an article, for as long as they see it.
CREATE TABLE publication (
    article                 uuid        NOT NULL PRIMARY KEY,
    tenant                  uuid        NOT NULL,
    revision                integer     NOT NULL,
    language                text        NOT NULL,
    title                   text        NOT NULL,
    summary                 text        NOT NULL,
    category                uuid,
    tags                    text[]      NOT NULL,
    audience                text        NOT NULL,
    organisations           uuid[]      NOT NULL,
    -- The article's own within its category's within those above.
    effective_audience      text        NOT NULL,
    effective_organisations uuid[]      NOT NULL,
    -- Since when they see any revision of it, and since when this one.
    visible_since           timestamptz NOT NULL,
    published_at            timestamptz NOT NULL
);
-- GET /articles of readers, newest first, of one category or all
CREATE INDEX publication_newest ON publication (tenant, published_at DESC, article DESC);
CREATE INDEX publication_category ON publication (tenant, category);
-- ... of organisations that show theirs to others
CREATE INDEX publication_shared ON publication USING gin (effective_organisations)
    WHERE effective_audience = 'REQUESTERS';

CREATE TABLE revision (
    tenant        uuid        NOT NULL,
    article       uuid        NOT NULL,
    revision      integer     NOT NULL,
    language      text        NOT NULL,
    title         text        NOT NULL,
    summary       text        NOT NULL,
    body          text        NOT NULL,
    category      uuid,
    tags          text[]      NOT NULL,
    audience      text        NOT NULL,
    organisations uuid[]      NOT NULL,
    author        uuid        NOT NULL,
    reason        text,
    restored      integer,
    written_at    timestamptz NOT NULL,
    -- When readers first saw it, if ever.
    published_at  timestamptz,
    PRIMARY KEY (article, revision)
);

-- How an article is taken up: changes by deltas, beside the article's own row.
CREATE TABLE reception (
    article   uuid   NOT NULL PRIMARY KEY,
    tenant    uuid   NOT NULL,
    views     bigint NOT NULL,
    helpful   bigint NOT NULL,
    unhelpful bigint NOT NULL
);

CREATE TABLE vote (
    article  uuid        NOT NULL,
    voter    uuid        NOT NULL,
    tenant   uuid        NOT NULL,
    helpful  boolean     NOT NULL,
    comment  text,
    voted_at timestamptz NOT NULL,
    position bigint      NOT NULL,
    PRIMARY KEY (article, voter)
);
-- GET /articles/{id}/votes, and how the votes of late compare to those before
CREATE INDEX vote_newest ON vote (article, position DESC);

CREATE TABLE ticket_link (
    article     uuid        NOT NULL,
    ticket      uuid        NOT NULL,
    tenant      uuid        NOT NULL,
    linked_at   timestamptz NOT NULL,
    -- When the ticket was last reopened after it was linked: what helped did not.
    reopened_at timestamptz,
    PRIMARY KEY (article, ticket)
);
CREATE INDEX ticket_link_ticket ON ticket_link (tenant, ticket);

-- Removed categories stay, as an older revision may name one: it then means what they went into.
CREATE TABLE category (
    id                      uuid    NOT NULL PRIMARY KEY,
    tenant                  uuid    NOT NULL,
    parent                  uuid,
    place                   integer NOT NULL,
    names                   jsonb   NOT NULL,
    audience                text    NOT NULL,
    organisations           uuid[]  NOT NULL,
    effective_audience      text    NOT NULL,
    effective_organisations uuid[]  NOT NULL,
    -- From the top down to itself.
    path                    uuid[]  NOT NULL,
    removed                 boolean NOT NULL,
    went_into               uuid
);
CREATE INDEX category_tenant ON category (tenant);

CREATE TABLE settings (
    tenant         uuid    NOT NULL PRIMARY KEY,
    demands_review boolean NOT NULL,
    -- Null until somebody sets it.
    stale_months   integer
);

CREATE TABLE synonyms (
    id     uuid   NOT NULL PRIMARY KEY,
    tenant uuid   NOT NULL,
    words  text[] NOT NULL
);
CREATE INDEX synonyms_tenant ON synonyms (tenant);

-- What was looked for on a day (UTC), without who it was.
CREATE TABLE searched (
    tenant     uuid   NOT NULL,
    day        date   NOT NULL,
    among      text   NOT NULL,
    words      text   NOT NULL,
    searches   bigint NOT NULL,
    unanswered bigint NOT NULL,
    opened     bigint NOT NULL,
    PRIMARY KEY (tenant, day, among, words)
);
