/** What is promised of files on their way in. */
@NullMarked
package dev.docket.command.attachment;

import org.jspecify.annotations.NullMarked;
