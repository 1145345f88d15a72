package dev.groundswell.core.message.pace;

import dev.groundswell.core.message.send.Urgency;

/**
 * What a worker asks of a pace.
 *
 * @param total  what may be leased for a second, all workers and urgencies together
 * @param share  what messages of this urgency may have of it
 * @param wish   what the worker could use, parts per second, at least 1
 * @param least  a lease of fewer parts per second is of no use to it, since a message has so many
 */
record PaceRequest(String worker, Urgency urgency, int total, int share, int wish, int least) {

    PaceRequest {
        if (share < 1 || share > total || wish < 1 || least < 1) {
            throw new IllegalArgumentException("Of " + total + " a second nobody asks for " + wish + " (at least "
                    + least + ") out of " + share + ".");
        }
    }
}
