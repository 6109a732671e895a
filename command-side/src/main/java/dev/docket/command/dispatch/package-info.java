/** From a request to the command bus and back: facts, keys, versions, retries. */
@NullMarked
package dev.docket.command.dispatch;

import org.jspecify.annotations.NullMarked;
