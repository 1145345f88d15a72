package dev.groundswell.core.time;

import java.time.Instant;

/**
 * One hour, day or month of a store's zone.
 *
 * @param start its first instant, UTC
 */
public record Granule(Granularity granularity, Instant start) {}
