/** The knowledge base as readers, writers and editors see it. */
@NullMarked
package dev.docket.projection.knowledge;

import org.jspecify.annotations.NullMarked;
