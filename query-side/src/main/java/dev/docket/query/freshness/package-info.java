/** Waiting until a view has come as far as a caller has seen. */
@NullMarked
package dev.docket.query.freshness;

import org.jspecify.annotations.NullMarked;
