package dev.docket.log.axonserver;

import io.grpc.Metadata;
import io.grpc.Status;
import org.axonframework.axonserver.connector.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Reads the failures of the connector: what the server refuses, and what may pass. */
final class Failure {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private Failure() {}

    /** Whether a stream has moved on. */
    static boolean isConflict(Throwable failure) {
        return code(failure) == ErrorCode.INVALID_EVENT_SEQUENCE;
    }

    /** Whether it would only happen again. */
    static boolean isFinal(Throwable failure) {
        ErrorCode code = code(failure);
        if (code == null) {
            Status.Code status = Status.fromThrowable(failure).getCode();
            return status == Status.Code.RESOURCE_EXHAUSTED
                    || status == Status.Code.INVALID_ARGUMENT
                    || status == Status.Code.UNIMPLEMENTED;
        }
        return switch (code) {
            case INVALID_EVENT_SEQUENCE,
                    EVENT_PAYLOAD_TOO_LARGE,
                    GRPC_MESSAGE_TOO_LARGE,
                    AUTHENTICATION_TOKEN_MISSING,
                    AUTHENTICATION_INVALID_TOKEN,
                    UNSUPPORTED_INSTRUCTION,
                    VALIDATION_FAILED ->
                    true;
            default -> false;
        };
    }

    private static @Nullable ErrorCode code(Throwable failure) {
        Metadata trailers = Status.trailersFromThrowable(failure);
        String code = trailers == null ? null : trailers.get(CODE);
        return code == null ? null : ErrorCode.getFromCode(code);
    }
}
