package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketType;
import dev.docket.index.TicketIndex.Field;
import dev.docket.text.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the query language calls a property of a ticket, and what its values may be. */
sealed interface SearchField {

    /** One of a few words, each with what it demands of a ticket. */
    record Choice(Map<String, Query> values) implements SearchField {}

    /** A text that people choose, without regard to case. */
    record Label(String field, String shown) implements SearchField {}

    record Person(String field, boolean mayBeNobody) implements SearchField {}

    record Team(String field) implements SearchField {}

    record Numbered(String field) implements SearchField {}

    record Moment(String field) implements SearchField {}

    /** Words that stand in one place. */
    record Saying(String field) implements SearchField {}

    /** By their names, in the order in which they are offered. */
    Map<String, SearchField> ALL = all();

    private static Map<String, SearchField> all() {
        Map<String, SearchField> all = new LinkedHashMap<>();
        all.put("status", oneOf(Field.STATUS, Status.values()));
        all.put("assignee", new Person(Field.AGENT, true));
        all.put("requester", new Person(Field.REQUESTER, false));
        all.put("priority", oneOf(Field.PRIORITY, Priority.values()));
        all.put("tag", new Label(Field.TAGS, Field.TAGS));
        all.put("category", new Label(Field.CATEGORY_PATH, Field.CATEGORY));
        all.put("type", oneOf(Field.TYPE, TicketType.values()));
        all.put("team", new Team(Field.TEAM));
        all.put("channel", oneOf(Field.CHANNEL, Channel.values()));
        all.put("number", new Numbered(Field.NUMBER));
        all.put("subject", new Saying(Field.SUBJECT_STEMS));
        all.put("created", new Moment(Field.OPENED_AT));
        all.put("updated", new Moment(Field.UPDATED_AT));
        all.put("is", new Choice(states()));
        all.put("has", new Choice(possessions()));
        return all;
    }

    private static Choice oneOf(String field, Enum<?>... constants) {
        Map<String, Query> values = new LinkedHashMap<>();
        for (Enum<?> constant : constants) {
            values.put(
                    constant.name().toLowerCase(Locale.ROOT), Clauses.is(field, constant.name()));
        }
        return new Choice(values);
    }

    private static Map<String, Query> states() {
        Map<String, Query> states = new LinkedHashMap<>();
        states.put("unassigned", Clauses.isMissing(Field.AGENT));
        states.put("assigned", Clauses.exists(Field.AGENT));
        states.put(
                "unresolved",
                Clauses.anyOf(
                        Field.STATUS,
                        List.of(
                                Status.NEW.name(),
                                Status.OPEN.name(),
                                Status.IN_PROGRESS.name(),
                                Status.PENDING.name())));
        return states;
    }

    private static Map<String, Query> possessions() {
        Map<String, Query> possessions = new LinkedHashMap<>();
        possessions.put("assignee", Clauses.exists(Field.AGENT));
        possessions.put("team", Clauses.exists(Field.TEAM));
        possessions.put("category", Clauses.exists(Field.CATEGORY));
        possessions.put("tag", Clauses.exists(Field.TAGS));
        return possessions;
    }

    /** The field of a name, whose case does not matter. */
    static Optional<SearchField> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The one of some words that somebody who wrote another may have meant. */
    static @Nullable String near(String written, Collection<String> words) {
        String lower = written.toLowerCase(Locale.ROOT).replace('-', '_');
        return words.stream().filter(word -> isNear(lower, word)).findFirst().orElse(null);
    }

    private static boolean isNear(String written, String word) {
        return Spelling.of(word).isLike(written)
                || (written.length() > 2 && (word.startsWith(written) || written.startsWith(word)));
    }
}
