/** Seeded histories of tickets, written straight to a log. */
@NullMarked
package dev.docket.benchmark.history;

import org.jspecify.annotations.NullMarked;
