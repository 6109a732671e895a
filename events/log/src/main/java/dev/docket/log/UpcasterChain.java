package dev.docket.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings the JSON of any released revision to the newest one, step by step. */
final class UpcasterChain {

    private record Step(String type, int from) {}

    private final Map<Step, Upcaster> steps = new HashMap<>();

    /**
     * @throws IllegalStateException if a revision of a type has no way to the next, or more than
     *     one
     */
    UpcasterChain(Collection<EventType> types, List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            Step step = new Step(upcaster.type(), upcaster.from());
            if (steps.put(step, upcaster) != null) {
                throw new IllegalStateException("Two upcasters take " + step);
            }
        }
        for (EventType type : types) {
            for (int from = 1; from < type.revision(); from++) {
                if (!steps.containsKey(new Step(type.name(), from))) {
                    throw new IllegalStateException(
                            "%s has revision %d, but no upcaster takes revision %d"
                                    .formatted(type.name(), type.revision(), from));
                }
            }
        }
    }

    /**
     * @throws IllegalArgumentException if the revision is newer than this version of Docket, or the
     *     JSON is no object
     */
    JsonNode upcast(EventType type, int revision, JsonNode json) {
        JsonNode current = json;
        for (int from = revision; from != type.revision(); from++) {
            Upcaster upcaster = steps.get(new Step(type.name(), from));
            if (upcaster == null || !(current instanceof ObjectNode object)) {
                throw new IllegalArgumentException("no upcaster takes its revision");
            }
            current = upcaster.upcast(object);
        }
        return current;
    }
}
