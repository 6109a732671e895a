package dev.docket.log;

/**
 * An aggregate that may be kept as a snapshot. Jackson writes and reads it, so it says how with its
 * annotations.
 *
 * @param revision the shape of its JSON; raise it when the aggregate's state changes, and older
 *     snapshots are no longer used
 */
public record SnapshotType(Class<?> aggregate, String name, int revision) {}
