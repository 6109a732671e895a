-- GET /tickets/{id}/similar leaves out what was merged into the ticket
CREATE INDEX ticket_merged ON ticket (tenant, merged_into) WHERE merged_into IS NOT NULL;
