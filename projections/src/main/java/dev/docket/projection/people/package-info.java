/** People as lists show them. */
@NullMarked
package dev.docket.projection.people;

import org.jspecify.annotations.NullMarked;
