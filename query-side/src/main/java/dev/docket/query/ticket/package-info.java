/** Lists, single tickets and conversations. */
@NullMarked
package dev.docket.query.ticket;

import org.jspecify.annotations.NullMarked;
