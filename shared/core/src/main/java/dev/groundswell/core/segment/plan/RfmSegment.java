package dev.groundswell.core.segment.plan;

/** The groups of the three RFM scores, in the order in which they are tried; the first that fits counts. */
public enum RfmSegment {
    CHAMPIONS(5, 5, 5, 5, 5, 5),
    POTENTIAL_LOYALIST(3, 5, 3, 5, 2, 5),
    LOYAL_CUSTOMERS(2, 4, 2, 4, 2, 4),
    PROMISING(3, 4, 1, 3, 3, 5),
    NEW_CUSTOMERS(4, 5, 1, 3, 1, 5),
    CANNOT_LOSE_THEM(1, 2, 3, 4, 4, 5),
    AT_RISK(1, 2, 2, 5, 4, 5),
    NEED_ATTENTION(1, 3, 3, 5, 3, 5),
    ABOUT_TO_SLEEP(2, 3, 1, 3, 1, 4),
    LOST(1, 1, 1, 5, 1, 5),
    OTHERS(1, 5, 1, 5, 1, 5);

    private final int minRecency;
    private final int maxRecency;
    private final int minFrequency;
    private final int maxFrequency;
    private final int minMonetary;
    private final int maxMonetary;

    RfmSegment(int minRecency, int maxRecency, int minFrequency, int maxFrequency, int minMonetary, int maxMonetary) {
        this.minRecency = minRecency;
        this.maxRecency = maxRecency;
        this.minFrequency = minFrequency;
        this.maxFrequency = maxFrequency;
        this.minMonetary = minMonetary;
        this.maxMonetary = maxMonetary;
    }

    static RfmSegment of(RfmScores scores) {
        for (var segment : values()) {
            if (segment.has(scores)) {
                return segment;
            }
        }
        return OTHERS;
    }

    private boolean has(RfmScores scores) {
        return isWithin(scores.recency(), minRecency, maxRecency)
                && isWithin(scores.frequency(), minFrequency, maxFrequency)
                && isWithin(scores.monetary(), minMonetary, maxMonetary);
    }

    private static boolean isWithin(int score, int min, int max) {
        return score >= min && score <= max;
    }
}
