/** The search index on a real PostgreSQL and a real Elasticsearch. */
@NullMarked
package dev.docket.projection.search;

import org.jspecify.annotations.NullMarked;
