package dev.groundswell.core.metrics;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What may be known of orders' reminders, the later the more. */
final class RandomReminders {

    private static final int REVISIONS = 3;

    private static final List<MessageState> STATES =
            List.of(MessageState.UNKNOWN, MessageState.SENT, MessageState.DELIVERED, MessageState.FAILED);

    private RandomReminders() {}

    /** Always the same of one order, phase and revision. */
    static OrderReminders of(Order order, RandomGenerator random) {
        var phase = random.nextInt(5) == 0 ? Phase.BALANCE : Phase.PAYMENT;
        var revision = 1 + random.nextInt(REVISIONS);
        var own = new Random(Objects.hash(order.id(), phase.name(), revision));
        var none = new OrderReminders(order.buyer(), order.id(), phase, List.of(), revision);
        var placedAt = order.times().orderedAt();
        var reminders = IntStream.rangeClosed(1, 1 + own.nextInt(2))
                .mapToObj(ordinal -> reminder(none, ordinal, placedAt.plusSeconds(ordinal * 1_000L), own))
                .toList();
        return new OrderReminders(order.buyer(), order.id(), phase, reminders, revision);
    }

    private static Reminder reminder(OrderReminders of, int ordinal, Instant due, Random random) {
        var task = "20191201T000000Z-0000000" + random.nextInt(3);
        return new Reminder(
                ordinal, task, due, random.nextInt(3) == 0 ? dropped(due, random) : chosen(of, ordinal, due, random));
    }

    private static Fate dropped(Instant due, Random random) {
        var reasons = DropReason.values();
        return new Fate.Dropped(due, reasons[random.nextInt(reasons.length)]);
    }

    private static Fate chosen(OrderReminders of, int ordinal, Instant due, Random random) {
        var message = of.id(ordinal).message(AddressKey.of(new Phone("+8613800000000")));
        var state = STATES.get(random.nextInt(STATES.size()));
        var sentAt = random.nextInt(4) == 0 ? Optional.<Instant>empty() : Optional.of(due.plusSeconds(1));
        var news = new Fate.News(state, due.plusSeconds(2), sentAt, 1_000L * random.nextInt(60));
        return new Fate.Chosen(
                due,
                message,
                "20191201T000000Z-0000000b",
                1_000L * random.nextInt(60),
                Duration.ofHours(1 + random.nextInt(60)),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(news),
                random.nextBoolean() ? Optional.empty() : Optional.of(due.plusSeconds(60)));
    }
}
