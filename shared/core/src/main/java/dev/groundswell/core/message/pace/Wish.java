package dev.groundswell.core.message.pace;

import dev.groundswell.core.message.send.Urgency;

/**
 * What a worker could use, so that the others leave it its part.
 *
 * @param rate  parts per second, at least 1
 * @param until the second of Unix time from which it counts no more
 */
public record Wish(String worker, Urgency urgency, int rate, long until) {}
