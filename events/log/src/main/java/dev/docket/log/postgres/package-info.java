/**
 * The log in PostgreSQL: group commit, dense positions, one in-memory tail for all readers of a
 * process.
 */
@NullMarked
package dev.docket.log.postgres;

import org.jspecify.annotations.NullMarked;
