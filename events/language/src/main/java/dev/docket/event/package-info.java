/** The words that every side shares: the facts that happened, and the values they are made of. */
@NullMarked
package dev.docket.event;

import org.jspecify.annotations.NullMarked;
