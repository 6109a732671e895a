@NullMarked
package dev.docket.command.demonstration;

import org.jspecify.annotations.NullMarked;
