package dev.groundswell.core.message.text;

import java.time.Instant;
import java.util.List;

/**
 * When providers are at their limits, and messages that are all alike go out faster.
 *
 * @param windows at most {@value #MAX_WINDOWS}
 * @param rule    what becomes of a wave with variables in one of them
 */
public record PeakHours(List<Window> windows, Rule rule) {

    /** A year's promotions with their waves. */
    public static final int MAX_WINDOWS = 100;

    public static final PeakHours NONE = new PeakHours(List.of(), Rule.WARN);

    /** @param until behind the last instant */
    public record Window(Instant from, Instant until) {

        public Window {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("A peak ends after it begins.");
            }
        }

        boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    /** What becomes of a wave with variables. */
    public enum Rule {
        WARN,
        REFUSE
    }

    public PeakHours {
        windows = List.copyOf(windows);
        if (windows.size() > MAX_WINDOWS) {
            throw new IllegalArgumentException("There are at most " + MAX_WINDOWS + " peaks.");
        }
    }

    public boolean contain(Instant instant) {
        return windows.stream().anyMatch(window -> window.contains(instant));
    }
}
