package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.event.StoreMessage;
import dev.groundswell.cloud.queue.HintQueue;
import dev.groundswell.cloud.queue.StepFields;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code ReminderSteps}: {@code {"store":"demo","shard":3}} where somebody has to go on with a sweep. */
public final class ReminderStepQueue {

    private static final String SHARD = "shard";

    private final HintQueue queue;

    public ReminderStepQueue(SqsClient client, String url) {
        this.queue = new HintQueue(client, url);
    }

    /** A message. */
    public record Message(StoreId store, int shard) implements StoreMessage {

        /** Empty if it is not one of ours. */
        public static Optional<Message> read(String body) {
            return StepFields.read(body)
                    .flatMap(fields -> fields.number(SHARD)
                            .filter(shard -> shard >= 0 && shard < WakeUps.SHARDS)
                            .map(shard -> new Message(fields.store(), shard)));
        }

        String body() {
            return StepFields.of(store).with(SHARD, shard).body();
        }
    }

    /** Has somebody go on with these shards. */
    public void wake(StoreId store, Collection<Integer> shards) {
        queue.send(shards.stream()
                .sorted()
                .map(shard -> new Message(store, shard).body())
                .toList());
    }
}
