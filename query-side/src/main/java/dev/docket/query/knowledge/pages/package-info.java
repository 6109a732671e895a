/** What of a knowledge base anybody may read, as pages for browsers and search engines. */
@NullMarked
package dev.docket.query.knowledge.pages;

import org.jspecify.annotations.NullMarked;
