/** The side that decides: it takes commands over HTTP and appends what comes of them to the log. */
@NullMarked
package dev.docket.command;

import org.jspecify.annotations.NullMarked;
