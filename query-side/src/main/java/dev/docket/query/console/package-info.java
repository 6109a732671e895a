/** The console: the files of its client, as they were built, and where it sends commands. */
@NullMarked
package dev.docket.query.console;

import org.jspecify.annotations.NullMarked;
