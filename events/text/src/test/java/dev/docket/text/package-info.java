/** What search takes for the same word. */
@NullMarked
package dev.docket.text;

import org.jspecify.annotations.NullMarked;
