package dev.groundswell.local.time;

/** How fast the clock runs: some times real time, or from event to event without waiting. */
public sealed interface Speed {

    Speed REAL = new Times(1);

    /** {@code factor} seconds pass in a second. */
    record Times(double factor) implements Speed {
        public Times {
            if (!(factor > 0) || factor > MAX_FACTOR) {
                throw new IllegalArgumentException("a speed is greater than 0 and at most " + MAX_FACTOR);
            }
        }
    }

    /** The clock jumps. */
    record Max() implements Speed {}

    /** A day in under a second; beyond that {@code max} says better what is meant. */
    int MAX_FACTOR = 100_000;

    /**
     * Reads {@code max}, {@code 60} or {@code 0.5}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Speed parse(String text) {
        return text.equalsIgnoreCase("max") ? new Max() : new Times(Double.parseDouble(text));
    }
}
