package dev.docket.log;

import dev.docket.event.DomainEvent;
import dev.docket.event.Revision;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.imports.ImportEvent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleViewsEvent;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.SearchesEvent;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketNumbersEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The allow-list: only these types are ever written to the log or made from what is read. It is
 * drawn from the sealed interfaces, so that an event that the language gains is on it at once.
 */
public final class EventTypes {

    private static final List<Class<? extends DomainEvent>> STREAMS =
            List.of(
                    TicketEvent.class,
                    TicketNumbersEvent.class,
                    SavedViewsEvent.class,
                    PersonEvent.class,
                    OrganisationEvent.class,
                    ImportEvent.class,
                    AttachmentEvent.class,
                    ArticleEvent.class,
                    ArticleVoteEvent.class,
                    ArticleViewsEvent.class,
                    KnowledgeBaseEvent.class,
                    SearchesEvent.class);

    private final Map<String, EventType> byName = new HashMap<>();
    private final Map<Class<?>, EventType> byRecord = new HashMap<>();

    public EventTypes() {
        this(STREAMS);
    }

    EventTypes(List<Class<? extends DomainEvent>> streams) {
        for (Class<? extends DomainEvent> stream : streams) {
            String streamName = stream.getSimpleName().replaceFirst("Event$", "");
            for (Class<?> permitted : stream.getPermittedSubclasses()) {
                add(permitted.asSubclass(DomainEvent.class), streamName);
            }
        }
    }

    private void add(Class<? extends DomainEvent> record, String stream) {
        Revision revision = record.getAnnotation(Revision.class);
        EventType type =
                new EventType(
                        record.getSimpleName(),
                        revision == null ? 1 : revision.value(),
                        stream,
                        record);
        if (byName.put(type.name(), type) != null) {
            throw new IllegalStateException("Two events are called " + type.name());
        }
        byRecord.put(record, type);
    }

    public Collection<EventType> all() {
        return byName.values();
    }

    /** The type of an event that is to be written; one that is not on the list is a defect. */
    public EventType of(Object event) {
        EventType type = byRecord.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " is not an event of the log");
        }
        return type;
    }

    @Nullable EventType named(String name) {
        return byName.get(name);
    }
}
