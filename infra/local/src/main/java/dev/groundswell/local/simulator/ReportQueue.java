package dev.groundswell.local.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.jr.ob.JSON;

/** Puts reports on a queue, once it is known which one; before that, and where there is none, they are dropped. */
public final class ReportQueue implements Consumer<Map<String, Object>> {

    private final AtomicReference<Optional<Address>> to = new AtomicReference<>(Optional.empty());

    private record Address(SqsClient client, String queueUrl) {}

    public void use(SqsClient client, String queueUrl) {
        to.set(Optional.of(new Address(client, queueUrl)));
    }

    @Override
    public void accept(Map<String, Object> report) {
        to.get()
                .ifPresent(address -> address.client()
                        .sendMessage(send -> send.queueUrl(address.queueUrl()).messageBody(JSON.std.asString(report))));
    }
}
