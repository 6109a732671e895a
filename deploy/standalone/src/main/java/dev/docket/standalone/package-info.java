/** The whole platform in one JVM, on stores of its own. */
@NullMarked
package dev.docket.standalone;

import org.jspecify.annotations.NullMarked;
