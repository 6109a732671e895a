/** Brings histories of other systems in: rows become commands at their original times. */
@NullMarked
package dev.docket.command.imports;

import org.jspecify.annotations.NullMarked;
