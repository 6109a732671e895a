/** What comes of a command: facts, nothing, or a refusal that names its rule. */
@NullMarked
package dev.docket.command.decision;

import org.jspecify.annotations.NullMarked;
