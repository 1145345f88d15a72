package dev.groundswell.core.campaign;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.time.TimedId;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The id of a campaign, which grows with time: {@code 20261111T000000Z-5f3a9c1e}. */
public record CampaignId(String value) implements Comparable<CampaignId> {

    private static final String PURPOSE = "c.";

    public CampaignId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No campaign is named '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return TimedId.isValid(value);
    }

    public static CampaignId of(Instant now, RandomGenerator random) {
        return new CampaignId(TimedId.of(now, random.nextInt()));
    }

    /** The campaign that a message is of, also one that was sent again. */
    public static Optional<CampaignId> of(MessageId message) {
        var words = message.purpose().split("\\.", -1);
        return words.length >= 2 && PURPOSE.equals(words[0] + ".") && isValid(words[1])
                ? Optional.of(new CampaignId(words[1]))
                : Optional.empty();
    }

    /** What its messages are for: with the address it makes their ids, so that nobody gets two. */
    public String purpose() {
        return PURPOSE + value;
    }

    /** What a test of it is for: its messages count as none of the campaign's. */
    String purposeOfTest(String test) {
        return "t." + value + "." + test;
    }

    @Override
    public int compareTo(CampaignId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
