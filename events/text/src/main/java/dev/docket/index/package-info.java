/** What the projections that fill search indexes and the queries that read them agree on. */
@NullMarked
package dev.docket.index;

import org.jspecify.annotations.NullMarked;
