/**
 * The log in Axon Server, through its connector. A position is Axon Server's global index plus one.
 * The server holds nothing but Docket's JSON; whoever else writes to the same context is read as
 * {@link dev.docket.log.UnreadableEvent}.
 */
@NullMarked
package dev.docket.log.axonserver;

import org.jspecify.annotations.NullMarked;
