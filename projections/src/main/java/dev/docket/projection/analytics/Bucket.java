package dev.docket.projection.analytics;

import java.time.Instant;
import java.util.UUID;

/** One row of {@code analytics.hourly}: an hour in UTC and what a ticket was in it. */
record Bucket(UUID tenant, Instant hour, String priority, String category, UUID team, UUID agent) {}
