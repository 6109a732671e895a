package dev.docket.log.postgres;

import java.time.Instant;
import java.util.UUID;

/** An event as its row in {@code log.event}, without its position. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
record EventRow(
        UUID stream,
        long version,
        UUID id,
        String type,
        int revision,
        Instant recordedAt,
        byte[] payload,
        byte[] facts) {}
