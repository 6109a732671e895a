/** Tests of the knowledge base's view. */
@NullMarked
package dev.docket.projection.knowledge;

import org.jspecify.annotations.NullMarked;
