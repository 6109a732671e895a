/**
 * How well articles are found: judged queries, made by rule and by hand, and what becomes of them.
 */
@NullMarked
package dev.docket.benchmark.quality;

import org.jspecify.annotations.NullMarked;
