package dev.docket.standalone;

import dev.docket.embedded.ServerFailed;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Failures of a start that a sentence explains, so that no stack trace has to. */
final class RefusedStart implements SpringBootExceptionReporter {

    /** Spring makes it by name, from {@code META-INF/spring.factories}. */
    RefusedStart(@Nullable ConfigurableApplicationContext context) {}

    /** Whether nothing more has to be logged about the failure. */
    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }

    /** What the operator has to know, if we know it. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, cause -> cause != null, cause -> cause.getCause())
                .flatMap(cause -> explained(cause).stream())
                .findFirst();
    }

    private static Optional<String> explained(@Nullable Throwable cause) {
        return switch (cause) {
            case DirectoryInUse inUse -> Optional.ofNullable(inUse.getMessage());
            case ServerFailed failed -> Optional.ofNullable(failed.getMessage());
            case PortInUseException taken ->
                    Optional.of(
                            "Port "
                                    + taken.getPort()
                                    + " is taken: stop what listens there, or choose another with"
                                    + " --server.port.");
            case null, default -> Optional.empty();
        };
    }
}
