package dev.docket.command.dispatch;

import dev.docket.command.decision.Actor;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What an HTTP request says beside its body; a controller of commands takes it as a parameter.
 *
 * @param key its {@code Idempotency-Key}
 * @param ifMatch the version in its {@code If-Match}
 * @param target method and path, which belong to what a key stands for
 */
public record CommandRequest(
        Caller caller,
        @Nullable String key,
        @Nullable Long ifMatch,
        String target,
        UUID correlation) {

    private static final int LONGEST_KEY = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    static CommandRequest of(HttpServletRequest request, Caller caller) {
        return new CommandRequest(
                caller,
                key(request.getHeader("Idempotency-Key")),
                version(request.getHeader(HttpHeaders.IF_MATCH)),
                request.getMethod() + " " + request.getRequestURI(),
                UUID.randomUUID());
    }

    private static @Nullable String key(@Nullable String header) {
        if (header != null && (header.isBlank() || header.length() > LONGEST_KEY)) {
            throw bad(
                    "Idempotency-Key",
                    "An idempotency key has 1 to %d characters".formatted(LONGEST_KEY));
        }
        return header;
    }

    private static @Nullable Long version(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        String tag = header.startsWith("W/") ? header.substring(2) : header;
        try {
            return Long.valueOf(tag.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw bad(HttpHeaders.IF_MATCH, "'%s' is not an ETag of ours".formatted(header));
        }
    }

    private static RuntimeException bad(String field, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "wrong-header", detail, field).asException();
    }

    public Actor actor() {
        return new Actor(caller.tenant(), caller.person(), caller.worksOnTickets());
    }

    /**
     * An id for something that the command makes: a new one, or under a key always the same, so
     * that a repeat makes nothing new.
     */
    public UUID idFor(String kind) {
        PersonId person = caller.person();
        return key == null
                ? Ids.timeOrdered(Clock.systemUTC(), RANDOM)
                : Ids.named(kind, caller.tenant().toString(), person.toString(), target, key);
    }

    /**
     * @param command its name for the history
     * @param body the request's body as a record, whose text stands for it in the fingerprint
     */
    public Wish wish(String command, Object body) {
        String fingerprint = key == null ? null : Ids.named(target, body.toString()).toString();
        Facts facts =
                new Facts(
                        caller.tenant(),
                        caller.person(),
                        command,
                        UUID.randomUUID(),
                        correlation,
                        caller.origin(),
                        null,
                        key == null ? null : caller.person() + "/" + key,
                        fingerprint);
        return new Wish(actor(), facts, ifMatch);
    }
}
