/** Loads, and the figures that they give. */
@NullMarked
package dev.docket.benchmark.measuring;

import org.jspecify.annotations.NullMarked;
