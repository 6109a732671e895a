/** What is like a ticket: other tickets and articles that may help, by its words. */
@NullMarked
package dev.docket.query.similar;

import org.jspecify.annotations.NullMarked;
