package dev.groundswell.core.history;

import java.time.Duration;

/** The time that a worker may spend, and its way to wait. */
public interface Allowance {

    /** Whether there is time for another block, and for what has to be written after it. */
    boolean suffices();

    void pause(Duration duration);
}
