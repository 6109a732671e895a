/** Follows the tickets' view with the search index in Elasticsearch. */
@NullMarked
package dev.docket.projection.search;

import org.jspecify.annotations.NullMarked;
