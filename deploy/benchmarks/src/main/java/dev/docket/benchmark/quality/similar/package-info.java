/**
 * How good and how quick similar tickets are, judged by classified tickets of a real service desk.
 */
@NullMarked
package dev.docket.benchmark.quality.similar;

import org.jspecify.annotations.NullMarked;
