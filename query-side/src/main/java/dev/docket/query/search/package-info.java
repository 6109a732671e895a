/** Finding tickets by what is written in them. */
@NullMarked
package dev.docket.query.search;

import org.jspecify.annotations.NullMarked;
