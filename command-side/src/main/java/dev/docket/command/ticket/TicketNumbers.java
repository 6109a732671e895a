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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives ticket numbers. A node reserves a block of an organisation's numbers in the log and gives
 * them from memory, so no row is hot; what is left of a block when a node ends is never given. The
 * next block is reserved while half of the last one is still there, so that nobody waits for it.
 */
public final class TicketNumbers {

    private static final long FIRST = 1_001;
    private static final int SMALLEST_BLOCK = 10;
    private static final int LARGEST_BLOCK = 10_000;

    private static final Duration BRISK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(30);

    private final EventStore log;
    private final Executor reservations = Thread::startVirtualThread;
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

    /** Where the numbers that an organisation has reserved are recorded. */
    static UUID stream(TenantId tenant) {
        return Ids.named("ticket-numbers", tenant.toString());
    }

    private final class Block {
        private final TenantId tenant;
        private final UUID stream;
        private final ReentrantLock lock = new ReentrantLock();
        private final Deque<TicketNumber> free = new ArrayDeque<>();
        private CompletableFuture<Void> reservation = CompletableFuture.completedFuture(null);
        private int size = SMALLEST_BLOCK;
        private long reservedNanos = System.nanoTime();

        Block(TenantId tenant) {
            this.tenant = tenant;
            this.stream = stream(tenant);
        }

        TicketNumber take() {
            while (true) {
                CompletableFuture<Void> reserving;
                lock.lock();
                try {
                    TicketNumber number = free.pollFirst();
                    if (free.size() <= size / 2 && reservation.isDone()) {
                        reservation = CompletableFuture.runAsync(this::reserve, reservations);
                    }
                    if (number != null) {
                        return number;
                    }
                    reserving = reservation;
                } finally {
                    lock.unlock();
                }
                await(reserving);
            }
        }

        private static void await(CompletableFuture<Void> reserving) {
            try {
                reserving.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
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

        /** Leaves things as they are if another node takes the block; the caller tries again. */
        private void reserve() {
            long version = log.lastSequenceNumberFor(stream.toString()).orElse(-1L);
            long first = version < 0 ? FIRST : lastReserved(version) + 1;
            int wanted = nextSize();
            TicketNumbersReserved block =
                    new TicketNumbersReserved(
                            tenant, new TicketNumber(first), new TicketNumber(first + wanted - 1));
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
            lock.lock();
            try {
                size = wanted;
                for (long number = first; number < first + wanted; number++) {
                    free.addLast(new TicketNumber(number));
                }
            } finally {
                lock.unlock();
            }
        }

        /** Grows and shrinks so that a block lasts between one second and half a minute. */
        private int nextSize() {
            long now = System.nanoTime();
            Duration lasted = Duration.ofNanos(now - reservedNanos);
            reservedNanos = now;
            if (lasted.compareTo(BRISK) < 0) {
                return Math.min(2 * size, LARGEST_BLOCK);
            }
            return lasted.compareTo(SLOW) > 0 ? Math.max(size / 2, SMALLEST_BLOCK) : size;
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
