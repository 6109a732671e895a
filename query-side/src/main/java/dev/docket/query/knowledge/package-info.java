/** The knowledge base, to be read, searched and kept: what each caller may see of it. */
@NullMarked
package dev.docket.query.knowledge;

import org.jspecify.annotations.NullMarked;
