package dev.docket.command.ticket;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How long texts may be, and what they may hold; lengths are in UTF-16 code units. */
final class Text {

    static final int SUBJECT = 255;
    static final int BODY = 65_536;
    static final int REASON = 1_000;
    static final int CATEGORY = 255;
    static final int TAG = 64;
    static final int TAGS = 50;

    private Text() {}

    static Optional<Refusal> subject(String subject) {
        return present("subject", subject).or(() -> line("subject", subject, SUBJECT));
    }

    /** A description may be empty. */
    static Optional<Refusal> description(String description) {
        return lines("description", description, BODY);
    }

    static Optional<Refusal> body(String field, String body) {
        return present(field, body).or(() -> lines(field, body, BODY));
    }

    static Optional<Refusal> reason(@Nullable String reason) {
        return reason == null ? Optional.empty() : lines("reason", reason, REASON);
    }

    static Optional<Refusal> requiredReason(String reason) {
        return present("reason", reason).or(() -> reason(reason));
    }

    static Optional<Refusal> category(@Nullable String category) {
        return category == null
                ? Optional.empty()
                : present("category", category).or(() -> line("category", category, CATEGORY));
    }

    static Optional<Refusal> tags(SortedSet<String> tags) {
        if (tags.size() > TAGS) {
            return refused(
                    TicketRule.TOO_MANY_TAGS,
                    "tags",
                    "A ticket has at most %d tags, not %d".formatted(TAGS, tags.size()));
        }
        return tags.stream()
                .map(tag -> present("tags", tag).or(() -> line("tags", tag, TAG)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> present(String field, String text) {
        return text.isBlank()
                ? refused(TicketRule.TEXT_MISSING, field, "'%s' is empty".formatted(field))
                : Optional.empty();
    }

    private static Optional<Refusal> line(String field, String text, int longest) {
        return noLongerThan(longest, field, text)
                .or(() -> without(field, text, Character::isISOControl));
    }

    private static Optional<Refusal> lines(String field, String text, int longest) {
        return noLongerThan(longest, field, text)
                .or(() ->
                        without(
                                field,
                                text,
                                c ->
                                        Character.isISOControl(c)
                                                && c != '\n'
                                                && c != '\r'
                                                && c != '\t'));
    }

    private static Optional<Refusal> noLongerThan(int longest, String field, String text) {
        return text.length() > longest
                ? refused(
                        TicketRule.TEXT_TOO_LONG,
                        field,
                        "'%s' has %d characters; at most %d are allowed"
                                .formatted(field, text.length(), longest))
                : Optional.empty();
    }

    private static Optional<Refusal> without(
            String field, String text, java.util.function.IntPredicate forbidden) {
        return text.chars().anyMatch(forbidden)
                ? refused(
                        TicketRule.TEXT_HAS_CONTROL_CHARACTERS,
                        field,
                        "'%s' has control characters".formatted(field))
                : Optional.empty();
    }

    private static Optional<Refusal> refused(Rule rule, String field, String detail) {
        return Optional.of(new Refusal(rule, field, detail));
    }
}
