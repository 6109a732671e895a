/** The platform's answers over HTTP, among many tickets. */
@NullMarked
package dev.docket.benchmark.http;

import org.jspecify.annotations.NullMarked;
