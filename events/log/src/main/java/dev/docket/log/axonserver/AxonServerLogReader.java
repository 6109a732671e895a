package dev.docket.log.axonserver;

import dev.docket.event.Recorded;
import dev.docket.log.LogReader;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the log: its newest events from memory, older ones page by page from the server. */
final class AxonServerLogReader implements LogReader {

    /** From here on, decoding on several cores outweighs handing the events over. */
    private static final int DECODED_IN_PARALLEL = 256;

    private final AxonServer server;
    private final EventMessages messages;
    private final StreamReader streams;
    private final Follower follower;
    private final OpenScans scans = new OpenScans();

    AxonServerLogReader(
            AxonServer server, EventMessages messages, StreamReader streams, Follower follower) {
        this.server = server;
        this.messages = messages;
        this.streams = streams;
        this.follower = follower;
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        List<Recorded> atHand = follower.after(after, limit);
        if (atHand != null) {
            return atHand;
        }
        return server.ask(events -> {
            long head = AxonServer.answer(events.getLastToken()) + 1;
            long last = Math.min(head, after + limit);
            if (last <= after) {
                return List.of();
            }
            Scan scan = scans.take(events, after);
            List<EventWithToken> page;
            try {
                page = page(scan, last);
            } catch (RuntimeException | InterruptedException lost) {
                scan.close();
                throw lost;
            }
            if (last == head) {
                scan.close();
            } else {
                scans.keep(scan);
            }
            return decode(page);
        });
    }

    private static List<EventWithToken> page(Scan scan, long last) throws InterruptedException {
        List<EventWithToken> page = new ArrayList<>();
        while (scan.position() < last) {
            page.add(scan.next());
        }
        return page;
    }

    private List<Recorded> decode(List<EventWithToken> page) {
        return page.size() < DECODED_IN_PARALLEL
                ? page.stream().map(this::decode).toList()
                : page.parallelStream().map(this::decode).toList();
    }

    private Recorded decode(EventWithToken event) {
        return messages.recorded(event.getEvent(), Scan.position(event));
    }

    @Override
    public List<Recorded> readStream(UUID stream) {
        return streams.recorded(stream);
    }

    @Override
    public Optional<Recorded> readEvent(UUID stream, long version) {
        return streams.recorded(stream, version);
    }

    @Override
    public long head() {
        return server.ask(events -> AxonServer.answer(events.getLastToken())) + 1;
    }

    @Override
    public Subscription onAppend(Runnable wake) {
        return follower.subscribe(wake);
    }

    void close() {
        scans.close();
    }
}
