/** Measures how soon those who look are told of what happens. */
@NullMarked
package dev.docket.benchmark.live;

import org.jspecify.annotations.NullMarked;
