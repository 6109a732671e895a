/** Endpoints that answer well and badly. */
@NullMarked
package dev.docket.index.embedding;

import org.jspecify.annotations.NullMarked;
