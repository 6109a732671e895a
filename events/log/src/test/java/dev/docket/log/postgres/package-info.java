/** What is special to the log in PostgreSQL. */
@NullMarked
package dev.docket.log.postgres;

import org.jspecify.annotations.NullMarked;
