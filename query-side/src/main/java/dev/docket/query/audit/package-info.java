/** The history itself: events, past moments, exports, and the check that views tell the truth. */
@NullMarked
package dev.docket.query.audit;

import org.jspecify.annotations.NullMarked;
