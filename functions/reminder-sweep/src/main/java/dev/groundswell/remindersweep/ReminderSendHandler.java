package dev.groundswell.remindersweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.event.StoreMessages;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.reminder.ReminderStepQueue;
import dev.groundswell.cloud.reminder.ReminderStepQueue.Message;
import dev.groundswell.core.reminder.sweep.SweepStore;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.Store;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The queue {@code ReminderSteps}: goes on with a shard until nothing in it is due, or the time is over and somebody else has to. */
public final class ReminderSendHandler implements RequestStreamHandler {

    /** A batch, whose last message may go 30 seconds later, the 8 seconds of its answers, and what is written down after it. */
    private static final int RESERVE_MILLIS = 55_000;

    private final StoreMessages<Message> messages;
    private final SweepStore sweep;
    private final ReminderStepQueue queue;

    public ReminderSendHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    ReminderSendHandler(FunctionEnvironment environment, RandomGenerator random) {
        var parts = new ReminderParts(environment, random);
        this.messages = new StoreMessages<>(
                Message::read, new RememberedStores(parts.stores(), environment.time()), "reminder-step-failed");
        this.sweep = parts.sweep();
        this.queue = parts.queue();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        messages.take(
                        QueueEvent.read(event),
                        new FunctionLog(context.getLogger()),
                        (store, message) ->
                                goOn(store, message.shard(), () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS))
                .writeTo(answer);
    }

    private void goOn(Store store, int shard, BooleanSupplier timeLeft) {
        if (!sweep.goOn(store, shard, timeLeft).isDone()) {
            queue.wake(store.id(), List.of(shard));
        }
    }
}
