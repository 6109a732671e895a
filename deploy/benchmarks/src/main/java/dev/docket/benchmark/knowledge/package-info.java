/** How fast articles and tickets are found and read, and how soon after they changed. */
@NullMarked
package dev.docket.benchmark.knowledge;

import org.jspecify.annotations.NullMarked;
