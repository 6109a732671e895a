package dev.docket.command.ticket;

import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketNumbersEvent.TicketNumbersReserved;
import dev.docket.log.FactsMetaData;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives ticket numbers. A node reserves a block of an organisation's numbers in the log and gives
 * them from memory, so no row is hot; what is left of a block when a node ends is never given.
 */
public final class TicketNumbers {

    private static final long FIRST = 1_001;
    private static final int SMALLEST_BLOCK = 10;
    private static final int LARGEST_BLOCK = 1_000;

    /** A block that lasts shorter than this is followed by one twice as large. */
    private static final Duration BRISK = Duration.ofSeconds(1);

    private final EventStore log;
    private final Map<TenantId, Block> blocks = new ConcurrentHashMap<>();

    public TicketNumbers(EventStore log) {
        this.log = log;
    }

    public TicketNumber next(TenantId tenant) {
        return blocks.computeIfAbsent(tenant, Block::new).take();
    }

    /** Takes back a number that no ticket bears, because its opening was refused. */
    public void giveBack(TenantId tenant, TicketNumber number) {
        blocks.computeIfAbsent(tenant, Block::new).giveBack(number);
    }

    private final class Block {
        private final TenantId tenant;
        private final UUID stream;
        private final ReentrantLock lock = new ReentrantLock();
        private final Deque<TicketNumber> free = new ArrayDeque<>();
        private int size = SMALLEST_BLOCK;
        private long reservedNanos = System.nanoTime();

        Block(TenantId tenant) {
            this.tenant = tenant;
            this.stream = Ids.named("ticket-numbers", tenant.toString());
        }

        TicketNumber take() {
            lock.lock();
            try {
                while (free.isEmpty()) {
                    reserve();
                }
                return free.removeFirst();
            } finally {
                lock.unlock();
            }
        }

        void giveBack(TicketNumber number) {
            lock.lock();
            try {
                free.addFirst(number);
            } finally {
                lock.unlock();
            }
        }

        private void reserve() {
            long now = System.nanoTime();
            boolean brisk = now - reservedNanos < BRISK.toNanos();
            size = brisk ? Math.min(2 * size, LARGEST_BLOCK) : SMALLEST_BLOCK;
            reservedNanos = now;
            long version = log.lastSequenceNumberFor(stream.toString()).orElse(-1L);
            long first = version < 0 ? FIRST : lastReserved(version) + 1;
            TicketNumbersReserved block =
                    new TicketNumbersReserved(
                            tenant, new TicketNumber(first), new TicketNumber(first + size - 1));
            try {
                log.publish(
                        new GenericDomainEventMessage<>(
                                "TicketNumbers",
                                stream.toString(),
                                version + 1,
                                block,
                                FactsMetaData.of(facts())));
            } catch (ConcurrencyException anotherNodeTookIt) {
                return;
            }
            for (long number = first; number < first + size; number++) {
                free.addLast(new TicketNumber(number));
            }
        }

        private long lastReserved(long version) {
            Object last = log.readEvents(stream.toString(), version).next().getPayload();
            return ((TicketNumbersReserved) last).to().value();
        }

        private Facts facts() {
            UUID id = UUID.randomUUID();
            return new Facts(
                    tenant,
                    PersonId.SYSTEM,
                    "ReserveTicketNumbers",
                    id,
                    id,
                    "docket",
                    null,
                    null,
                    null);
        }
    }
}
