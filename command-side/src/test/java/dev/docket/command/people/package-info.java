/** Who gets in, and by which commands people become known and are changed, as examples. */
@NullMarked
package dev.docket.command.people;

import org.jspecify.annotations.NullMarked;
