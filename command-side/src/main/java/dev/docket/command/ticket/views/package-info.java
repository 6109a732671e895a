/** The views of the queue that people have saved, each their own. */
@NullMarked
package dev.docket.command.ticket.views;

import org.jspecify.annotations.NullMarked;
