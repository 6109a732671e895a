package dev.docket.log;

import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The JSON of events and their facts. Times are ISO 8601 in UTC, value types are their bare values,
 * what is absent is left out. A field that no record component knows makes an event unreadable: an
 * older node must not act on half of what a newer one wrote.
 */
public final class EventJson {

    private final EventTypes types;
    private final JsonMapper mapper;
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final ObjectReader factsReader;
    private final ObjectWriter factsWriter;

    public EventJson(EventTypes types, List<Upcaster> upcasters) {
        this.types = types;
        mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .changeDefaultPropertyInclusion(
                                inclusion ->
                                        inclusion.withValueInclusion(
                                                JsonInclude.Include.NON_NULL))
                        .build();
        for (EventType type : types.all()) {
            readers.put(type.record(), mapper.readerFor(type.record()));
            writers.put(type.record(), mapper.writerFor(type.record()));
        }
        for (Upcaster upcaster : upcasters) {
            this.upcasters.put(key(upcaster.type(), upcaster.from()), upcaster);
        }
        factsReader = mapper.readerFor(Facts.class);
        factsWriter = mapper.writerFor(Facts.class);
    }

    public EventTypes types() {
        return types;
    }

    /** The mapper for what is kept beside events and follows the same rules, such as snapshots. */
    public JsonMapper mapper() {
        return mapper;
    }

    public byte[] write(DomainEvent event) {
        ObjectWriter writer = writers.get(event.getClass());
        if (writer == null) {
            throw new IllegalArgumentException(event.getClass() + " is not an event of the log");
        }
        return writer.writeValueAsBytes(event);
    }

    public byte[] write(Facts facts) {
        return factsWriter.writeValueAsBytes(facts);
    }

    public Facts readFacts(byte[] json) {
        return factsReader.readValue(json);
    }

    /** The event, whatever revision it was written in, or what stands for an unreadable one. */
    public DomainEvent read(String name, int revision, byte[] json) {
        EventType type = types.named(name);
        if (type == null) {
            return unreadable(name, revision, json, "its type is not on the allow-list");
        }
        try {
            if (revision == type.revision()) {
                return reader(type).readValue(json);
            }
            JsonNode upcast = upcast(type, revision, mapper.readTree(json));
            return upcast == null
                    ? unreadable(name, revision, json, "no upcaster takes its revision")
                    : reader(type).readValue(upcast);
        } catch (JacksonException e) {
            return unreadable(name, revision, json, e.getOriginalMessage());
        }
    }

    private ObjectReader reader(EventType type) {
        ObjectReader reader = readers.get(type.record());
        if (reader == null) {
            throw new IllegalStateException("No reader for " + type);
        }
        return reader;
    }

    private @Nullable JsonNode upcast(EventType type, int revision, JsonNode json) {
        JsonNode current = json;
        for (int from = revision; from < type.revision(); from++) {
            Upcaster upcaster = upcasters.get(key(type.name(), from));
            if (upcaster == null || !(current instanceof ObjectNode object)) {
                return null;
            }
            current = upcaster.upcast(object);
        }
        return revision > type.revision() ? null : current;
    }

    private static UnreadableEvent unreadable(
            String name, int revision, byte[] json, String reason) {
        return new UnreadableEvent(
                name, revision, new String(json, StandardCharsets.UTF_8), reason);
    }

    private static String key(String type, int revision) {
        return type + "." + revision;
    }
}
