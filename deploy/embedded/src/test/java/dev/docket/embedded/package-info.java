/** Starts, restarts and ends of the embedded servers. */
@NullMarked
package dev.docket.embedded;

import org.jspecify.annotations.NullMarked;
