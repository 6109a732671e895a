/** Holds the quality of search to what it has reached. */
@NullMarked
package dev.docket.benchmark.quality;

import org.jspecify.annotations.NullMarked;
