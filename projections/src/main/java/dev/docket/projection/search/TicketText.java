package dev.docket.projection.search;

import dev.docket.index.TicketDocument;
import dev.docket.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket can be found, and what of it is kept to be shown in excerpts: the beginning of
 * its description and the end of its conversation.
 */
final class TicketText {

    private TicketText() {}

    static TicketDocument complete(TicketDocument ticket, String replies, String notes) {
        String subject = Words.stems(ticket.subject());
        String forAll = joined(subject, Words.stems(ticket.description()), Words.stems(replies));
        return new TicketDocument(
                ticket.tenant(),
                ticket.number(),
                ticket.subject(),
                ShownText.beginning(ticket.description()),
                ShownText.end(replies),
                ShownText.end(notes),
                ticket.status(),
                ticket.priority(),
                ticket.type(),
                ticket.category(),
                categoryPath(ticket.category()),
                ticket.tags(),
                ticket.requester(),
                ticket.team(),
                ticket.agent(),
                ticket.channel(),
                ticket.openedAt(),
                ticket.updatedAt(),
                ticket.version(),
                ticket.position(),
                subject,
                forAll,
                joined(forAll, Words.stems(notes)));
    }

    /** {@code hardware/printer} is also found under {@code hardware}. */
    static List<String> categoryPath(@Nullable String category) {
        List<String> path = new ArrayList<>();
        if (category != null) {
            for (int slash = category.indexOf('/');
                    slash >= 0;
                    slash = category.indexOf('/', slash + 1)) {
                path.add(category.substring(0, slash));
            }
            path.add(category);
        }
        return path;
    }

    private static String joined(String... stems) {
        return Stream.of(stems).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }
}
