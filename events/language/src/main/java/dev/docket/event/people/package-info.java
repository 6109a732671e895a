/** Who may sign in, what they may do, and the organisation that they belong to. */
@NullMarked
package dev.docket.event.people;

import org.jspecify.annotations.NullMarked;
