package dev.groundswell.core.time;

import java.time.Duration;

/** Waiting, as a port: tests wait in virtual time. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Comes back after about so long of real time. Clocks run at other speeds on a desk, so whoever waits for an instant looks
     * at the clock again afterwards.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    void sleep(Duration duration);

    /** The thread's own sleep. */
    static Sleeper system() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting.", interrupted);
            }
        };
    }
}
