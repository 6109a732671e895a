/** What the command side of the knowledge base promises. */
@NullMarked
package dev.docket.command.knowledge;

import org.jspecify.annotations.NullMarked;
