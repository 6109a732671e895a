/** Keeps views up with the log: exactly once, in order, on any number of nodes. */
@NullMarked
package dev.docket.projection.running;

import org.jspecify.annotations.NullMarked;
