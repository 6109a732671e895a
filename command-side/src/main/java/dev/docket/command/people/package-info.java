/** Who may sign in and what they may do; signing in itself. */
@NullMarked
package dev.docket.command.people;

import org.jspecify.annotations.NullMarked;
