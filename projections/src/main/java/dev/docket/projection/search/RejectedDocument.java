package dev.docket.projection.search;

import java.util.UUID;

/** A document that Elasticsearch will not take, however often it is asked. */
record RejectedDocument(UUID id, long position, String cause) {}
