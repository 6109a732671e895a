package dev.docket.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body in words of its sender, who knows nothing of Java. */
final class UnreadableBody {

    private static final Pattern TWICE =
            Pattern.compile("Duplicate Object property \"([^\"]*)\".*");
    private static final int LONGEST_QUOTE = 80;

    private UnreadableBody() {}

    static Problem problem(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                    malformed(
                            "unknown-field",
                            "There is no field '%s' here".formatted(unknown.getPropertyName()),
                            path(unknown));
            case InvalidFormatException value ->
                    mistyped(path(value), value.getTargetType(), value.getValue());
            case MismatchedInputException more when goesOn(more) ->
                    malformed("malformed-json", "The body goes on after its end", null);
            case MismatchedInputException value ->
                    mistyped(path(value), value.getTargetType(), null);
            case ValueInstantiationException refused -> refused(refused);
            case DatabindException other ->
                    malformed("wrong-type", subject(path(other)) + " does not fit", path(other));
            case StreamConstraintsException beyond ->
                    malformed(
                            "json-too-large",
                            "The body has at most %d levels, and texts of at most %,d characters"
                                    .formatted(
                                            WireJson.LIMITS.getMaxNestingDepth(),
                                            WireJson.LIMITS.getMaxStringLength()),
                            null);
            case InputCoercionException beyond ->
                    mistyped(path(beyond), beyond.getTargetType(), null);
            case StreamReadException broken -> broken(broken);
            case null, default ->
                    malformed("malformed-body", "The body is missing or unreadable", null);
        };
    }

    private static boolean goesOn(MismatchedInputException failure) {
        return failure.getOriginalMessage().startsWith("Trailing token");
    }

    private static Problem mistyped(
            @Nullable String field, @Nullable Class<?> type, @Nullable Object value) {
        String expected = type == null ? "of another type" : Expected.of(type);
        String instead = value == null ? "" : ", and not " + quoted(value);
        return malformed("wrong-type", subject(field) + " is " + expected + instead, field);
    }

    private static String quoted(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_QUOTE
                ? "'%s'".formatted(text)
                : "'%s…'".formatted(text.substring(0, LONGEST_QUOTE));
    }

    /** The values of the language say in their own words what they do not take. */
    private static Problem refused(ValueInstantiationException refused) {
        String why =
                refused.getCause() instanceof IllegalArgumentException own
                                && own.getMessage() != null
                        ? own.getMessage()
                        : "not valid";
        return malformed("wrong-type", subject(path(refused)) + " is " + why, path(refused));
    }

    private static Problem broken(StreamReadException broken) {
        Matcher twice = TWICE.matcher(broken.getOriginalMessage());
        if (twice.lookingAt()) {
            return malformed(
                    "malformed-json",
                    "The field '%s' is there twice".formatted(twice.group(1)),
                    twice.group(1));
        }
        TokenStreamLocation location = broken.getLocation();
        return malformed(
                "malformed-json",
                location == null
                        ? "The body is not JSON"
                        : "The body is not JSON at line %d, column %d"
                                .formatted(location.getLineNr(), location.getColumnNr()),
                null);
    }

    private static String subject(@Nullable String field) {
        return field == null ? "The body" : "'%s'".formatted(field);
    }

    private static Problem malformed(String type, String detail, @Nullable String field) {
        return new Problem(HttpStatus.BAD_REQUEST, type, detail, field);
    }

    private static @Nullable String path(JacksonException failure) {
        List<String> steps = new ArrayList<>();
        for (JacksonException.Reference step : failure.getPath()) {
            steps.add(
                    step.getPropertyName() == null
                            ? String.valueOf(step.getIndex())
                            : step.getPropertyName());
        }
        return steps.isEmpty() ? null : String.join(".", steps);
    }
}
