-- GET /search/articles while Elasticsearch is away: words of titles
CREATE INDEX publication_title ON publication USING gin (to_tsvector('simple', title));
