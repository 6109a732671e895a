/** The language in which tickets are searched: from text to a tree, or to what is wrong where. */
@NullMarked
package dev.docket.query.search.language;

import org.jspecify.annotations.NullMarked;
