/** Pages by key, never by offset. */
@NullMarked
package dev.docket.query.paging;

import org.jspecify.annotations.NullMarked;
