package dev.docket.command.people;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.RefusedException;
import dev.docket.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords with bcrypt. Hashing is costly on purpose, so only a few run at once: a flood of
 * sign-ins must not take the processor from commands.
 */
final class Passwords {

    private static final int SHORTEST = 12;

    /** bcrypt looks at 72 bytes and no further. */
    private static final int LONGEST = 72;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final String nobody = String.valueOf(encoder.encode("nobody has this password"));
    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    String hash(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST || bytes > LONGEST) {
            throw new RefusedException(
                    new Refusal(
                            PersonRule.PASSWORD_LENGTH,
                            "password",
                            "A password has at least %d characters and at most %d bytes"
                                    .formatted(SHORTEST, LONGEST)));
        }
        return bounded(() -> String.valueOf(encoder.encode(password)));
    }

    /** Takes as long for somebody who does not exist, so that time tells nothing. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = bounded(() -> encoder.matches(password, hash == null ? nobody : hash));
        return same && hash != null;
    }

    /** Four groups of four letters and digits that cannot be mistaken for each other: 79 bits. */
    String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-sign-ins",
                                "Too many people are signing in at the moment")
                        .asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
