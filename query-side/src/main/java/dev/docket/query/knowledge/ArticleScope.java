package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.event.knowledge.Visibility.Audience;
import dev.docket.index.ArticleIndex.Field;
import dev.docket.query.search.Clauses;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Among which articles is searched: what the reader may see, in the query itself.
 *
 * @param drafts whether articles and words that only writers see count as well
 */
record ArticleScope(List<Query> conditions, boolean drafts) {

    static ArticleScope of(
            Reader reader,
            @Nullable UUID category,
            List<String> tags,
            @Nullable String language,
            boolean drafts) {
        List<Query> conditions = new ArrayList<>();
        conditions.add(visible(reader, drafts));
        if (category != null) {
            conditions.add(Clauses.is(Field.CATEGORY_PATH, category.toString()));
        }
        tags.forEach(tag -> conditions.add(Clauses.is(Field.TAGS, tag)));
        if (language != null) {
            conditions.add(in(language));
        }
        return new ArticleScope(List.copyOf(conditions), drafts);
    }

    /** Of a language, with its regions. */
    static Query in(String language) {
        return any(
                Clauses.is(Field.LANGUAGE, language),
                Query.of(query ->
                        query.prefix(
                                prefix -> prefix.field(Field.LANGUAGE).value(language + "-"))));
    }

    /** Says what {@link Reader#condition()} says. */
    private static Query visible(Reader reader, boolean drafts) {
        Query base = Clauses.is(Field.TENANT, reader.base().toString());
        if (drafts) {
            return base;
        }
        Query published = Query.of(q -> q.term(t -> t.field(Field.PUBLISHED).value(true)));
        UUID own = reader.own();
        if (own == null) {
            return all(base, published, audience(Audience.PUBLIC));
        }
        Query shared =
                all(audience(Audience.REQUESTERS), Clauses.is(Field.ORGANISATIONS, own.toString()));
        if (reader.worksThere()) {
            return all(published, any(base, shared));
        }
        return reader.isAtHome()
                ? all(
                        published,
                        any(all(base, audience(Audience.PUBLIC, Audience.REQUESTERS)), shared))
                : all(base, published, any(audience(Audience.PUBLIC), shared));
    }

    private static Query audience(Audience... audiences) {
        return Clauses.anyOf(Field.AUDIENCE, Stream.of(audiences).map(Audience::name).toList());
    }

    private static Query all(Query... conditions) {
        return Query.of(query -> query.bool(bool -> bool.filter(List.of(conditions))));
    }

    private static Query any(Query... conditions) {
        return Query.of(query ->
                query.bool(bool -> bool.should(List.of(conditions)).minimumShouldMatch("1")));
    }
}
