package dev.docket.query.similar;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.index.TicketDocument;
import dev.docket.index.TicketIndex.Field;
import dev.docket.query.search.Clauses;
import dev.docket.query.search.Excerpts;
import dev.docket.query.search.Highlights;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.TellingWords;
import dev.docket.query.search.TicketScope;
import dev.docket.query.search.WordFrequencies;
import dev.docket.query.similar.Preference.Candidate;
import dev.docket.query.similar.SimilarAnswer.SimilarTicket;
import dev.docket.text.Word;
import dev.docket.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickets that say what a text says. The index is asked twice: for the candidates, with just
 * what is needed to choose among them, and for what is shown of the chosen.
 */
final class SimilarTickets {

    /** Of a longer text its beginning counts. */
    private static final int LONGEST_READ = 16_384;

    /** More words change hardly anything but the time that it takes. */
    private static final int MOST_WORDS = 30;

    private static final int CANDIDATES = 50;

    private final SearchIndex index;
    private final WordFrequencies frequencies;

    SimilarTickets(SearchIndex index) {
        this.index = index;
        this.frequencies = new WordFrequencies(index, Field.PUBLIC_STEMS);
    }

    /**
     * @param same what is not to be found
     */
    List<SimilarTicket> like(String text, TicketScope scope, Set<UUID> same, int limit) {
        TellingWords words = frequencies.telling(stems(text), MOST_WORDS);
        List<UUID> chosen = ids(Preference.order(candidates(words, scope, same)), limit);
        return chosen.isEmpty() ? List.of() : shown(words, scope, chosen);
    }

    private static List<UUID> ids(List<Candidate> candidates, int limit) {
        return candidates.stream().limit(limit).map(Candidate::id).toList();
    }

    private static List<String> stems(String text) {
        String read = text.substring(0, Math.min(text.length(), LONGEST_READ));
        return Words.of(read).stream()
                .map(Word::stem)
                .filter(Predicate.not(Words::isCommon))
                .toList();
    }

    private List<Candidate> candidates(TellingWords words, TicketScope scope, Set<UUID> same) {
        if (words.isEmpty()) {
            return List.of();
        }
        Query query =
                Query.of(any ->
                        any.bool(bool ->
                                bool.filter(scope.conditions())
                                        .mustNot(Clauses.ids(same))
                                        .should(said(words))
                                        .minimumShouldMatch("1")));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .query(query)
                                .source(source -> source.fetch(false))
                                .docvalueFields(field -> field.field(Field.CATEGORY))
                                .docvalueFields(field -> field.field(Field.STATUS))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(CANDIDATES));
        return index.search(request, Void.class).hits().hits().stream()
                .map(SimilarTickets::candidate)
                .toList();
    }

    private static Candidate candidate(Hit<Void> hit) {
        Double score = hit.score();
        return new Candidate(
                SearchIndex.id(hit),
                score == null ? 0 : score,
                value(hit, Field.CATEGORY),
                String.valueOf(value(hit, Field.STATUS)));
    }

    private static @Nullable String value(Hit<Void> hit, String field) {
        JsonData values = hit.fields().get(field);
        return values == null ? null : String.valueOf(values.to(List.class).getFirst());
    }

    /** What they are may have changed since they were chosen: they must still be visible. */
    private List<SimilarTicket> shown(TellingWords words, TicketScope scope, List<UUID> chosen) {
        Query query =
                Query.of(any ->
                        any.bool(bool ->
                                bool.filter(scope.conditions()).filter(Clauses.ids(chosen))));
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(index.alias())
                                .query(query)
                                .source(source ->
                                        source.filter(filter -> filter.excludes(Field.NOTES)))
                                .trackTotalHits(hits -> hits.enabled(false))
                                .size(chosen.size()));
        Excerpts excerpts = Excerpts.of(words.stems());
        Map<UUID, SimilarTicket> found =
                index.search(request, TicketDocument.class).hits().hits().stream()
                        .map(hit -> ticket(hit, words, excerpts))
                        .collect(Collectors.toMap(SimilarTicket::id, Function.identity()));
        return chosen.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Elasticsearch itself multiplies each with how rare the word is. */
    private static List<Query> said(TellingWords words) {
        return words.words().stream()
                .map(word -> Clauses.term(Field.PUBLIC_STEMS, word.stem(), (float) word.emphasis()))
                .toList();
    }

    /** What everybody who may see it can read of it. */
    private static Set<String> readable(TicketDocument ticket) {
        String replies = Objects.requireNonNullElse(ticket.replies(), "");
        return Set.copyOf(
                stems(String.join("\n", ticket.subject(), ticket.description(), replies)));
    }

    private static SimilarTicket ticket(
            Hit<TicketDocument> hit, TellingWords words, Excerpts excerpts) {
        TicketDocument ticket = hit.source();
        if (ticket == null) {
            throw new IllegalStateException("The index holds no source of ticket " + hit.id());
        }
        return new SimilarTicket(
                SearchIndex.id(hit),
                new TicketNumber(ticket.number()).toString(),
                ticket.subject(),
                ticket.status().toLowerCase(Locale.ROOT),
                ticket.category(),
                ticket.updatedAt(),
                words.share(readable(ticket)),
                new Highlights(excerpts)
                        .whole("subject", ticket.subject())
                        .passages("description", ticket.description())
                        .passages("replies", ticket.replies())
                        .byPart());
    }
}
