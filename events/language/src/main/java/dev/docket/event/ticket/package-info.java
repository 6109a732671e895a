/** The life of a ticket, as facts. */
@NullMarked
package dev.docket.event.ticket;

import org.jspecify.annotations.NullMarked;
