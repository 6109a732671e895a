package dev.docket.command.dispatch;

import org.springframework.http.ResponseEntity;

/** The headers of every answer to a command: the version as an ETag, and the log's position. */
public final class Answers {

    public static final String POSITION = "Docket-Position";

    private Answers() {}

    public static ResponseEntity.BodyBuilder with(
            ResponseEntity.BodyBuilder response, Receipt<?> receipt) {
        return response.eTag("\"" + receipt.version() + "\"")
                .header(POSITION, Long.toString(receipt.position()));
    }
}
