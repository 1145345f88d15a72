package dev.groundswell.cloud.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.event.QueueEvent.Message;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class PlatformOrderQueueTest {

    private static final StoreId DEMO = new StoreId("demo");

    private final LastMessage sqs = new LastMessage();
    private final PlatformOrderQueue queue = new PlatformOrderQueue(sqs, "http://queue");

    private PlatformOrderQueue.Outcome send(byte[] body) {
        return queue.send(DEMO, OrderSource.live("shopify"), SourceFormat.SHOPIFY, body);
    }

    @Property(tries = 500)
    void whateverIsSentComesOutAsItWas(@ForAll @Size(max = 2_000) byte[] body) {
        assertThat(send(body)).isInstanceOf(PlatformOrderQueue.Outcome.Sent.class);

        assertThat(PlatformOrderQueue.body(sqs.received())).isEqualTo(new String(body, StandardCharsets.UTF_8));
        assertThat(sqs.received().body().codePoints()).as("what SQS takes").allMatch(LastMessage::isTaken);
    }

    @Property(tries = 200)
    void anyTextComesOutAsItWas(@ForAll String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        send(body);

        assertThat(PlatformOrderQueue.body(sqs.received())).isEqualTo(new String(body, StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void aMessageThatSomebodyElsePutThereIsReadOrRefused(@ForAll String body) {
        var message = new Message("1", body, Instant.EPOCH, Map.of("encoding", "gzip+base64"));

        assertThatThrownBy(() -> PlatformOrderQueue.body(message)).isInstanceOf(JsonText.UnreadableException.class);
    }

    @Example
    void anEncodingThatNobodyKnowsIsRefused() {
        var message = new Message("1", "{}", Instant.EPOCH, Map.of("encoding", "br"));

        assertThatThrownBy(() -> PlatformOrderQueue.body(message))
                .isInstanceOf(JsonText.UnreadableException.class)
                .hasMessageContaining("br");
    }

    @Example
    void aBodyIsTextAsLongAsItFits() {
        send("x".repeat(JsonQueue.MAX_MESSAGE_BYTES).getBytes(StandardCharsets.UTF_8));
        assertThat(sqs.received().attribute("encoding")).isEmpty();

        send("x".repeat(JsonQueue.MAX_MESSAGE_BYTES + 1).getBytes(StandardCharsets.UTF_8));
        assertThat(sqs.received().attribute("encoding")).contains("gzip+base64");
        assertThat(sqs.received().body().length()).isLessThan(1_000);
    }

    /** A queue that keeps the message that was sent last. */
    private static final class LastMessage implements SqsClient {

        private Message last = new Message("0", "", Instant.EPOCH, Map.of());

        Message received() {
            return last;
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            var attributes = new HashMap<String, String>();
            request.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
            last = new Message("1", request.messageBody(), Instant.EPOCH, attributes);
            return SendMessageResponse.builder().messageId("1").build();
        }

        /** As the reference of SQS has it. */
        private static boolean isTaken(int c) {
            return c == 0x9
                    || c == 0xA
                    || c == 0xD
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || (c >= 0x10000 && c <= 0x10FFFF);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
