package dev.groundswell.core.campaign;

import java.time.Duration;

/** The limits of campaigns, each with its reason. */
public final class CampaignLimits {

    public static final int MAX_NAME = 100;

    /** The rest is what it is compared with; who sends to fewer than half does not want a campaign. */
    public static final int MAX_HOLD_OUT_PERCENT = 50;

    /** A launch later than this is another day's business. */
    public static final Duration MAX_CATCH_UP = Duration.ofHours(24);

    /** As long as the frozen audience is kept. */
    public static final Duration MAX_ATTRIBUTION = Duration.ofDays(90);

    /** One of each carrier or family, and some colleagues. */
    public static final int MAX_TEST_ADDRESSES = 20;

    /** No calendar of promotions reaches further. */
    public static final Duration MAX_AHEAD = Duration.ofDays(400);

    /** As long as messages are kept: beyond it a campaign cannot be explained, member by member. */
    public static final Duration KEPT = Duration.ofDays(400);

    /** Of one campaign at the same time: as many as there may be workers, so that hints and waiting chunks stay few. */
    static final int CHUNKS_AT_ONCE = 64;

    /** Up to so many, whoever ends a chunk looks whether it was the last; of more, the watchdog does, each minute. */
    static final int FEW_CHUNKS = 64;

    /** A worker keeps a chunk to itself for so long after each write: longer than a round of slices takes. */
    static final Duration HELD = Duration.ofSeconds(60);

    /** How long nobody has to be at a chunk before the watchdog wakes a worker for it: longer than a hint takes. */
    static final Duration SILENT = Duration.ofSeconds(45);

    /** After which a chunk that found no pace, or no open hour, is tried again. */
    static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(5);

    /** Longer than the planning of a range takes, waiting for its turn included. */
    static final Duration PLANNED_WITHIN = Duration.ofMinutes(2);

    /** After which a worker looks again whether the audience is frozen or all ranges are planned. */
    static final Duration LOOKED_AGAIN_AFTER = Duration.ofSeconds(3);

    /** One run of the watchdog; the next one is a minute later. */
    static final int WATCHED_AT_ONCE = 500;

    /** How often somebody else's change may come between reading and writing before we give up. */
    static final int MAX_ATTEMPTS = 10;

    /** Drafts that are claimed together: a transaction of 100 actions has room for so many, with their cap slots. */
    static final int SLICE = 50;

    /** A slice is sent within so much, or its rest is given back: well within the time that a worker has. */
    static final Duration SLICE_TIME = Duration.ofSeconds(20);

    /** Slices of a chunk under way at once: while one waits for its claims, another is being sent. */
    static final int SLICES_AT_ONCE = 4;

    private CampaignLimits() {}
}
