/** The query language, as tables and as random walks. */
@NullMarked
package dev.docket.query.search.language;

import org.jspecify.annotations.NullMarked;
