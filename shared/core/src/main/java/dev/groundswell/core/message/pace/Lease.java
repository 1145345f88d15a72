package dev.groundswell.core.message.pace;

import dev.groundswell.core.message.send.Urgency;

/**
 * A worker may use a rate in each of some whole seconds of UTC, the same for all clocks; so the sum of what is leased for a
 * second is the most that is asked in it, however leases follow each other.
 *
 * @param worker what the worker calls itself, alone in the world
 * @param rate   parts in a second, at least 1
 * @param from   the first second, of Unix time
 * @param until  the second after the last one
 */
public record Lease(String worker, Urgency urgency, int rate, long from, long until) {

    public Lease {
        if (rate < 1 || from >= until) {
            throw new IllegalArgumentException(
                    "Nobody leases " + rate + " a second from " + from + " until " + until + ".");
        }
    }

    boolean covers(long second) {
        return from <= second && second < until;
    }
}
