/** What is like a ticket, and who is told. */
@NullMarked
package dev.docket.query.similar;

import org.jspecify.annotations.NullMarked;
