/** Follows views with search indexes in Elasticsearch. */
@NullMarked
package dev.docket.projection.search;

import org.jspecify.annotations.NullMarked;
