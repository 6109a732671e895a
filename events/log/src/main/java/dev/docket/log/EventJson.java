package dev.docket.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of events and their facts. Times are ISO 8601 in UTC, value types are their bare values,
 * what is absent is left out. A field that no record component knows, or a missing one, makes an
 * event unreadable: an older node must not act on half of what a newer one wrote. Facts are only
 * beside the event, so fields of a newer version are passed over there.
 */
public final class EventJson {

    private final EventTypes types;
    private final UpcasterChain upcasters;
    private final JsonMapper mapper;
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
    private final ObjectReader factsReader;
    private final ObjectWriter factsWriter;

    public EventJson(EventTypes types, List<Upcaster> upcasters) {
        this.types = types;
        this.upcasters = new UpcasterChain(types.all(), upcasters);
        this.mapper = newMapper();
        for (EventType type : types.all()) {
            readers.put(type.record(), mapper.readerFor(type.record()));
            writers.put(type.record(), mapper.writerFor(type.record()));
        }
        factsReader =
                mapper.readerFor(Facts.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        factsWriter = mapper.writerFor(Facts.class);
    }

    /** With all events of the language, in every revision that was ever released. */
    public static EventJson released() {
        return new EventJson(new EventTypes(), ReleasedUpcasters.ALL);
    }

    private static JsonMapper newMapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new NullabilityIntrospector())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
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

    /**
     * @throws JacksonException if they are not facts
     */
    public Facts readFacts(byte[] json) {
        return factsReader.readValue(json);
    }

    /** The event, whatever revision it was written in, or what stands for an unreadable one. */
    public DomainEvent read(String name, int revision, byte[] json) {
        EventType type = types.named(name);
        ObjectReader reader = type == null ? null : readers.get(type.record());
        if (type == null || reader == null) {
            return unreadable(name, revision, json, "its type is not on the allow-list");
        }
        try {
            return revision == type.revision()
                    ? reader.readValue(json)
                    : reader.readValue(upcasters.upcast(type, revision, mapper.readTree(json)));
        } catch (JacksonException e) {
            return unreadable(name, revision, json, e.getOriginalMessage());
        } catch (RuntimeException e) {
            return unreadable(name, revision, json, String.valueOf(e.getMessage()));
        }
    }

    /** What stands for an event that cannot be read. */
    public static UnreadableEvent unreadable(
            String name, int revision, byte[] json, String reason) {
        return new UnreadableEvent(
                name, revision, new String(json, StandardCharsets.UTF_8), reason);
    }
}
