package dev.docket.command.dispatch;

import dev.docket.command.decision.Decision;
import dev.docket.event.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** What the shells of aggregates do alike with a wish, within Axon's unit of work. */
public final class Handling {

    private static final long NOT_BEGUN = -1;

    private Handling() {}

    /** How an event changes a state. */
    @FunctionalInterface
    public interface Evolution<S, E> {
        S after(S before, E event, Facts facts, long version);
    }

    /** How the first event of an aggregate makes its state. */
    @FunctionalInterface
    public interface Beginning<S, E> {
        S after(E event, Facts facts);
    }

    /** What the first command to an aggregate comes to; it has to make something happen. */
    public static <S extends Decided<R>, E, R> Outcome<R> begin(
            Wish wish, Decision<E> decision, Beginning<S, E> beginning, Evolution<S, E> evolution) {
        return switch (decision) {
            case Decision.Refused<E> refused ->
                    throw new RefusedOnVersionException(refused.refusal(), NOT_BEGUN);
            case Decision.Nothing<E> _ ->
                    throw new IllegalStateException("A beginning that begins nothing");
            case Decision.Happened<E> happened -> {
                E first = happened.events().getFirst();
                List<E> others = happened.events().subList(1, happened.events().size());
                S begun = beginning.after(first, wish.facts());
                AggregateLifecycle.apply(first);
                yield recorded(begun, wish.facts(), others, evolution);
            }
        };
    }

    /** Repeats and versions first; then what the decision says. */
    public static <S extends Decided<R>, E, R> Outcome<R> carryOut(
            S before, Wish wish, Supplier<Decision<E>> decision, Evolution<S, E> evolution) {
        Optional<Outcome<R>> repeated = before.repeated(wish);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        wish.mustFitVersion(before.version());
        return switch (decision.get()) {
            case Decision.Refused<E> refused ->
                    throw new RefusedOnVersionException(refused.refusal(), before.version());
            case Decision.Nothing<E> _ -> Outcome.unchanged(before.version(), before.answer());
            case Decision.Happened<E> happened ->
                    recorded(before, wish.facts(), happened.events(), evolution);
        };
    }

    /** Hands the events to Axon, and answers with what they lead to. */
    private static <S extends Decided<R>, E, R> Outcome<R> recorded(
            S before, Facts facts, List<E> events, Evolution<S, E> evolution) {
        S after = before;
        for (E event : events) {
            after = evolution.after(after, event, facts, after.version() + 1);
            AggregateLifecycle.apply(event);
        }
        return Outcome.recorded(after.version(), after.answer());
    }
}
