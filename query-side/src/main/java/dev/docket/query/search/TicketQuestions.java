package dev.docket.query.search;

import dev.docket.edge.Caller;
import dev.docket.event.people.Role;
import dev.docket.query.search.FieldConditions.Asker;
import dev.docket.query.search.language.Expression;
import dev.docket.query.search.language.Expression.Field;
import dev.docket.query.search.language.Expression.Text;
import dev.docket.query.search.language.Expression.Value;
import dev.docket.query.search.language.Expression.Word;
import dev.docket.query.search.language.Refusal;
import dev.docket.query.search.language.RefusedQueryException;
import dev.docket.query.search.language.SearchLanguage;
import dev.docket.query.search.language.Span;
import dev.docket.text.Words;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Understands what is typed into the search field, with what the organisation's views know. */
final class TicketQuestions {

    private static final int MOST_WORDS = 32;

    /** Of everything but words: each is a part of the query that Elasticsearch is asked. */
    private static final int MOST_CLAUSES = 32;

    private final PersonNames people;
    private final Synonyms synonyms;
    private final Clock clock;

    TicketQuestions(PersonNames people, Synonyms synonyms, Clock clock) {
        this.people = people;
        this.synonyms = synonyms;
        this.clock = clock;
    }

    /**
     * A query as it was typed.
     *
     * @param says what it says, as far as its grammar tells
     */
    record Question(String text, Expression says) {

        private boolean hasWords() {
            return says.parts().stream().anyMatch(Word.class::isInstance);
        }

        /** The names of people in it. */
        private Set<String> names() {
            Set<String> names = new HashSet<>();
            says.leaves()
                    .filter(Field.class::isInstance)
                    .map(Field.class::cast)
                    .filter(Question::isOfPeople)
                    .flatMap(field -> field.values().stream())
                    .filter(Value::isQuoted)
                    .map(Value::text)
                    // PostgreSQL's texts cannot hold it, so nobody is called so.
                    .filter(name -> name.indexOf('\0') < 0)
                    .forEach(names::add);
            return names;
        }

        private static boolean isOfPeople(Field field) {
            return SearchField.named(field.name())
                    .filter(SearchField.Person.class::isInstance)
                    .isPresent();
        }
    }

    /**
     * @throws RefusedQueryException if it is not of the language, or asks for too much
     */
    Question read(String text) {
        Expression says = SearchLanguage.parse(text);
        refuseTooManyWords(says);
        refuseTooManyClauses(says);
        return new Question(text, says);
    }

    private static void refuseTooManyWords(Expression says) {
        Set<String> stems = new HashSet<>();
        for (Expression leaf : says.leaves().toList()) {
            if (leaf instanceof Text text) {
                Sayings.stems(text).stream()
                        .filter(stem -> !Words.isCommon(stem))
                        .forEach(stems::add);
                refuseBeyond(MOST_WORDS, stems.size(), "words", text.at());
            }
        }
    }

    private static void refuseTooManyClauses(Expression says) {
        int clauses = 0;
        for (Expression leaf : says.leaves().toList()) {
            if (leaf instanceof Field field) {
                for (Value value : field.values()) {
                    refuseBeyond(MOST_CLAUSES, ++clauses, "clauses", value.at());
                }
            } else if (leaf instanceof Text text && !(text instanceof Word)) {
                refuseBeyond(MOST_CLAUSES, ++clauses, "clauses", text.at());
            }
        }
    }

    private static void refuseBeyond(int most, int count, String what, Span at) {
        if (count > most) {
            throw Refusal.of("too-many-" + what, "'q' has at most %d %s".formatted(most, what), at)
                    .asException();
        }
    }

    /**
     * @throws RefusedQueryException if a field is unknown, or a value is none of its
     */
    Asked asked(Question question, SearchFilter filter, Caller caller) {
        UUID tenant = caller.tenant().value();
        Map<String, Set<UUID>> called = people.called(tenant, question.names());
        boolean mayKnowPeople = caller.worksOnTickets() || caller.has(Role.AUDITOR);
        FieldConditions fields =
                new FieldConditions(
                        question.text(),
                        new Asker(caller.person().value(), called, mayKnowPeople),
                        clock);
        List<Synonyms.Alike> alike = question.hasWords() ? synonyms.of(tenant) : List.of();
        return new Interpreter(fields, filter.stems(), alike).asked(question.says());
    }
}
