package dev.docket.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.edge.AccessTokens.Access;
import dev.docket.edge.Caller;
import dev.docket.event.Recorded;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketId;
import dev.docket.log.LogReader;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told while the log takes its time. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class RoomsIT {

    private final QueryPlatform platform;
    private final SlowLog log;
    private final ServerMessages messages = new ServerMessages();
    private final Rooms rooms;
    private final Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
    private final Someone agent = requester.colleague(Role.AGENT);

    RoomsIT(QueryPlatform platform) {
        this.platform = platform;
        this.log = new SlowLog(platform.bean(LogReader.class));
        this.rooms = new Rooms(log, messages);
    }

    /** The platform's log, which answers when a test lets it. */
    private static final class SlowLog implements LogReader {
        private final LogReader log;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger wholeTickets = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile @Nullable RuntimeException failure;

        SlowLog(LogReader log) {
            this.log = log;
        }

        void hold() {
            asked.set(0);
            gate = new CountDownLatch(1);
        }

        void release() {
            gate.countDown();
        }

        private void pass() {
            asked.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            RuntimeException away = failure;
            if (away != null) {
                throw away;
            }
        }

        @Override
        public List<Recorded> read(long after, int limit) {
            pass();
            return log.read(after, limit);
        }

        @Override
        public List<Recorded> readStream(UUID stream) {
            wholeTickets.incrementAndGet();
            pass();
            return log.readStream(stream);
        }

        @Override
        public Optional<Recorded> readEvent(UUID stream, long version) {
            return log.readEvent(stream, version);
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public Subscription onAppend(Runnable wake) {
            return log.onAppend(wake);
        }
    }

    /** Somebody who looks at a ticket. */
    private final class Client implements Outbound.Wire {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();
        private final Someone person;
        private final Membership membership;

        Client(Someone person, UUID ticket) {
            this.person = person;
            Outbound outbound = new Outbound(this, new Outbound.Bounds(10_000, 1 << 20), () -> {});
            Connection connection = new Connection(outbound, "127.0.0.1", "127.0.0.1 test", 0);
            Caller caller =
                    new Caller(person.person(), person.tenant(), person.roles(), "127.0.0.1 test");
            connection.signIn(new Access(caller, Instant.MAX), true, null);
            rooms.follow(connection, person.person().value());
            connection.learn(Standing.UNKNOWN);
            RoomName room = new RoomName.OfTicket(ticket);
            UUID limit = caller.worksOnTickets() ? null : person.person().value();
            this.membership =
                    new Membership(
                            connection,
                            room,
                            messages.quoted(room.text()),
                            limit,
                            caller.worksOnTickets());
        }

        Client join() {
            resume(null);
            return this;
        }

        void resume(@Nullable Long position) {
            try {
                rooms.join(membership, person.tenant(), position);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void send(String text) {
            JsonNode message = JsonMapper.shared().readTree(text);
            String type = message.path("type").asString();
            if (!type.equals("presence")) {
                said.add(type.equals("event") ? message.path("event").asString() : type);
            }
        }

        @Override
        public void ping() {}

        @Override
        public void close(Ending ending) {
            ended.complete(ending.status().getCode());
        }

        void mustHear(String... expected) {
            await().untilAsserted(() -> assertThat(said).containsExactly(expected));
        }
    }

    private UUID ticketOf(Someone owner) {
        UUID ticket = Tickets.ticket(owner, "Looked at").open(platform);
        rooms.begin(platform.head());
        return ticket;
    }

    private void happens(UUID ticket, TicketEvent... events) {
        platform.append(agent, ticket, events);
        tellAll();
    }

    /** As the feed does, on one thread. */
    private void tellAll() {
        platform.eventsAfter(rooms.position()).forEach(rooms::tell);
    }

    @Test
    void who_comes_back_while_the_log_is_slow_keeps_nobody_waiting_and_misses_nothing() {
        UUID ticket = ticketOf(agent);
        long before = rooms.position();
        happens(ticket, Tickets.reply(ticket, agent, "Missed"));
        Client present = new Client(agent, ticket).join();
        Client late = new Client(agent, ticket);
        log.hold();
        CompletableFuture<Void> joining = CompletableFuture.runAsync(() -> late.resume(before));
        await().until(() -> log.asked.get() == 1);

        happens(ticket, Tickets.note(ticket, agent, "Meanwhile"));
        Client another = new Client(agent, ticket).join();
        present.mustHear("joined", "NoteAdded");
        another.mustHear("joined");
        assertThat(late.said).isEmpty();

        log.release();
        joining.join();
        late.mustHear("ReplyAdded", "joined", "NoteAdded");
        happens(ticket, Tickets.reply(ticket, agent, "Afterwards"));
        late.mustHear("ReplyAdded", "joined", "NoteAdded", "ReplyAdded");
    }

    @Test
    void who_loses_a_role_while_the_log_is_slow_is_told_nothing_of_what_it_gave() {
        Someone colleague = requester.colleague(Role.AGENT);
        UUID ticket = ticketOf(requester);
        long before = rooms.position();
        happens(ticket, Tickets.note(ticket, agent, "Missed"));
        Client late = new Client(colleague, ticket);
        log.hold();
        CompletableFuture<Void> joining = CompletableFuture.runAsync(() -> late.resume(before));
        await().until(() -> log.asked.get() == 1);

        platform.append(
                agent,
                colleague.person().value(),
                new RolesChanged(colleague.person(), colleague.roles(), Set.of(Role.REQUESTER)));
        tellAll();
        happens(ticket, Tickets.note(ticket, agent, "Meanwhile"));
        log.release();
        joining.join();

        late.mustHear("left");
    }

    @Test
    void what_passed_by_is_known_without_reading_the_ticket() {
        UUID ticket = ticketOf(requester);
        Client owner = new Client(requester, ticket).join();
        NoteAdded note = Tickets.note(ticket, agent, "Internal");
        ReplyAdded reply = Tickets.reply(ticket, agent, "For all");
        var ofNote = Tickets.files(ticket, note.message(), Tickets.fileWithoutBytes("n.txt"));
        var ofReply = Tickets.files(ticket, reply.message(), Tickets.fileWithoutBytes("r.txt"));
        TicketId id = new TicketId(ticket);

        happens(ticket, note, ofNote, reply, ofReply);
        happens(
                ticket,
                new MessageRedacted(id, note.message(), "Personal"),
                new AttachmentRemoved(id, ofNote.attachments().getFirst().attachment(), "Old"),
                new AttachmentRemoved(id, ofReply.attachments().getFirst().attachment(), "Old"));

        owner.mustHear("joined", "ReplyAdded", "AttachmentsAdded", "AttachmentRemoved");
        assertThat(log.wholeTickets).hasValue(0);
    }

    @Test
    void a_long_ticket_that_has_to_be_read_keeps_nobody_waiting_and_nothing_out_of_order() {
        UUID ticket = ticketOf(requester);
        NoteAdded note = Tickets.note(ticket, agent, "Internal");
        ReplyAdded reply = Tickets.reply(ticket, agent, "For all");
        platform.append(agent, ticket, note, reply);
        rooms.begin(platform.head());
        Client owner = new Client(requester, ticket).join();
        Client colleague = new Client(agent, ticket).join();
        log.hold();

        happens(
                ticket,
                redaction(ticket, note.message()),
                redaction(ticket, reply.message()),
                Tickets.reply(ticket, agent, "Afterwards"));

        colleague.mustHear("joined", "MessageRedacted", "MessageRedacted", "ReplyAdded");
        await().until(() -> log.asked.get() == 2);
        assertThat(owner.said).containsExactly("joined");
        log.release();
        owner.mustHear("joined", "MessageRedacted", "ReplyAdded");
    }

    private static MessageRedacted redaction(UUID ticket, MessageId message) {
        return new MessageRedacted(new TicketId(ticket), message, "Personal");
    }

    @Test
    void whoever_cannot_be_told_comes_back() {
        UUID ticket = ticketOf(requester);
        Client owner = new Client(requester, ticket).join();
        Client colleague = new Client(agent, ticket).join();
        log.failure = new IllegalStateException("The log is away");

        happens(ticket, redaction(ticket, new MessageId(UUID.randomUUID())));

        assertThat(owner.ended.join()).isEqualTo(1011);
        colleague.mustHear("joined", "MessageRedacted");
        assertThat(colleague.ended).isNotDone();
    }

    @Test
    void who_would_wait_for_too_much_comes_back() {
        UUID ticket = ticketOf(requester);
        Client owner = new Client(requester, ticket).join();
        log.hold();
        TicketEvent[] replies = new TicketEvent[Membership.MOST_WAITING];
        for (int i = 0; i < replies.length; i++) {
            replies[i] = Tickets.reply(ticket, agent, "n" + i);
        }

        happens(ticket, redaction(ticket, new MessageId(UUID.randomUUID())));
        happens(ticket, replies);
        log.release();

        assertThat(owner.ended.join()).isEqualTo(4008);
        owner.mustHear("joined");
    }
}
