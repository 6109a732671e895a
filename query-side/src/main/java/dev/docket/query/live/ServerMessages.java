package dev.docket.query.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a node says, but for what happened: that is written by {@link Happening}. */
final class ServerMessages {

    static final String MOVE_ON = "{\"type\":\"moveOn\"}";

    private final JsonMapper json = JsonMapper.builder().build();

    /** Somebody who looks at a ticket. */
    record Looking(UUID person, @Nullable String name, boolean writing) {}

    /**
     * Who looks at a ticket.
     *
     * @param more how many others there are
     */
    record Present(List<Looking> people, int more) {}

    String quoted(String text) {
        return json.writeValueAsString(text);
    }

    String welcome(long position) {
        return message("welcome", Map.of("position", position));
    }

    String pong(long position) {
        return message("pong", Map.of("position", position));
    }

    String joined(String room, long position) {
        return message("joined", ordered("room", room, "position", position));
    }

    String reset(String room, long position) {
        return message("reset", ordered("room", room, "position", position));
    }

    String left(String room, String rule) {
        return message("left", ordered("room", room, "rule", rule));
    }

    String refused(String room, Admission.Refused refused) {
        Map<String, Object> fields = ordered("room", room, "rule", refused.rule());
        fields.put("detail", refused.detail());
        return message("refused", fields);
    }

    String presence(String room, Present present) {
        Map<String, Object> fields = ordered("room", room, "people", present.people());
        fields.put("more", present.more());
        return message("presence", fields);
    }

    private static Map<String, Object> ordered(
            String first, Object its, String second, Object others) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(first, its);
        fields.put(second, others);
        return fields;
    }

    private String message(String type, Map<String, Object> fields) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.putAll(fields);
        return json.writeValueAsString(message);
    }
}
