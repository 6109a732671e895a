/**
 * Vectors of texts, for the projections that index them and the queries that look for near ones.
 */
@NullMarked
package dev.docket.index.embedding;

import org.jspecify.annotations.NullMarked;
