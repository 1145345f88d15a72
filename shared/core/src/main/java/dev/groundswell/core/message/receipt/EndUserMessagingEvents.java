package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.receipt.ProviderEvent.NoNews;
import dev.groundswell.core.message.receipt.ProviderEvent.Reported;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Text events of AWS End User Messaging. The context's {@code message}, {@code store} and {@code provider} are ours.
 *
 * @see <a href="https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html">their types</a>
 */
final class EndUserMessagingEvents {

    private static final String TYPE = "eventType";
    private static final String PREFIX = "TEXT_";

    private static final Set<String> UNDER_WAY = Set.of("TEXT_SENT", "TEXT_QUEUED", "TEXT_PENDING");

    private EndUserMessagingEvents() {}

    static boolean isOne(EventFields event) {
        return event.find(TYPE).filter(type -> type.startsWith(PREFIX)).isPresent();
    }

    static ProviderEvent read(EventFields event) {
        var context = event.object("context");
        if (context.message().isEmpty()) {
            return new NoNews("It is of no message of ours.");
        }
        var type = event.text(TYPE);
        var bar = type.equals("TEXT_INVALID") ? Optional.of(Bar.SUPPRESSED) : Optional.<Bar>empty();
        return outcome(event, type)
                .<ProviderEvent>map(outcome -> new Reported(
                        context.store(), new Receipt(context.message().orElseThrow(), outcome, bar)))
                .orElseGet(() -> new NoNews("It is not the last word on the message."));
    }

    private static Optional<Outcome> outcome(EventFields event, String type) {
        var at = Instant.ofEpochMilli(event.number("eventTimestamp"));
        var provider = event.object("context").provider();
        if (UNDER_WAY.contains(type)) {
            return Optional.of(new Outcome.Sent(at, provider, event.text("messageId")));
        }
        var isFinal = event.isTrue("isFinal");
        return switch (type) {
            case "TEXT_DELIVERED" -> Optional.of(new Outcome.Delivered(at, provider));
            // Where carriers report no more than that they took it, this is the last word.
            case "TEXT_SUCCESSFUL" ->
                Optional.of(
                        isFinal
                                ? new Outcome.Delivered(at, provider)
                                : new Outcome.Sent(at, provider, event.text("messageId")));
            default -> isFinal ? Optional.of(failed(event, type, at, provider)) : Optional.empty();
        };
    }

    private static Outcome failed(EventFields event, String type, Instant at, String provider) {
        return new Outcome.Failed(
                at,
                provider,
                type.substring(PREFIX.length()),
                event.find("messageStatusDescription").orElse(""));
    }
}
