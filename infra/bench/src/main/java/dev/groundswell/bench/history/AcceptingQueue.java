package dev.groundswell.bench.history;

import dev.groundswell.cloud.history.ImportFeedQueue;
import dev.groundswell.core.history.ImportFeed;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The worker's own queue of changes over a client that takes everything and keeps nothing but a count. */
final class AcceptingQueue implements ImportFeed {

    private final ImportFeedQueue queue = new ImportFeedQueue(new NoOp(), "no-op");
    private long texts;
    private long bytes;

    long texts() {
        return texts;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public long waiting() {
        return queue.waiting();
    }

    @Override
    public String text(Map<String, ?> values) {
        return queue.text(values);
    }

    @Override
    public int maxBytes() {
        return queue.maxBytes();
    }

    @Override
    public void send(StoreId store, OrderSource source, List<String> all) {
        queue.send(store, source, all);
        texts += all.size();
        all.forEach(text -> bytes += text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static final class NoOp implements SqsClient {

        @Override
        public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
            return GetQueueAttributesResponse.builder()
                    .attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"))
                    .build();
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            return SendMessageResponse.builder().messageId("m").build();
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            return SendMessageBatchResponse.builder()
                    .successful(request.entries().stream()
                            .map(entry -> SendMessageBatchResultEntry.builder()
                                    .id(entry.id())
                                    .messageId("m")
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
