/** What happens, told to those who look: rooms over WebSocket, fanned out from the log. */
@NullMarked
package dev.docket.query.live;

import org.jspecify.annotations.NullMarked;
