package dev.docket.command.dispatch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.command.decision.Refusal;
import dev.docket.event.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest commands to an aggregate that bore an idempotency key, as its events tell. A repeat of
 * one of them is answered as the first time; older ones are forgotten.
 *
 * @param <R> what of the state after a command belongs to its answer
 */
public record RecentCommands<R>(@JsonValue List<Keyed<R>> commands) {

    static final int REMEMBERED = 128;

    /** The first command, which began the aggregate, is remembered for ever. */
    private static final int OLDEST_THAT_MAY_GO = 1;

    /** For Jackson, which reads a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecentCommands {}

    /**
     * A command that bore a key.
     *
     * @param fingerprint of the request
     * @param version that the command led to
     * @param result what the state was then
     */
    public record Keyed<R>(String key, String fingerprint, long version, R result) {}

    /** Of an aggregate to which nothing has happened yet. */
    public static <R> RecentCommands<R> none() {
        return new RecentCommands<>(List.of());
    }

    /**
     * With one more event; several events of one command count as one.
     *
     * @param result what the state is after the event
     */
    public RecentCommands<R> with(Facts facts, long version, R result) {
        String key = facts.idempotencyKey();
        String fingerprint = facts.fingerprint();
        if (key == null || fingerprint == null) {
            return this;
        }
        Keyed<R> keyed = new Keyed<>(key, fingerprint, version, result);
        List<Keyed<R>> next = new ArrayList<>(commands.size() + 1);
        boolean sameCommand = !commands.isEmpty() && commands.getLast().key().equals(key);
        next.addAll(sameCommand ? commands.subList(0, commands.size() - 1) : commands);
        if (next.size() == REMEMBERED) {
            next.remove(OLDEST_THAT_MAY_GO);
        }
        next.add(keyed);
        return new RecentCommands<>(List.copyOf(next));
    }

    /**
     * The command that a wish repeats; empty if it bears no key, or one that is not known.
     *
     * @param version of the aggregate now
     * @throws RefusedOnVersionException if another request bore the key
     */
    public Optional<Keyed<R>> repeatedBy(Wish wish, long version) {
        String key = wish.facts().idempotencyKey();
        return commands.stream()
                .filter(command -> command.key().equals(key))
                .findFirst()
                .map(known -> {
                    if (!known.fingerprint().equals(wish.facts().fingerprint())) {
                        throw new RefusedOnVersionException(keyReused(), version);
                    }
                    return known;
                });
    }

    /** The answer to the command that a wish repeats, where an answer is all that is remembered. */
    public Optional<Outcome<R>> answered(Wish wish, long version) {
        return repeatedBy(wish, version)
                .map(first -> Outcome.recorded(first.version(), first.result()));
    }

    /** Why a request is refused whose key stands for another one. */
    public static Refusal keyReused() {
        return new Refusal(
                DispatchRule.IDEMPOTENCY_KEY_REUSED,
                "Idempotency-Key",
                "The key was used for another request");
    }
}
