/** Who may sign in, and what they may do. */
@NullMarked
package dev.docket.event.people;

import org.jspecify.annotations.NullMarked;
