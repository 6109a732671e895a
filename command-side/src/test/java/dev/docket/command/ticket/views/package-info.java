/** What saved views promise. */
@NullMarked
package dev.docket.command.ticket.views;

import org.jspecify.annotations.NullMarked;
