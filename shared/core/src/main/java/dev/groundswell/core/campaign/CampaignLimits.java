package dev.groundswell.core.campaign;

import java.time.Duration;
import java.util.List;

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

    /** Providers report so late; what is unknown then is paid for. */
    static final Duration REPORTED_WITHIN = Duration.ofDays(3);

    /** Of one campaign at the same time, at most: for each worker that there may be one more, which waits for it. */
    static final int CHUNKS_AT_ONCE = 64;

    /**
     * Of a pace, in parts a second, each chunk under way is to use so much: a tenth of what a worker can, so that workers that wait for
     * slow answers are enough too. More chunks than the pace needs would only wait for it, and read their members again each time.
     */
    static final int PACE_OF_A_CHUNK = 100;

    /** Up to so many, whoever ends a chunk looks whether it was the last; of more, the watchdog does, each minute. */
    static final int FEW_CHUNKS = 64;

    /**
     * A worker keeps a chunk to itself for so long after each write: a round of slices, with the last answer and what is written
     * down after it. If one takes longer, another worker does the rest beside it, and claims keep them apart.
     */
    static final Duration HELD = Duration.ofSeconds(30);

    /** How long nobody has to be at a chunk before somebody else is woken for it: longer than a hint takes. */
    static final Duration SILENT = Duration.ofSeconds(10);

    /** After which a chunk that found no pace, or no open hour, is tried again. */
    static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(5);

    /** Longer than the planning of a range takes, waiting for its turn included. */
    static final Duration PLANNED_WITHIN = Duration.ofMinutes(2);

    /** After which a worker looks again whether the audience is frozen or all ranges are planned. */
    static final Duration LOOKED_AGAIN_AFTER = Duration.ofSeconds(3);

    /** One run of the watchdog; the next one is a minute later. */
    static final int WATCHED_AT_ONCE = 500;

    /** The watchdog runs each minute, and has each campaign looked at so often in it: schedules know nothing shorter. */
    static final List<Duration> LOOKS_OF_A_MINUTE =
            List.of(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(40));

    /** How often somebody else's change may come between reading and writing before we give up. */
    static final int MAX_ATTEMPTS = 10;

    /** Drafts that are claimed together: a transaction of 100 actions has room for so many, with their cap slots. */
    static final int SLICE = 50;

    /**
     * No provider is asked for a message of a slice later than so; its rest is given back. A slice waits up to 5 seconds for its
     * pace, and is claimed and sent within a few more. As long as it is, the claims of a worker that died rest.
     */
    static final Duration SLICE_TIME = Duration.ofSeconds(15);

    /** Slices of a chunk under way at once: while one waits for its claims, another is being sent. */
    static final int SLICES_AT_ONCE = 4;

    private CampaignLimits() {}
}
