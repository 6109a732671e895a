/** What the values of tickets promise. */
@NullMarked
package dev.docket.event.ticket;

import org.jspecify.annotations.NullMarked;
