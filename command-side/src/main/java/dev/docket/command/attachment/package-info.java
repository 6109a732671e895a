/** Files on their way in: received, described, brought along by what people write, or expired. */
@NullMarked
package dev.docket.command.attachment;

import org.jspecify.annotations.NullMarked;
