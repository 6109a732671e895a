-- GET /tickets/{id}/similar leaves out what was merged into the ticket
CREATE INDEX ticket_merged ON ticket (tenant, merged_into) WHERE merged_into IS NOT NULL;
-- GET /search/tickets while Elasticsearch is away: words of subjects. New entries wait in a list
-- that is merged in bulk; it is kept short, as each search reads all of it.
CREATE INDEX ticket_subject ON ticket USING gin (to_tsvector('simple', subject))
    WITH (gin_pending_list_limit = 512);
