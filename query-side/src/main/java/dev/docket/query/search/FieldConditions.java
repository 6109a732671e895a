package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.query.search.SearchField.Choice;
import dev.docket.query.search.SearchField.Label;
import dev.docket.query.search.SearchField.Moment;
import dev.docket.query.search.SearchField.Numbered;
import dev.docket.query.search.SearchField.Person;
import dev.docket.query.search.SearchField.Saying;
import dev.docket.query.search.SearchField.Team;
import dev.docket.query.search.language.Comparison;
import dev.docket.query.search.language.Expression.Field;
import dev.docket.query.search.language.Expression.Text;
import dev.docket.query.search.language.Expression.Value;
import dev.docket.query.search.language.Refusal;
import dev.docket.query.search.language.RefusedQueryException;
import dev.docket.query.search.language.SearchLanguage;
import dev.docket.query.search.language.Span;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of one query demand of a ticket, or why they demand nothing sensible. */
final class FieldConditions {

    private static final Pattern NUMBER =
            Pattern.compile("(?:DK-)?([1-9][0-9]{0,17})", Pattern.CASE_INSENSITIVE);

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final String text;
    private final Asker asker;
    private final Clock clock;

    /**
     * Who asks, and whom their query may mean.
     *
     * @param called who has the names in the query
     * @param mayKnowPeople whether they may learn that nobody is called so
     */
    record Asker(UUID person, Map<String, Set<UUID>> called, boolean mayKnowPeople) {}

    /**
     * @param text the whole query
     */
    FieldConditions(String text, Asker asker, Clock clock) {
        this.text = text;
        this.asker = asker;
        this.clock = clock;
    }

    /** An arrow or a tag of HTML after a word: what resembles no field is not compared. */
    boolean isText(Field field) {
        return field.comparison() != Comparison.IS
                && SearchField.named(field.name()).isEmpty()
                && SearchField.near(field.name(), SearchField.ALL.keySet()) == null;
    }

    String textOf(Field field) {
        return text.substring(field.at().from(), field.at().to());
    }

    boolean isSaying(Field field) {
        return SearchField.named(field.name()).filter(Saying.class::isInstance).isPresent();
    }

    /** The texts of which a field demands one to be said in its place. */
    List<Text> said(Field field) {
        compared(field, Comparison.IS);
        return field.values().stream().map(SearchLanguage::text).toList();
    }

    Optional<Query> sayings(Field field) {
        Saying place = (Saying) SearchField.named(field.name()).orElseThrow();
        List<Query> queries =
                said(field).stream()
                        .map(text -> Sayings.in(place.field(), text))
                        .flatMap(Optional::stream)
                        .toList();
        return queries.isEmpty() ? Optional.empty() : Optional.of(anyOf(queries));
    }

    /**
     * @throws RefusedQueryException if there is no such field, or a value is none of its
     */
    Query query(Field field) {
        SearchField known = SearchField.named(field.name()).orElseThrow(() -> unknown(field));
        if (!(known instanceof Moment)) {
            compared(field, Comparison.IS);
        }
        return switch (known) {
            case Choice choice -> any(field, value -> choice(value, choice));
            case Label label -> any(field, value -> label(value, label));
            case Person person -> any(field, value -> person(value, person));
            case Team team -> any(field, value -> team(value, team));
            case Numbered numbered -> any(field, value -> number(value, numbered));
            case Moment moment -> any(field, value -> moment(value, moment, field.comparison()));
            case Saying _ -> sayings(field).orElseGet(FieldConditions::none);
        };
    }

    private static Query any(Field field, Function<Value, Query> condition) {
        return anyOf(field.values().stream().map(condition).toList());
    }

    private static Query anyOf(List<Query> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
    }

    private static Query none() {
        return Query.of(q -> q.matchNone(n -> n));
    }

    private static Query choice(Value value, Choice choice) {
        Collection<String> words = choice.values().keySet();
        Query query = choice.values().get(value.text().toLowerCase(Locale.ROOT).replace('-', '_'));
        if (query == null) {
            String near = SearchField.near(value.text(), words);
            throw wrong(value, "is not one of " + String.join(", ", words), near);
        }
        return query;
    }

