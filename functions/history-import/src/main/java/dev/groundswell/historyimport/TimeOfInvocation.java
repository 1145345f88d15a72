package dev.groundswell.historyimport;

import com.amazonaws.services.lambda.runtime.Context;
import dev.groundswell.core.history.Allowance;
import java.time.Duration;

/** The time up to the function's time-out. */
record TimeOfInvocation(Context context) implements Allowance {

    /** A block, its checkpoint and the message for the next step take a few seconds of it. */
    private static final int RESERVE_MILLIS = 20_000;

    @Override
    public boolean suffices() {
        return context.getRemainingTimeInMillis() > RESERVE_MILLIS;
    }

    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting.", interrupted);
        }
    }
}
