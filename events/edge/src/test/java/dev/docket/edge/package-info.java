/** What every HTTP side promises, tried on a node with routes of the tests' own. */
@NullMarked
package dev.docket.edge;

import org.jspecify.annotations.NullMarked;
