package dev.docket.log.axonserver;

import dev.docket.event.Recorded;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads single streams. */
final class StreamReader {

    private final AxonServer server;
    private final EventMessages messages;
    private final StreamPositions positions;

    StreamReader(AxonServer server, EventMessages messages, StreamPositions positions) {
        this.server = server;
        this.messages = messages;
        this.positions = positions;
    }

    /** The events as aggregates need them, which do not ask for positions. */
    List<Event> events(UUID stream, long firstVersion) {
        return server.ask(events ->
                events.openAggregateStream(stream.toString(), firstVersion).asStream().toList());
    }

    List<Recorded> recorded(UUID stream) {
        return positioned(events(stream, 0));
    }

    Optional<Recorded> recorded(UUID stream, long version) {
        List<Event> found =
                server.ask(events ->
                        events.openAggregateStream(stream.toString(), version, version + 1)
                                .asStream()
                                .filter(event -> event.getAggregateSequenceNumber() == version)
                                .toList());
        return positioned(found).stream().findFirst();
    }

    private List<Recorded> positioned(List<Event> events) {
        long[] found = server.ask(channel -> positions.of(channel, events));
        List<Recorded> recorded = new ArrayList<>(events.size());
        for (int i = 0; i < found.length; i++) {
            recorded.add(messages.recorded(events.get(i), found[i]));
        }
        return List.copyOf(recorded);
    }

    OptionalLong lastVersion(UUID stream) {
        long version =
                server.ask(
                        events -> AxonServer.answer(events.findHighestSequence(stream.toString())));
        return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** The index of the first event at the time is the position of the one before it. */
    long lastPositionBefore(Instant time) {
        long index =
                server.ask(events -> AxonServer.answer(events.getTokenAt(time.toEpochMilli())));
        return Math.max(index, 0);
    }
}
