package dev.docket.query.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** What a client says. */
sealed interface ClientMessage {

    /** Who it is. */
    record Hello(String token, @Nullable Long resumeFrom) implements ClientMessage {}

    /** That it goes on being so. */
    record Token(String token) implements ClientMessage {}

    /**
     * @param resumeFrom a position up to which the client has been told, or has read
     */
    record Join(String room, @Nullable Long resumeFrom) implements ClientMessage {}

    /** That it looks elsewhere. */
    record Leave(String room) implements ClientMessage {}

    /** Whether somebody writes in a ticket. */
    record Presence(String room, boolean writing) implements ClientMessage {}

    /** Whether the node is there. */
    record Ping() implements ClientMessage {}

    /** Reads messages; what is none is empty. */
    final class Reader {

        private final JsonMapper json =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                text ->
                                        text.setCoercion(
                                                CoercionInputShape.Integer, CoercionAction.Fail))
                        .build();

        /** Every field that a message may have; which it needs, its type says. */
        private record Fields(
                @Nullable String type,
                @Nullable String token,
                @Nullable String room,
                @Nullable Long resumeFrom,
                @Nullable Boolean writing) {}

        Optional<ClientMessage> read(String text) {
            try {
                @Nullable Fields fields = json.readValue(text, Fields.class);
                return fields == null ? Optional.empty() : message(fields);
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        private static Optional<ClientMessage> message(Fields fields) {
            String token = fields.token();
            String room = fields.room();
            Long resumeFrom = fields.resumeFrom();
            Boolean writing = fields.writing();
            if (resumeFrom != null && resumeFrom < 0) {
                return Optional.empty();
            }
            return Optional.ofNullable(
                    switch (String.valueOf(fields.type())) {
                        case "hello" -> token == null ? null : new Hello(token, resumeFrom);
                        case "token" -> token == null ? null : new Token(token);
                        case "join" -> room == null ? null : new Join(room, resumeFrom);
                        case "leave" -> room == null ? null : new Leave(room);
                        case "presence" ->
                                room == null || writing == null
                                        ? null
                                        : new Presence(room, writing);
                        case "ping" -> new Ping();
                        default -> null;
                    });
        }
    }
}
