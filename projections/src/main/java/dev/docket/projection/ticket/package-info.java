/** Tickets as lists and pages show them. */
@NullMarked
package dev.docket.projection.ticket;

import org.jspecify.annotations.NullMarked;
