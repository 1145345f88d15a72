package dev.groundswell.core.reminder.sweep;

import java.time.Duration;

/** The limits of sweeps, each with its reason. */
public final class SweepLimits {

    /** Wake-ups that are looked at together: as many as a batch has messages, so that each of its requests is full. */
    static final int PAGE = ReminderBatches.MAX_MESSAGES;

    /** Drafts that are claimed together: a transaction of 100 actions has room for so many, with their cap slots. */
    static final int SLICE = 50;

    /** Slices of a batch under way at once: while one waits for its claims, another is being sent. */
    static final int SLICES_AT_ONCE = 4;

    /**
     * No provider is asked for a message of a batch later than so. A slice waits up to 5 seconds for its pace, and is claimed and
     * sent within a few more; where the pace is short, its rest is tried again and again.
     */
    static final Duration BATCH_TIME = Duration.ofSeconds(30);

    /**
     * Until so long after it was chosen a reminder is its worker's own. Afterwards the worker asks no provider for it any more, by
     * whichever of their two clocks, which differ by far less than the 15 seconds between this and {@link #BATCH_TIME}. It is less
     * than a minute, so that the next sweep takes up what a worker that died has chosen.
     */
    static final Duration CHOSEN_FOR = Duration.ofSeconds(45);

    /** A worker's shard is its own for so long with each page: a batch, the answers to its last messages, and what is written then. */
    static final Duration LEASED_FOR = Duration.ofSeconds(60);

    /** By then the last claim of a batch has expired, and what is in the books is all that there will be. */
    static final Duration OPEN_FOR = Duration.ofMinutes(3);

    /** As many batches as one run settles; those of a worker's last minute are a few dozen. */
    static final int SETTLED_AT_ONCE = 100;

    /** How often somebody else's change may come between reading and writing before we give up. */
    static final int MAX_ATTEMPTS = 10;

    private SweepLimits() {}
}
