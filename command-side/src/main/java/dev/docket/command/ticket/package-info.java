/** The rules of a ticket's life: one file for each thing that can be wished. */
@NullMarked
package dev.docket.command.ticket;

import org.jspecify.annotations.NullMarked;
