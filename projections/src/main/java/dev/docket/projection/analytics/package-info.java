/** Counts and durations by hour, kept by differences. */
@NullMarked
package dev.docket.projection.analytics;

import org.jspecify.annotations.NullMarked;
