package dev.groundswell.core.segment.freeze;

import java.time.Duration;

/** The limits of frozen audiences and their exports, each with its reason. */
public final class FreezeLimits {

    /** A campaign is over by then, and its evaluation too. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** As long as the bucket keeps files. */
    public static final Duration EXPORT_KEPT = Duration.ofDays(7);

    /** Longer than a range takes, waiting for its turn included, so that the watchdog seldom wakes who is awake. */
    static final Duration WOKEN_AGAIN_AFTER = Duration.ofMinutes(3);

    /** The index keeps replaced blocks for two hours: what is not frozen before then cannot be frozen any more. */
    static final Duration FREEZE_TIME = Duration.ofMinutes(110);

    /** Many times what the largest takes. */
    static final Duration EXPORT_TIME = Duration.ofHours(2);

    /** One run of the watchdog; the next one is a minute later. */
    static final int WATCHED_AT_ONCE = 200;

    /** Of a store's newest audiences so many are looked at … */
    static final int NEWEST = 20;

    /** … and so many may be under way: a person waits for one or two. */
    static final int UNDER_WAY = 5;

    /** What a worker of fifteen minutes writes in half of them. */
    static final long EXPORTED_MEMBERS = 5_000_000;

    /** They are kept in the audience's item, beside other things. */
    static final int FIXED_CHARACTERS = 200_000;

    private FreezeLimits() {}
}
