/** What every HTTP side shares: who calls, how errors look, how far a view has come. */
@NullMarked
package dev.docket.edge;

import org.jspecify.annotations.NullMarked;
