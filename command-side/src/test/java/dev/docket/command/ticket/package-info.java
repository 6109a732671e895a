/** The rules of a ticket's life, as examples. */
@NullMarked
package dev.docket.command.ticket;

import org.jspecify.annotations.NullMarked;
