/** What somebody has saved of the queue. */
@NullMarked
package dev.docket.query.ticket.views;

import org.jspecify.annotations.NullMarked;
