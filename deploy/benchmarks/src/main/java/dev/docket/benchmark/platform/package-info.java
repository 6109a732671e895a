/** A whole platform on a full log, and requests to it as clients send them. */
@NullMarked
package dev.docket.benchmark.platform;

import org.jspecify.annotations.NullMarked;
