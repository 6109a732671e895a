package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import dev.docket.index.TicketIndex.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts what was found by the values of some fields, the most frequent first. */
final class Facets {

    private static final int MOST_VALUES = 20;
    private static final Set<String> ENUMS = Set.of(Field.STATUS, Field.PRIORITY);

    /** By the parameter that would filter for a value. */
    private static final Map<String, String> FIELDS = fields();

    private Facets() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", Field.STATUS);
        fields.put("priority", Field.PRIORITY);
        fields.put("category", Field.CATEGORY);
        fields.put("tags", Field.TAGS);
        fields.put("assignee", Field.AGENT);
        return fields;
    }

    static Map<String, Aggregation> asked() {
        Map<String, Aggregation> aggregations = new LinkedHashMap<>();
        FIELDS.forEach((name, field) ->
                aggregations.put(
                        name,
                        Aggregation.of(
                                by -> by.terms(terms -> terms.field(field).size(MOST_VALUES)))));
        return aggregations;
    }

    /** The people among the values. */
    static Set<UUID> people(Map<String, Aggregate> answers) {
        return buckets(answers, "assignee").stream()
                .map(bucket -> UUID.fromString(bucket.key().stringValue()))
                .collect(Collectors.toSet());
    }

    static Map<String, List<Facet>> of(Map<String, Aggregate> answers, Map<UUID, String> names) {
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        FIELDS.forEach((name, field) ->
                facets.put(
                        name,
                        buckets(answers, name).stream()
                                .map(bucket -> facet(field, bucket, names))
                                .toList()));
        return facets;
    }

    private static List<StringTermsBucket> buckets(Map<String, Aggregate> answers, String name) {
        Aggregate answer = answers.get(name);
        return answer == null ? List.of() : answer.sterms().buckets().array();
    }

    private static Facet facet(String field, StringTermsBucket bucket, Map<UUID, String> names) {
        String value = bucket.key().stringValue();
        if (field.equals(Field.AGENT)) {
            return new Facet(value, names.get(UUID.fromString(value)), bucket.docCount());
        }
        String shown = ENUMS.contains(field) ? value.toLowerCase(Locale.ROOT) : value;
        return Facet.of(shown, bucket.docCount());
    }
}
