/** Searches over HTTP, on a real PostgreSQL and a real Elasticsearch. */
@NullMarked
package dev.docket.query.search;

import org.jspecify.annotations.NullMarked;
