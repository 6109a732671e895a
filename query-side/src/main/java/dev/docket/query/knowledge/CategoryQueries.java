package dev.docket.query.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code knowledge.category} as the tree that a reader may see. */
public final class CategoryQueries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CategoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A category with those below it, in their order.
     *
     * @param name in the language asked for, or else in the nearest there is
     * @param articles that the reader may see, without those of the categories below
     * @param names in all languages, and who may see it: only for those who work there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(
            UUID id,
            String name,
            long articles,
            @Nullable SortedMap<String, String> names,
            @Nullable String audience,
            @Nullable List<UUID> organisations,
            List<Node> children) {

        public Step step() {
            return new Step(id, name);
        }

        /** With those below. */
        public long allArticles() {
            return articles + children.stream().mapToLong(Node::allArticles).sum();
        }
    }

    private record Row(
            UUID id,
            @Nullable UUID parent,
            SortedMap<String, String> names,
            String audience,
            List<UUID> organisations,
            long articles) {}

    /**
     * @param languages of which the first that a name is in is taken
     */
    public List<Node> tree(Reader reader, List<Locale> languages) {
        List<Row> rows =
                reader.bind(
                                jdbc.sql(
                                        """
                                        SELECT c.id, c.parent, c.names, c.audience, c.organisations,
                                               coalesce(n.articles, 0) AS articles
                                        FROM knowledge.category c
                                        LEFT JOIN (SELECT p.category, count(*) AS articles
                                                   FROM knowledge.publication p WHERE %s
                                                   GROUP BY p.category) n ON n.category = c.id
                                        WHERE NOT c.removed AND %s
                                        ORDER BY c.place, c.id
                                        """
                                                .formatted(reader.ownCondition(), visible(reader))))
                        .query((row, number) -> row(row))
                        .list();
        Map<@Nullable UUID, List<Row>> below = new HashMap<>();
        rows.forEach(row -> below.computeIfAbsent(row.parent(), id -> new ArrayList<>()).add(row));
        return nodes(null, below, languages, reader.worksThere());
    }

    /** Which categories, {@code c}, the reader may see. */
    private static String visible(Reader reader) {
        return reader.ownCondition()
                .replace("p.tenant", "c.tenant")
                .replace("p.effective", "c.effective");
    }

    /** A category that is part of a way through the tree. */
    public record Step(UUID id, String name) {}

    /** The way from the top to a category, itself the last; empty if the reader may not see it. */
    public List<Step> path(Reader reader, UUID category, List<Locale> languages) {
        return reader.bind(
                        jdbc.sql(
                                """
                                SELECT s.id, s.names FROM knowledge.category c
                                CROSS JOIN unnest(c.path) WITH ORDINALITY AS p (id, place)
                                JOIN knowledge.category s ON s.id = p.id
                                WHERE c.id = :category AND NOT c.removed AND %s
                                ORDER BY p.place
                                """
                                        .formatted(visible(reader))))
                .param("category", category)
                .query((row, number) ->
                        new Step(
                                Columns.id(row, "id"),
                                name(names(row.getString("names")), languages)))
                .list();
    }

    private static SortedMap<String, String> names(String json) {
        return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Columns.id(row, "id"),
                row.getObject("parent", UUID.class),
                names(row.getString("names")),
                row.getString("audience").toLowerCase(Locale.ROOT),
                Columns.ids(row, "organisations"),
                row.getLong("articles"));
    }

    private static List<Node> nodes(
            @Nullable UUID parent,
            Map<@Nullable UUID, List<Row>> below,
            List<Locale> languages,
            boolean works) {
        return below.getOrDefault(parent, List.of()).stream()
                .map(row ->
                        new Node(
                                row.id(),
                                name(row.names(), languages),
                                row.articles(),
                                works ? row.names() : null,
                                works ? row.audience() : null,
                                works ? row.organisations() : null,
                                nodes(row.id(), below, languages, works)))
                .toList();
    }

    /** In the first language that there is a name in, with its region or without. */
    static String name(SortedMap<String, String> names, List<Locale> languages) {
        for (Locale language : languages) {
            String exact = names.get(language.toLanguageTag());
            if (exact != null) {
                return exact;
            }
            for (Map.Entry<String, String> entry : names.entrySet()) {
                Locale other = Locale.forLanguageTag(entry.getKey());
                if (other.getLanguage().equals(language.getLanguage())) {
                    return entry.getValue();
                }
            }
        }
        String english = names.get("en");
        return english == null ? names.firstEntry().getValue() : english;
    }
}
