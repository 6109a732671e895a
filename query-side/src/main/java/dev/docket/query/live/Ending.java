package dev.docket.query.live;

import org.springframework.web.socket.CloseStatus;

/** Why a connection ends, in the codes that {@code docs/live.md} promises. */
enum Ending {
    MOVE_ON(1012, "the node stops"),
    FULL(1013, "too many connections"),
    TOO_MANY(1013, "too many connections of one person or address"),
    NOT_SIGNED_IN(4001, "no good token"),
    TOKEN_RAN_OUT(4002, "the token has run out"),
    DEACTIVATED(4003, "the person was deactivated"),
    TOO_SLOW(4008, "too much waits to be read"),
    SILENT(4009, "nothing was heard"),
    FAILED(1011, "something could not be looked up"),
    SENSELESS(4010, "a message that makes no sense, or too many");

    private final int code;
    private final String reason;

    Ending(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    CloseStatus status() {
        return new CloseStatus(code, reason);
    }
}
