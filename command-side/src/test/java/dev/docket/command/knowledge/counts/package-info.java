/** What counting promises. */
@NullMarked
package dev.docket.command.knowledge.counts;

import org.jspecify.annotations.NullMarked;
