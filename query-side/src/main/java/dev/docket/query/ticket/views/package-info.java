/** The views of the queue that people have saved, each their own. */
@NullMarked
package dev.docket.query.ticket.views;

import org.jspecify.annotations.NullMarked;
