package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.receipt.ProviderEvent.Traced;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceReceiptTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final Instant AT = Instant.parse("2026-11-11T02:00:00Z");

    private final MessagesInMemory messages = new MessagesInMemory();
    private final TraceReceipt tracing = new TraceReceipt(messages);

    private void handedOver(Draft draft, String as) {
        messages.claim(DEMO, new Message.Claim("worker", AT, AT.plusSeconds(30)), Optional.empty(), List.of(draft));
        messages.settle(DEMO, draft.id(), new Outcome.Sent(AT, "sns", as));
    }

    private static Traced delivered(Draft draft, String as) {
        return new Traced(new Phone(draft.address().text()), as, new Outcome.Delivered(AT, ""), Optional.empty(), AT);
    }

    @Test
    void ofSeveralMessagesToANumberTheOneIsFoundThatTheProviderNamed() {
        var first = AMessage.sms("1", 1);
        var second = AMessage.sms("2", 1);
        handedOver(first, "a");
        handedOver(second, "b");

        assertThat(tracing.trace(DEMO, delivered(first, "b")).map(Receipt::message))
                .contains(second.id());
    }

    @Test
    void whatWasHandedOverUnderAnotherNameOrToAnotherNumberIsNotFound() {
        handedOver(AMessage.sms("1", 1), "a");

        assertThat(tracing.trace(DEMO, delivered(AMessage.sms("1", 1), "x"))).isEmpty();
        assertThat(tracing.trace(DEMO, delivered(AMessage.sms("1", 2), "a"))).isEmpty();
        assertThat(tracing.trace(new StoreId("other"), delivered(AMessage.sms("1", 1), "a")))
                .isEmpty();
    }
}
