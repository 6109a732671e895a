/** Files, to be fetched by whoever may see what they belong to. */
@NullMarked
package dev.docket.query.attachment;

import org.jspecify.annotations.NullMarked;
