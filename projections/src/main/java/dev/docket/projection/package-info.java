/** The side that computes views from the log and decides nothing. */
@NullMarked
package dev.docket.projection;

import org.jspecify.annotations.NullMarked;
