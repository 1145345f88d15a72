package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.receipt.ProviderEvent.Answered;
import dev.groundswell.core.message.receipt.ProviderEvent.Reported;
import java.util.Optional;

/**
 * What a store's own supplier posts, in our form. Of a message: {@code message}, {@code state} ({@code SENT}, {@code
 * DELIVERED} or {@code FAILED}), {@code at}, and if it likes {@code providerMessageId}, {@code code}, {@code reason} and {@code
 * invalidAddress}. Of an answer: {@code from}, {@code text}, {@code at} and {@code id}.
 */
final class SupplierEvents {

    private SupplierEvents() {}

    static boolean isReceipt(EventFields event) {
        return event.has("message") && event.has("state");
    }

    static boolean isAnswer(EventFields event) {
        return event.has("from") && event.has("text");
    }

    /** @param signer counts more than what the event says of who reports */
    static ProviderEvent receipt(EventFields event, Optional<ProviderId> signer) {
        var message = event.message()
                .orElseThrow(() -> new IllegalArgumentException("'message' is not the id of a message of ours."));
        var bar = event.isTrue("invalidAddress") ? Optional.of(Bar.SUPPRESSED) : Optional.<Bar>empty();
        return new Reported(Optional.empty(), new Receipt(message, outcome(event, signer), bar, signer));
    }

    private static Outcome outcome(EventFields event, Optional<ProviderId> signer) {
        var at = event.instant("at");
        var provider = signer.map(ProviderId::value).orElseGet(event::provider);
        return switch (event.text("state")) {
            case "SENT" ->
                new Outcome.Sent(at, provider, event.find("providerMessageId").orElse(""));
            case "DELIVERED" -> new Outcome.Delivered(at, provider);
            case "FAILED" ->
                new Outcome.Failed(
                        at,
                        provider,
                        event.find("code").orElse(MessageState.FAILED.name()),
                        event.find("reason").orElse(""));
            default -> throw new IllegalArgumentException("'state' must be SENT, DELIVERED or FAILED.");
        };
    }

    static ProviderEvent answer(EventFields event) {
        return new Answered(event.phone("from"), event.text("text"), event.instant("at"), event.text("id"));
    }
}
