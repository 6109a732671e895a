/** Histories of other systems, brought in row by row. */
@NullMarked
package dev.docket.event.imports;

import org.jspecify.annotations.NullMarked;
