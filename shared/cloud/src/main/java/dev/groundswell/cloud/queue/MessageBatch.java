package dev.groundswell.cloud.queue;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Messages put on a queue in one call. */
final class MessageBatch {

    /** SQS's own limit. */
    static final int MAX_MESSAGES = 10;

    private MessageBatch() {}

    /**
     * The ids that SQS gave them.
     *
     * @throws SdkException if SQS did not take all of them
     */
    static List<String> send(SqsClient client, String url, List<SendMessageBatchRequestEntry> entries) {
        var answer = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
        if (!answer.failed().isEmpty()) {
            throw SdkException.create(
                    "SQS refused " + answer.failed().size() + " of " + entries.size() + " messages, the first for: "
                            + answer.failed().getFirst().message(),
                    null);
        }
        return answer.successful().stream()
                .map(SendMessageBatchResultEntry::messageId)
                .toList();
    }
}
