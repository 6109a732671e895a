package dev.docket.projection.analytics;

/** What a batch adds to one bucket. */
final class Counts {
    long opened;
    long resolved;
    long closed;
    long reopened;
    long backlog;
    long firstResponses;
    long firstResponseSeconds;
    long resolutions;
    long resolutionSeconds;
}
