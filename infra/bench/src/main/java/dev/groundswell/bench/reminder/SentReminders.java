package dev.groundswell.bench.reminder;

import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.sweep.ReminderOutcomes;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import dev.groundswell.local.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the books say of all reminders.
 *
 * @param unknown      of which nobody knows whether they were sent: whoever sent them was killed
 * @param outOfWindow  sent earlier than they were due, or more than a minute later
 * @param afterPayment sent when their order was paid
 */
record SentReminders(
        long first,
        long second,
        long unknown,
        long outOfWindow,
        long afterPayment,
        long droppedOnceADay,
        long droppedOtherwise) {

    private static final StoreId STORE = BenchStore.STORE.id();
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** A reminder with the order that it was for. */
    private record Of(Order order, Reminder reminder) {

        Optional<Instant> sentAt() {
            return reminder.fate() instanceof Fate.Chosen chosen
                    ? chosen.news().flatMap(Fate.News::sentAt)
                    : Optional.empty();
        }

        boolean isSent(int ordinal) {
            return reminder.ordinal() == ordinal && sentAt().isPresent();
        }

        boolean isUnknown() {
            return reminder.fate() instanceof Fate.Chosen chosen
                    && chosen.news()
                            .filter(news -> news.state() == MessageState.UNKNOWN)
                            .isPresent();
        }

        boolean isOutOfWindow() {
            return sentAt().filter(at -> at.isBefore(reminder.due())
                            || at.isAfter(reminder.due().plus(A_MINUTE)))
                    .isPresent();
        }

        boolean isAfterPayment() {
            return sentAt().isPresent()
                    && order.paidAt()
                            .filter(paid -> !paid.isAfter(sentAt().get()))
                            .isPresent();
        }

        boolean isDropped(boolean onceADay) {
            return reminder.fate() instanceof Fate.Dropped(var _, var reason)
                    && (reason == DropReason.ONCE_A_DAY) == onceADay;
        }
    }

    static SentReminders of(LocalSystem system) {
        var all = all(system);
        return new SentReminders(
                all.stream().filter(each -> each.isSent(1)).count(),
                all.stream().filter(each -> each.isSent(2)).count(),
                all.stream().filter(Of::isUnknown).count(),
                all.stream().filter(Of::isOutOfWindow).count(),
                all.stream().filter(Of::isAfterPayment).count(),
                all.stream().filter(each -> each.isDropped(true)).count(),
                all.stream().filter(each -> each.isDropped(false)).count());
    }

    private static List<Of> all(LocalSystem system) {
        var client = system.clients().dynamoDb();
        var table = FreshTables.name(system.template(), "Orders");
        var orders = new ArrayList<Order>();
        new BuyerHistoryTable(client, table).eachBuyer(STORE, (_, history) -> orders.addAll(history.orders()));
        var transactions = new Transactions(client, Sleeper.system(), RandomGenerator.getDefault());
        var messages = new MessageTable(client, FreshTables.name(system.template(), "Messages"), transactions);
        var providers = new ProviderTable(client, FreshTables.name(system.template(), "Channels"));
        var reminders = new ReminderOutcomes(
                        new OrderReminderTable(client, table, transactions, system.clock()), messages, providers)
                .find(STORE, orders.stream().map(SentReminders::key).toList());
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(reminders.get(key(order))).stream()
                        .flatMap(kept -> kept.reminders().stream().map(reminder -> new Of(order, reminder))))
                .toList();
    }

    private static OrderPhase key(Order order) {
        return new OrderPhase(order.buyer(), order.id(), Phase.PAYMENT);
    }
}
