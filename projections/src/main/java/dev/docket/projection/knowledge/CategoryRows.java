package dev.docket.projection.knowledge;

import dev.docket.event.knowledge.Language;
import dev.docket.projection.knowledge.CategoryTree.Category;
import dev.docket.projection.running.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code category}, an organisation's tree as a whole. */
final class CategoryRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CategoryRows() {}

    static CategoryTree read(UUID tenant, JdbcClient jdbc) {
        return new CategoryTree(
                jdbc.sql(
                                """
                                SELECT id, parent, place, names, audience, organisations,
                                       effective_audience, effective_organisations, path, removed,
                                       went_into
                                FROM category WHERE tenant = ?
                                """)
                        .param(tenant)
                        .query((row, number) -> category(row))
                        .list());
    }

    private static Category category(ResultSet row) throws SQLException {
        Category category =
                new Category(
                        row.getObject("id", UUID.class),
                        names(row.getString("names")),
                        Visibilities.of(row, "audience", "organisations"));
        category.parent = row.getObject("parent", UUID.class);
        category.place = row.getInt("place");
        category.effective = Visibilities.of(row, "effective_audience", "effective_organisations");
        category.path = Columns.texts(row, "path").stream().map(UUID::fromString).toList();
        category.removed = row.getBoolean("removed");
        category.wentInto = row.getObject("went_into", UUID.class);
        return category;
    }

    private static SortedMap<Language, String> names(String json) {
        SortedMap<Language, String> names = new TreeMap<>();
        JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {})
                .forEach((tag, name) -> names.put(new Language(tag), name));
        return names;
    }

    private static String json(SortedMap<Language, String> names) {
        SortedMap<String, String> tags = new TreeMap<>();
        names.forEach((language, name) -> tags.put(language.tag(), name));
        return JSON.writeValueAsString(tags);
    }

    static void write(UUID tenant, Collection<Category> rows, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO category (
                            tenant, id, parent, place, names, audience, organisations,
                            effective_audience, effective_organisations, path, removed, went_into)
                        SELECT n.tenant, n.id, n.parent, n.place, n.names::jsonb, n.audience,
                               string_to_array(n.organisations, E'\\x1f')::uuid[],
                               n.effective_audience,
                               string_to_array(n.effective_organisations, E'\\x1f')::uuid[],
                               string_to_array(n.path, E'\\x1f')::uuid[], n.removed, n.went_into
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, id, parent, place, names, audience, organisations,
                                  effective_audience, effective_organisations, path, removed,
                                  went_into)
                        ON CONFLICT (id) DO UPDATE SET
                            parent = excluded.parent, place = excluded.place,
                            names = excluded.names, audience = excluded.audience,
                            organisations = excluded.organisations,
                            effective_audience = excluded.effective_audience,
                            effective_organisations = excluded.effective_organisations,
                            path = excluded.path, removed = excluded.removed,
                            went_into = excluded.went_into
                        """)
                .params(
                        Columns.of("uuid", rows, row -> tenant),
                        Columns.of("uuid", rows, row -> row.id),
                        Columns.of("uuid", rows, row -> row.parent),
                        Columns.of("integer", rows, row -> row.place),
                        Columns.of("text", rows, row -> json(row.names)),
                        Columns.of("text", rows, row -> Visibilities.audience(row.visibility)),
                        Columns.of("text", rows, row -> Visibilities.organisations(row.visibility)),
                        Columns.of("text", rows, row -> Visibilities.audience(row.effective)),
                        Columns.of("text", rows, row -> Visibilities.organisations(row.effective)),
                        Columns.of("text", rows, row -> Columns.joined(row.path)),
                        Columns.of("boolean", rows, row -> row.removed),
                        Columns.of("uuid", rows, row -> row.wentInto))
                .update();
    }
}
