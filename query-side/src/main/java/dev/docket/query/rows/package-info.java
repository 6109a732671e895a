/** How rows of the views become values. */
@NullMarked
package dev.docket.query.rows;

import org.jspecify.annotations.NullMarked;
