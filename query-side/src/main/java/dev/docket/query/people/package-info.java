/** People as agents look them up. */
@NullMarked
package dev.docket.query.people;

import org.jspecify.annotations.NullMarked;
