-- GET /audit/events?correlation=…: all that came of one wish
CREATE INDEX entry_correlation ON entry (tenant, correlation, position);
