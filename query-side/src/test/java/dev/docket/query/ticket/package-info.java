/** Lists of tickets, page by page. */
@NullMarked
package dev.docket.query.ticket;

import org.jspecify.annotations.NullMarked;
