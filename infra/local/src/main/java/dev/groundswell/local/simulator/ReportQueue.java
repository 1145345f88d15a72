package dev.groundswell.local.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.jr.ob.JSON;

/** Puts reports on a queue, once it is known which one; before that, and where there is none, they are dropped. */
public final class ReportQueue implements Consumer<List<Map<String, Object>>> {

    /** What SQS takes at once. */
    private static final int SEND_LIMIT = 10;

    private final AtomicReference<Optional<Address>> to = new AtomicReference<>(Optional.empty());

    private record Address(SqsClient client, String queueUrl) {}

    public void use(SqsClient client, String queueUrl) {
        to.set(Optional.of(new Address(client, queueUrl)));
    }

    @Override
    public void accept(List<Map<String, Object>> reports) {
        to.get().ifPresent(address -> {
            for (var from = 0; from < reports.size(); from += SEND_LIMIT) {
                send(address, reports.subList(from, Math.min(reports.size(), from + SEND_LIMIT)));
            }
        });
    }

    private static void send(Address address, List<Map<String, Object>> reports) {
        var entries = IntStream.range(0, reports.size())
                .mapToObj(number -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(number))
                        .messageBody(JSON.std.asString(reports.get(number)))
                        .build())
                .toList();
        address.client()
                .sendMessageBatch(send -> send.queueUrl(address.queueUrl()).entries(entries));
    }
}
