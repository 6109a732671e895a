/** The store of files, tried alike on each medium. */
@NullMarked
package dev.docket.content;

import org.jspecify.annotations.NullMarked;
