package dev.groundswell.core.webhook;

import java.time.Duration;
import java.time.Instant;

/** The rule for a time that is part of what was signed, and that is made anew for each try: it must be about now. */
public final class SignedTime {

    /** What the clocks of two machines and a slow network may differ by, as the Taobao Open Platform has it as well. */
    public static final Duration TOLERANCE = Duration.ofMinutes(10);

    private SignedTime() {}

    public static boolean isCurrent(Instant signedAt, Instant now) {
        return Duration.between(signedAt, now).abs().compareTo(TOLERANCE) <= 0;
    }
}
