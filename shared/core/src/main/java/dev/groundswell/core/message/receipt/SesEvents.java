package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.receipt.ProviderEvent.NoNews;
import dev.groundswell.core.message.receipt.ProviderEvent.Reported;
import dev.groundswell.core.message.receipt.ProviderEvent.Unsubscribed;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Amazon SES's events, of a configuration set. The tags {@code message}, {@code store} and {@code provider} are ours.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">their form</a>
 */
final class SesEvents {

    private static final String TYPE = "eventType";

    private static final Set<String> TYPES = Set.of(
            "Send",
            "Delivery",
            "Open",
            "Click",
            "Bounce",
            "Complaint",
            "Reject",
            "Rendering Failure",
            "DeliveryDelay",
            "Subscription");

    private SesEvents() {}

    static boolean isOne(EventFields event) {
        return event.find(TYPE).filter(TYPES::contains).isPresent();
    }

    static ProviderEvent read(EventFields event) {
        var mail = event.object("mail");
        var tags = mail.object("tags");
        if (tags.message().isEmpty()) {
            return new NoNews("It is of no message of ours.");
        }
        var provider = tags.provider();
        return switch (event.text(TYPE)) {
            case "Send" ->
                reported(tags, new Outcome.Sent(mail.instant("timestamp"), provider, mail.text("messageId")), null);
            case "Delivery" -> reached(tags, event.object("delivery").instant("timestamp"), null);
            // Whoever opens it has it, whatever became of the report that said so.
            case "Open" -> reached(tags, event.object("open").instant("timestamp"), null);
            case "Bounce" -> bounced(tags, event.object("bounce"));
            case "Complaint" -> reached(tags, event.object("complaint").instant("timestamp"), Bar.SUPPRESSED);
            case "Reject" ->
                failed(
                        tags,
                        mail.instant("timestamp"),
                        "REJECTED",
                        event.object("reject").find("reason"));
            case "Rendering Failure" ->
                failed(
                        tags,
                        mail.instant("timestamp"),
                        "RENDERING_FAILURE",
                        event.object("failure").find("errorMessage"));
            case "Subscription" -> subscription(tags, event.object("subscription"));
            default -> new NoNews("It does not change where the message stands.");
        };
    }

    /** A mailbox that does not exist stays so; a full one, or a server that is down, may be there again next time. */
    private static ProviderEvent bounced(EventFields tags, EventFields bounce) {
        var isForGood = bounce.text("bounceType").equals("Permanent");
        var code =
                bounce.text("bounceType") + "/" + bounce.find("bounceSubType").orElse("");
        var outcome = new Outcome.Failed(bounce.instant("timestamp"), tags.provider(), code, "The mail bounced.");
        return reported(tags, outcome, isForGood ? Bar.SUPPRESSED : null);
    }

    private static ProviderEvent subscription(EventFields tags, EventFields subscription) {
        return subscription.object("newTopicPreferences").isTrue("unsubscribeAll")
                ? new Unsubscribed(tags.store(), tags.message().orElseThrow(), subscription.instant("timestamp"))
                : new NoNews("It does not unsubscribe.");
    }

    private static ProviderEvent reached(EventFields tags, Instant at, @Nullable Bar bar) {
        return reported(tags, new Outcome.Delivered(at, tags.provider()), bar);
    }

    private static ProviderEvent failed(EventFields tags, Instant at, String code, Optional<String> why) {
        return reported(tags, new Outcome.Failed(at, tags.provider(), code, why.orElse("")), null);
    }

    private static ProviderEvent reported(EventFields tags, Outcome outcome, @Nullable Bar bar) {
        return new Reported(tags.store(), new Receipt(tags.message().orElseThrow(), outcome, Optional.ofNullable(bar)));
    }
}
