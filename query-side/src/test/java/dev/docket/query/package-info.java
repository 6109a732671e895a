/** What the query side promises, tried over HTTP on real stores. */
@NullMarked
package dev.docket.query;

import org.jspecify.annotations.NullMarked;
