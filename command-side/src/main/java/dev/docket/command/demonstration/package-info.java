/** A company that never was, for whoever wants to look around: its tickets and articles. */
@NullMarked
package dev.docket.command.demonstration;

import org.jspecify.annotations.NullMarked;
