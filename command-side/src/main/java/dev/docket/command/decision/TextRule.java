package dev.docket.command.decision;

import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntPredicate;

/** The rules for texts of every feature; lengths are in UTF-16 code units. */
public final class TextRule {

    public static final Rule MISSING = Rule.invalid("text-missing");
    public static final Rule TOO_LONG = Rule.invalid("text-too-long");

    /** Neither control characters nor halves of characters: no store keeps them all alike. */
    public static final Rule HAS_CONTROL_CHARACTERS = Rule.invalid("text-has-control-characters");

    public static final Rule TOO_MANY_TAGS = Rule.invalid("too-many-tags");

    private static final int TAG = 64;
    private static final int TAGS = 50;

    private TextRule() {}

    /** Something is to be read. */
    public static Optional<Refusal> present(String field, String text) {
        return text.isBlank()
                ? refused(MISSING, field, "'%s' is empty".formatted(field))
                : Optional.empty();
    }

    /** One line, which may be empty. */
    public static Optional<Refusal> line(String field, String text, int longest) {
        return noLongerThan(longest, field, text)
                .or(() -> without(field, text, Character::isISOControl));
    }

    /** Any number of lines, none too. */
    public static Optional<Refusal> lines(String field, String text, int longest) {
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

    public static Optional<Refusal> tags(SortedSet<String> tags) {
        if (tags.size() > TAGS) {
            return refused(
                    TOO_MANY_TAGS,
                    "tags",
                    "At most %d tags are allowed, not %d".formatted(TAGS, tags.size()));
        }
        return tags.stream()
                .map(tag -> present("tags", tag).or(() -> line("tags", tag, TAG)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> noLongerThan(int longest, String field, String text) {
        return text.length() > longest
                ? refused(
                        TOO_LONG,
                        field,
                        "'%s' has %d characters; at most %d are allowed"
                                .formatted(field, text.length(), longest))
                : Optional.empty();
    }

    private static Optional<Refusal> without(String field, String text, IntPredicate forbidden) {
        IntPredicate half = c -> Character.getType(c) == Character.SURROGATE;
        return text.codePoints().anyMatch(forbidden.or(half))
                ? refused(
                        HAS_CONTROL_CHARACTERS,
                        field,
                        "'%s' has control characters".formatted(field))
                : Optional.empty();
    }

    private static Optional<Refusal> refused(Rule rule, String field, String detail) {
        return Optional.of(new Refusal(rule, field, detail));
    }
}
