package dev.docket.command.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What comes of a command. */
public sealed interface Decision<E> {

    /** The facts that are to be recorded, at least one. */
    record Happened<E>(List<E> events) implements Decision<E> {}

    /** What was wished for is so already; that is a success. */
    record Nothing<E>() implements Decision<E> {}

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, nobody else sees it
    static <E> Decision<E> happened(E... events) {
        return new Happened<>(List.of(events));
    }

    static <E> Decision<E> happened(List<E> events) {
        return events.isEmpty() ? nothing() : new Happened<>(List.copyOf(events));
    }

    static <E> Decision<E> nothing() {
        return new Nothing<>();
    }

    /** Refused if a rule was broken; else what the decision comes to. */
    static <E> Decision<E> unless(Optional<Refusal> broken, Supplier<Decision<E>> otherwise) {
        return broken.map(Decision::<E>refused).orElseGet(otherwise);
    }

    static <E> Decision<E> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <E> Decision<E> refused(Rule rule, String detail) {
        return new Refused<>(new Refusal(rule, null, detail));
    }

    static <E> Decision<E> refused(Rule rule, @Nullable String field, String detail) {
        return new Refused<>(new Refusal(rule, field, detail));
    }
}
