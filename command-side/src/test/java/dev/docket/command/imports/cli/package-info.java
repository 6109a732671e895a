/** How the command line reads files. */
@NullMarked
package dev.docket.command.imports.cli;

import org.jspecify.annotations.NullMarked;
