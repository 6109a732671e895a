package dev.docket.event.knowledge;

import dev.docket.event.DomainEvent;
import java.time.Instant;
import java.util.List;

/** What an organisation's people look for, without who it was. */
public sealed interface SearchesEvent extends DomainEvent {

    /** Among what was searched. */
    enum Among {
        ARTICLES,
        TICKETS
    }

    /**
     * @param words as they were typed, in lower case, without needless space
     * @param unanswered how many of the searches found nothing
     * @param opened how many of them led to something that was opened
     */
    record Searched(Among among, String words, int searches, int unanswered, int opened) {}

    /**
     * What one node was told within one minute.
     *
     * @param minute its beginning
     */
    record SearchesCounted(Instant minute, List<Searched> searched) implements SearchesEvent {}
}
