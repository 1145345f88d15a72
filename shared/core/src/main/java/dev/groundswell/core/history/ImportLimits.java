package dev.groundswell.core.history;

import java.time.Duration;

/** The limits of imports, each with its reason. */
final class ImportLimits {

    /** Some seconds of work at most, and few enough checkpoints: a crash repeats this much. */
    static final int BLOCK_ROWS = 2_000;

    /** Bounds a block's memory where rows are long; a block may exceed it by one record. */
    static final long BLOCK_CHARACTERS = 4_000_000;

    /** An order has at most 200 lines; that more rows belong to it is told from so many. */
    static final int ROWS_TOGETHER = 1_000;

    /** Renewed with every checkpoint. A dead worker's import goes on after so long, a slow one's is never lost sooner. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** How often in a row workers may fail at the same block: with waits that grow, for more than an hour. */
    static final int ATTEMPTS = 12;

    /** About as many changes as are taken in within seconds: a live order waits no longer behind them. */
    static final long WAITING_MESSAGES = 40;

    static final Duration PAUSE = Duration.ofMillis(500);

    /** So many rows of the first block tell whether a file is what its person says. */
    static final long ROWS_TO_JUDGE = 100;

    /** If this share of them is rejected, in hundredths, the format or the mapping is wrong rather than the rows. */
    static final long HOPELESS_PERCENT = 99;

    private ImportLimits() {}
}
