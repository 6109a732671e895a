package dev.docket.query.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.index.TicketDocument;
import dev.docket.query.search.FoundTicket.Assignment;
import dev.docket.query.search.FoundTicket.Person;
import dev.docket.query.search.FusedPages.Page;
import dev.docket.query.search.TicketSearcher.Wish;
import dev.docket.query.search.WordSearch.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds tickets and shows why they were found. */
final class TicketSearch {

    private final FusedPages<Wish, TicketDocument, Set<String>> pages;
    private final PersonNames people;

    TicketSearch(SearchIndex index, Nearest nearest, PersonNames people) {
        this.pages =
                new FusedPages<>(index, TicketDocument.class, new TicketSearcher(index), nearest);
        this.people = people;
    }

    SearchAnswer answer(Wish wish) {
        if (wish.asked().isEmpty()) {
            return new SearchAnswer(
                    List.of(),
                    wish.withFacets() ? Facets.of(Map.of(), Map.of()) : null,
                    null,
                    Total.NONE,
                    0);
        }
        Page<TicketDocument, Set<String>> page = pages.page(wish);
        Found<TicketDocument, Set<String>> found = page.words();
        Map<UUID, String> names = people.of(wish.tenant(), mentioned(found, page.shown()));
        Excerpts excerpts = Excerpts.of(wish.asked().marks(), found.leniency());
        return new SearchAnswer(
                page.shown().stream().map(hit -> ticket(hit, names, excerpts)).toList(),
                wish.withFacets() ? Facets.of(found.response().aggregations(), names) : null,
                page.next().map(place -> cursor(wish, found, place)).orElse(null),
                Total.of(found.response()),
                found.response().took());
    }

    private static String cursor(
            Wish wish, Found<TicketDocument, Set<String>> found, ListPlace place) {
        SomeWords doubted = SomeWords.of(wish.words().stems(), found.leniency());
        return new SearchCursor(doubted, place).text(wish.cursors());
    }

    private static Set<UUID> mentioned(
            Found<TicketDocument, Set<String>> found, List<Hit<TicketDocument>> hits) {
        Set<UUID> mentioned = new HashSet<>(Facets.people(found.response().aggregations()));
        for (Hit<TicketDocument> hit : hits) {
            TicketDocument ticket = document(hit);
            mentioned.add(ticket.requester());
            if (ticket.agent() != null) {
                mentioned.add(ticket.agent());
            }
        }
        return mentioned;
    }

    private static TicketDocument document(Hit<TicketDocument> hit) {
        TicketDocument document = hit.source();
        if (document == null) {
            throw new IllegalStateException("The index holds no source of ticket " + hit.id());
        }
        return document;
    }

    private static FoundTicket ticket(
            Hit<TicketDocument> hit, Map<UUID, String> names, Excerpts excerpts) {
        TicketDocument ticket = document(hit);
        UUID agent = ticket.agent();
        return new FoundTicket(
                SearchIndex.id(hit),
                new TicketNumber(ticket.number()).toString(),
                ticket.subject(),
                lower(ticket.status()),
                lower(ticket.priority()),
                lower(ticket.type()),
                ticket.category(),
                ticket.tags(),
                new Person(ticket.requester(), names.get(ticket.requester())),
                new Assignment(
                        ticket.team(), agent == null ? null : new Person(agent, names.get(agent))),
                lower(ticket.channel()),
                ticket.openedAt(),
                ticket.updatedAt(),
                ticket.version(),
                highlights(ticket, excerpts));
    }

    private static Map<String, List<String>> highlights(TicketDocument ticket, Excerpts excerpts) {
        return new Highlights(excerpts)
                .whole("subject", ticket.subject())
                .passages("description", ticket.description())
                .passages("replies", ticket.replies())
                .passages("notes", ticket.notes())
                .byPart();
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
