/** Real PostgreSQL and Elasticsearch servers as child processes of this JVM. */
@NullMarked
package dev.docket.embedded;

import org.jspecify.annotations.NullMarked;
