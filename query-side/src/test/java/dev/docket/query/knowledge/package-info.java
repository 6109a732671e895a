/** Tests of what readers see of the knowledge base. */
@NullMarked
package dev.docket.query.knowledge;

import org.jspecify.annotations.NullMarked;
