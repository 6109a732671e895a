/** Each measure beside an independent computation over the same events. */
@NullMarked
package dev.docket.query.analytics;

import org.jspecify.annotations.NullMarked;
