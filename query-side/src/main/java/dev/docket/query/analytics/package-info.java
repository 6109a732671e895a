/** Measures over time, and the dashboard. */
@NullMarked
package dev.docket.query.analytics;

import org.jspecify.annotations.NullMarked;
