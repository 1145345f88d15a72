package dev.groundswell.core.reminder.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.sweep.ReminderBatches.Batch;
import dev.groundswell.core.reminder.sweep.ReminderBatches.Entry;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link ReminderBatches} does, whatever keeps them. */
public abstract class ReminderBatchesContract {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00.5Z");

    protected abstract ReminderBatches batches();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    /** Ids sort by their time. */
    private static Batch batch(Instant at, int messages) {
        var entries = new HashMap<MessageId, Entry>();
        for (var i = 0; i < messages; i++) {
            var reminder = new ReminderId(new BuyerId("买家#" + i), new OrderId("T#/" + i), Phase.DEPOSIT, 1 + i % 2);
            var address = AddressKey.of(new Phone("+861380000%04d".formatted(i)));
            entries.put(new MessageId(address, "r.aGFzaA" + i + ".DEPOSIT.1"), new Entry(reminder, 1 + i % 3));
        }
        return new Batch(ReminderBatches.id(at, messages), at, 95, entries);
    }

    @Nested
    class ABatchThatWasAdded {

        @Test
        void isFoundAsItIs() {
            var batch = batch(NOON, 3);
            batches().add(store(), batch);

            assertThat(batches().find(store(), batch.id())).contains(batch);
            assertThat(batches().find(store(), ReminderBatches.id(NOON, 77))).isEmpty();
        }

        @Test
        void mayHaveAsManyMessagesAsAWorkerSendsTogether() {
            var batch = batch(NOON, ReminderBatches.MAX_MESSAGES);
            batches().add(store(), batch);

            assertThat(batches().find(store(), batch.id())).contains(batch);
        }

        @Test
        void isTheStoresOwn() {
            batches().add(store(), batch(NOON, 1));

            assertThat(batches().open(new StoreId(store().value() + "-2"), NOON, 10))
                    .isEmpty();
        }
    }

    @Nested
    class OpenBatches {

        private final Batch first = batch(NOON.minusSeconds(60), 1);
        private final Batch second = batch(NOON, 2);
        private final Batch third = batch(NOON.plusSeconds(1), 3);

        @Test
        void areTheOldestOnes() {
            List.of(third, first, second).forEach(batch -> batches().add(store(), batch));

            assertThat(batches().open(store(), NOON.plusSeconds(60), 2)).containsExactly(first, second);
            assertThat(batches().open(store(), NOON.plusSeconds(60), 10)).containsExactly(first, second, third);
        }

        @Test
        void areThoseAddedByThen() {
            List.of(third, first, second).forEach(batch -> batches().add(store(), batch));

            assertThat(batches().open(store(), NOON, 10)).containsExactly(first, second);
            assertThat(batches().open(store(), NOON.minusNanos(1), 10)).containsExactly(first);
        }

        @Test
        void areNotThoseThatWereRemoved() {
            List.of(first, second).forEach(batch -> batches().add(store(), batch));

            batches().remove(store(), List.of(first.id(), third.id()));
            batches().remove(store(), List.of(first.id()));

            assertThat(batches().open(store(), NOON, 10)).containsExactly(second);
        }
    }
}
