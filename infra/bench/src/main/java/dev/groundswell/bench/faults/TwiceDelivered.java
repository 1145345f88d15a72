package dev.groundswell.bench.faults;

import dev.groundswell.bench.system.WatchedClient.Asking;
import dev.groundswell.bench.system.WatchedClient.Watcher;
import java.util.function.IntSupplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Some messages come twice, as SQS's do: each later than it should, and so behind others that were sent after it.
 *
 * @param delay of a message's second coming in seconds; less than 0 where it comes once
 */
record TwiceDelivered(IntSupplier delay) implements Watcher {

    @Override
    public SdkResponse ask(SdkRequest request, Asking asking) {
        var response = asking.ask(request);
        switch (request) {
            case SendMessageRequest send -> again(send, asking);
            case SendMessageBatchRequest send -> send.entries().forEach(entry -> again(send.queueUrl(), entry, asking));
            default -> {}
        }
        return response;
    }

    private void again(SendMessageRequest send, Asking asking) {
        var seconds = delay.getAsInt();
        if (seconds >= 0) {
            asking.ask(send.toBuilder().delaySeconds(seconds).build());
        }
    }

    private void again(String queue, SendMessageBatchRequestEntry entry, Asking asking) {
        var seconds = delay.getAsInt();
        if (seconds >= 0) {
            asking.ask(SendMessageBatchRequest.builder()
                    .queueUrl(queue)
                    .entries(entry.toBuilder().delaySeconds(seconds).build())
                    .build());
        }
    }
}
