/** What the projection that fills the ticket index and the queries that read it agree on. */
@NullMarked
package dev.docket.index;

import org.jspecify.annotations.NullMarked;
