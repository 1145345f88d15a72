package dev.groundswell.core.message.route;

import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a provider alone that has stopped answering: each lost answer is a message of which nobody knows whether it was sent.
 * It is the worker's own, since what all workers saw comes too late to save messages. Safe for many threads.
 */
final class Breaker {

    /** So many lost answers in a row are no chance: at one in twenty lost it happens once in three million messages. */
    static final int LOST_IN_A_ROW = 5;

    /** Then the provider is left alone for so long; after that the next lost answer breaks it again. */
    static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private int lostInARow;
    private Instant closedFrom = Instant.MIN;

    /** @param isLost whether a call's answer was lost */
    synchronized void answered(boolean isLost, Instant now) {
        if (!isLost) {
            lostInARow = 0;
            return;
        }
        lostInARow++;
        if (lostInARow >= LOST_IN_A_ROW) {
            closedFrom = now.plus(LEFT_ALONE);
        }
    }

    /** Whether the provider may be asked. */
    synchronized boolean isClosed(Instant now) {
        return !now.isBefore(closedFrom);
    }
}
