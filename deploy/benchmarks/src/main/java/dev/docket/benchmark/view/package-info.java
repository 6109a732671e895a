/** From the log to a view: rebuilding, and lagging behind. */
@NullMarked
package dev.docket.benchmark.view;

import org.jspecify.annotations.NullMarked;
