/** The rules of an article's life, and of readers' votes: one file for each thing to be wished. */
@NullMarked
package dev.docket.command.knowledge;

import org.jspecify.annotations.NullMarked;
