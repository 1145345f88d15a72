package dev.groundswell.deliveryreceipts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** The queue {@code DeliveryEvents}: what became of messages. What cannot be written down now comes again. */
public final class DeliveryReceiptsHandler implements RequestStreamHandler {

    private final DeliveryMessages messages;
    private final TakeEvents events;

    public DeliveryReceiptsHandler() {
        this(FunctionEnvironment.current(), RandomGenerator.getDefault());
    }

    DeliveryReceiptsHandler(FunctionEnvironment environment, RandomGenerator random) {
        this.messages = new DeliveryMessages(new StoreId(environment.require("STORE_ID")));
        this.events = ReceiptParts.of(environment, random);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var log = new FunctionLog(context.getLogger());
        var batch = messages.read(QueueEvent.read(event).messages());
        batch.unreadable()
                .forEach((message, reason) -> log.warn("message-unreadable", "message", message, "reason", reason));
        var failed = new LinkedHashSet<>(batch.unreadable().keySet());
        failed.addAll(events.take(batch.told(), log));
        new BatchAnswer(List.copyOf(failed)).writeTo(answer);
    }
}
