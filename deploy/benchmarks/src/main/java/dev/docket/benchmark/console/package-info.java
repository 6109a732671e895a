/** How soon a browser shows the console, and lets it be used. */
@NullMarked
package dev.docket.benchmark.console;

import org.jspecify.annotations.NullMarked;
