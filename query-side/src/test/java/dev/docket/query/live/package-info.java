/** Tests of live rooms, on a log to which they append. */
@NullMarked
package dev.docket.query.live;

import org.jspecify.annotations.NullMarked;
