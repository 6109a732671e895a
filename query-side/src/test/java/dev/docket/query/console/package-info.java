/** Tests of the console's files. */
@NullMarked
package dev.docket.query.console;

import org.jspecify.annotations.NullMarked;
