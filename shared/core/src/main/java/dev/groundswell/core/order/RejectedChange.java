package dev.groundswell.core.order;

import java.time.Instant;

/**
 * An order change that was not taken in, kept until somebody has looked at it.
 *
 * @param id         grows with time; the same for every delivery of the same change
 * @param receivedAt when the queue took it
 * @param original   the change as it came, JSON text
 */
public record RejectedChange(String id, Instant receivedAt, Rejection rejection, String original) {}
