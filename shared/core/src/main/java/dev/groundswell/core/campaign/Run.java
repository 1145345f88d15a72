package dev.groundswell.core.campaign;

import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.segment.freeze.AudienceId;
import java.time.Instant;

/**
 * What is fixed of a campaign once its audience is frozen. Its messages are made of this, its settings and the audience alone,
 * so whoever makes one again makes the same.
 *
 * @param launchedAt when it was launched
 * @param members    of the audience
 * @param frame      what stands around each SMS
 * @param origin     of short links, e.g. {@code https://go.example.com}
 * @param prices     what it may cost
 * @param cost       what was worked out; {@link Cost#NONE} until then
 */
public record Run(
        Instant launchedAt,
        AudienceId audience,
        long members,
        SmsFrame frame,
        String origin,
        PriceList prices,
        Cost cost) {

    /**
     * What a campaign costs at most.
     *
     * @param parts  of all messages, of those who are not excluded from the beginning
     * @param amount in minor units
     */
    public record Cost(long parts, long amount) {

        public static final Cost NONE = new Cost(0, 0);
    }

    Run costing(Cost cost) {
        return new Run(launchedAt, audience, members, frame, origin, prices, cost);
    }
}
