package dev.docket.command.ticket;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.TextRule;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How long the texts of a ticket may be; lengths are in UTF-16 code units. */
final class Text {

    static final int SUBJECT = 255;
    static final int BODY = 65_536;
    static final int REASON = 1_000;
    static final int CATEGORY = 255;

    private Text() {}

    static Optional<Refusal> subject(String subject) {
        return TextRule.present("subject", subject)
                .or(() -> TextRule.line("subject", subject, SUBJECT));
    }

    /** A description may be empty. */
    static Optional<Refusal> description(String description) {
        return TextRule.lines("description", description, BODY);
    }

    static Optional<Refusal> body(String field, String body) {
        return TextRule.present(field, body).or(() -> TextRule.lines(field, body, BODY));
    }

    static Optional<Refusal> reason(@Nullable String reason) {
        return reason == null ? Optional.empty() : TextRule.lines("reason", reason, REASON);
    }

    static Optional<Refusal> requiredReason(String reason) {
        return TextRule.present("reason", reason).or(() -> reason(reason));
    }

    static Optional<Refusal> category(@Nullable String category) {
        return category == null
                ? Optional.empty()
                : TextRule.present("category", category)
                        .or(() -> TextRule.line("category", category, CATEGORY));
    }

    static Optional<Refusal> tags(SortedSet<String> tags) {
        return TextRule.tags(tags);
    }
}