    private static Query label(Value value, Label label) {
        if (!value.isQuoted() && value.text().indexOf('*') >= 0) {
            throw new Refusal(
                            "wildcard",
                            "'*' stands in words, not in values of a field",
                            value.at(),
                            null)
                    .asException();
        }
        return Query.of(
                q -> q.term(t -> t.field(label.field()).value(value.text()).caseInsensitive(true)));
    }

    private Query person(Value value, Person person) {
        String name = value.text();
        if (!value.isQuoted() && name.equalsIgnoreCase("me")) {
            return Clauses.is(person.field(), asker.person().toString());
        }
        if (!value.isQuoted() && person.mayBeNobody() && name.equalsIgnoreCase("none")) {
            return Clauses.isMissing(person.field());
        }
        if (ID.matcher(name).matches()) {
            return Clauses.is(person.field(), name.toLowerCase(Locale.ROOT));
        }
        if (name.indexOf('@') >= 0) {
            return Clauses.is(person.field(), address(value).toString());
        }
        if (!value.isQuoted()) {
            List<String> words = person.mayBeNobody() ? List.of("me", "none") : List.of("me");
            throw wrong(
                    value,
                    "is not %s, an e-mail address or an id; a name stands in quotes"
                            .formatted(String.join(", ", words)),
                    SearchLanguage.quoted(name));
        }
        return called(value, person);
    }

    private static PersonId address(Value value) {
        try {
            return PersonId.of(new EmailAddress(value.text()));
        } catch (IllegalArgumentException notAnAddress) {
            throw wrong(value, "is not an e-mail address", null);
        }
    }

    private Query called(Value value, Person person) {
        Set<UUID> people = asker.called().getOrDefault(value.text(), Set.of());
        if (people.isEmpty() && asker.mayKnowPeople()) {
            throw wrong(value, "is nobody's name", null);
        }
        return people.isEmpty()
                ? none()
                : Clauses.anyOf(person.field(), people.stream().map(UUID::toString).toList());
    }

    private static Query team(Value value, Team team) {
        String id = value.text().toLowerCase(Locale.ROOT);
        if (id.equals("none")) {
            return Clauses.isMissing(team.field());
        }
        if (!ID.matcher(id).matches()) {
            throw wrong(value, "is not the id of a team, nor none", null);
        }
        return Clauses.is(team.field(), id);
    }

    private static Query number(Value value, Numbered numbered) {
        Matcher form = NUMBER.matcher(value.text());
        if (!form.matches()) {
            throw wrong(value, "is not a ticket's number like DK-12", null);
        }
        return Clauses.is(numbered.field(), form.group(1));
    }

    private Query moment(Value value, Moment moment, Comparison comparison) {
        Period period =
                Period.of(value.text(), clock)
                        .orElseThrow(() ->
                                wrong(
                                        value,
                                        "is not a time like " + Period.FORMS,
                                        SearchField.near(value.text(), Period.OFFERED)));
        Period.Bounds bounds = period.bounds(comparison);
        return Query.of(q ->
                q.range(r ->
                        r.date(d -> {
                            d.field(moment.field());
                            if (bounds.from() != null) {
                                d.gte(bounds.from().toString());
                            }
                            return bounds.to() == null ? d : d.lt(bounds.to().toString());
                        })));
    }

    private static void compared(Field field, Comparison allowed) {
        if (field.comparison() != allowed) {
            int end = field.nameAt().to();
            throw Refusal.of(
                            "wrong-comparison",
                            "'%s' is not compared; '%s:' names what it is"
                                    .formatted(field.name(), field.name()),
                            new Span(end, end + field.comparison().sign().length()))
                    .asException();
        }
    }

    private static RefusedQueryException unknown(Field field) {
        String near = SearchField.near(field.name(), SearchField.ALL.keySet());
        return new Refusal(
                        "unknown-field",
                        "There is no field '%s'%s. There are %s. In quotes it is text"
                                .formatted(
                                        field.name(),
                                        question(near),
                                        String.join(", ", SearchField.ALL.keySet())),
                        field.nameAt(),
                        near)
                .asException();
    }

    private static RefusedQueryException wrong(Value value, String rule, @Nullable String near) {
        return new Refusal(
                        "wrong-value",
                        "'%s' %s%s".formatted(value.text(), rule, question(near)),
                        value.at(),
                        near)
                .asException();
    }

    private static String question(@Nullable String near) {
        return near == null ? "" : "; did you mean %s?".formatted(near);
    }
}
