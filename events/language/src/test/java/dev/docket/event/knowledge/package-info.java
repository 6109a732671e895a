/** What the values of a knowledge base promise. */
@NullMarked
package dev.docket.event.knowledge;

import org.jspecify.annotations.NullMarked;
