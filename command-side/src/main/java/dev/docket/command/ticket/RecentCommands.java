package dev.docket.command.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.event.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest commands that bore an idempotency key. A repeat of one of them is answered as the
 * first time; older ones are forgotten.
 */
record RecentCommands(@JsonValue List<Keyed> commands) {

    static final int REMEMBERED = 128;

    static final RecentCommands NONE = new RecentCommands(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    RecentCommands {}

    /**
     * @param fingerprint of the request
     * @param version that the command led to
     */
    record Keyed(String key, String fingerprint, long version) {}

    RecentCommands with(Facts facts, long version) {
        String key = facts.idempotencyKey();
        String fingerprint = facts.fingerprint();
        if (key == null || fingerprint == null) {
            return this;
        }
        Keyed keyed = new Keyed(key, fingerprint, version);
        List<Keyed> next = new ArrayList<>(commands.size() + 1);
        boolean sameCommand = !commands.isEmpty() && commands.getLast().key().equals(key);
        int from = !sameCommand && commands.size() == REMEMBERED ? 1 : 0;
        next.addAll(commands.subList(from, commands.size() - (sameCommand ? 1 : 0)));
        next.add(keyed);
        return new RecentCommands(List.copyOf(next));
    }

    Optional<Keyed> find(String key) {
        return commands.stream().filter(command -> command.key().equals(key)).findFirst();
    }
}
