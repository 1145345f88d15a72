package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.receipt.ProviderEvent.Answered;
import java.time.Instant;

/**
 * What people send to a number of the store's, as AWS End User Messaging hands it on.
 *
 * @see <a href="https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html">its form</a>
 */
final class InboundSms {

    private InboundSms() {}

    static boolean isOne(EventFields event) {
        return event.has("messageBody") && event.has("originationNumber");
    }

    /**
     * It does not say when.
     *
     * @param takenAt when the queue took it
     */
    static ProviderEvent read(EventFields event, Instant takenAt) {
        return new Answered(
                event.phone("originationNumber"), event.text("messageBody"), takenAt, event.text("inboundMessageId"));
    }
}
