/** How the log is tried, and what other modules try themselves on. */
@NullMarked
package dev.docket.log;

import org.jspecify.annotations.NullMarked;
