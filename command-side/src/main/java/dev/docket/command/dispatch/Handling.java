package dev.docket.command.dispatch;

import dev.docket.command.decision.Decision;
import dev.docket.event.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateLifecycle;

/** What the shells of aggregates do alike with a wish, within Axon's unit of work. */
public final class Handling {

    private Handling() {}

    /** How an event changes a state. */
    @FunctionalInterface
    public interface Evolution<S, E> {
        S after(S before, E event, Facts facts, long version);
    }

    /** Repeats and versions first; then what the decision says. */
    public static <S extends Decided<R>, E, R> Outcome<R> carryOut(
            S before, Wish wish, Supplier<Decision<E>> decision, Evolution<S, E> evolution) {
        Optional<Outcome<R>> repeated = repeated(before, wish);
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

    /** The answer that the command's first sending had, whatever has happened since. */
    public static <R> Optional<Outcome<R>> repeated(Decided<R> before, Wish wish) {
        return before.recent()
                .repeatedBy(wish, before.version())
                .map(first -> Outcome.recorded(first.version(), first.result()));
    }

    /** Hands the events to Axon, and answers with what they lead to. */
    public static <S extends Decided<R>, E, R> Outcome<R> recorded(
            S before, Facts facts, List<E> events, Evolution<S, E> evolution) {
        S after = before;
        for (E event : events) {
            after = evolution.after(after, event, facts, after.version() + 1);
            AggregateLifecycle.apply(event);
        }
        return Outcome.recorded(after.version(), after.answer());
    }
}
