/** Programs that compare Docket with its stock counterparts and print what they saw. */
@NullMarked
package dev.docket.benchmark;

import org.jspecify.annotations.NullMarked;
