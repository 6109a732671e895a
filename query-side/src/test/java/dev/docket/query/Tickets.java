package dev.docket.query;

import dev.docket.content.ContentStore;
import dev.docket.content.ReceivedFile;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.AttachmentsAdded;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketSelection;
import dev.docket.event.ticket.TicketType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tickets and people as tests need them; what a test does not say has a usual value. */
public final class Tickets {

    private static final AtomicLong NUMBER = new AtomicLong(1_000);

    private Tickets() {}

    /** What is said about a ticket that is opened. */
    public record Draft(
            Someone requester,
            String subject,
            String description,
            Priority priority,
            @Nullable String category,
            List<String> tags,
            @Nullable UUID team,
            @Nullable Someone agent,
            @Nullable Instant openedAt) {

        public Draft describedAs(String text) {
            return new Draft(
                    requester, subject, text, priority, category, tags, team, agent, openedAt);
        }

        public Draft with(Priority other) {
            return new Draft(
                    requester, subject, description, other, category, tags, team, agent, openedAt);
        }

        public Draft in(@Nullable String other, String... otherTags) {
            return new Draft(
                    requester,
                    subject,
                    description,
                    priority,
                    other,
                    List.of(otherTags),
                    team,
                    agent,
                    openedAt);
        }

        public Draft assignedTo(@Nullable UUID otherTeam, @Nullable Someone other) {
            return new Draft(
                    requester,
                    subject,
                    description,
                    priority,
                    category,
                    tags,
                    otherTeam,
                    other,
                    openedAt);
        }

        public Draft at(Instant time) {
            return new Draft(
                    requester, subject, description, priority, category, tags, team, agent, time);
        }

        /** The event, for a ticket with an id. */
        public TicketOpened event(UUID id) {
            return new TicketOpened(
                    new TicketId(id),
                    new TicketNumber(NUMBER.incrementAndGet()),
                    requester.person(),
                    Channel.API,
                    subject,
                    description,
                    priority,
                    new Classification(TicketType.INCIDENT, category, new TreeSet<>(tags)),
                    new Assignment(
                            team == null ? null : new TeamId(team),
                            agent == null ? null : agent.person()),
                    null);
        }

        /** Its id. */
        public UUID open(QueryPlatform platform) {
            UUID id = UUID.randomUUID();
            platform.append(requester, openedAt, id, event(id));
            return id;
        }
    }

    public static Draft ticket(Someone requester, String subject) {
        return new Draft(
                requester,
                subject,
                "Described: " + subject,
                Priority.MEDIUM,
                "software/mail",
                List.of(),
                null,
                null,
                null);
    }

    /** What a view shows that is narrowed by a category alone. */
    public static TicketSelection selection(String category) {
        return new TicketSelection(
                new TreeSet<>(),
                new TreeSet<>(),
                null,
                null,
                null,
                category,
                new TreeSet<>(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static ReplyAdded reply(UUID ticket, Someone author, String body) {
        return new ReplyAdded(
                new TicketId(ticket),
                new MessageId(UUID.randomUUID()),
                author.person(),
                true,
                false,
                Channel.API,
                body,
                Status.OPEN);
    }

    public static NoteAdded note(UUID ticket, Someone author, String body) {
        return new NoteAdded(
                new TicketId(ticket), new MessageId(UUID.randomUUID()), author.person(), body);
    }

    /** A file whose bytes the store has, and which nothing has brought along. */
    public static AttachedFile file(
            QueryPlatform platform, String name, String mediaType, String content) {
        ContentStore store = platform.bean(ContentStore.class);
        AttachmentId id = new AttachmentId(UUID.randomUUID());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(bytes))) {
            store.keep(file, id, Instant.EPOCH);
            return new AttachedFile(id, name, mediaType, file.size(), file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that the store has lost. */
    public static AttachedFile fileWithoutBytes(String name) {
        AttachmentId id = new AttachmentId(UUID.randomUUID());
        String hash = id.toString().replace("-", "").repeat(2);
        return new AttachedFile(id, name, "text/plain", 1 + name.length(), new Sha256(hash));
    }

    /**
     * @param message what brings them; null for the ticket itself
     */
    public static AttachmentsAdded files(
            UUID ticket, @Nullable MessageId message, AttachedFile... files) {
        return new AttachmentsAdded(new TicketId(ticket), message, List.of(files));
    }

    /** Makes a name known. */
    public static void register(QueryPlatform platform, Someone person, String name) {
        String address = person.person() + "@example.org";
        platform.append(
                person,
                person.person().value(),
                new PersonRegistered(
                        person.person(), new EmailAddress(address), name, person.roles()));
    }
}
