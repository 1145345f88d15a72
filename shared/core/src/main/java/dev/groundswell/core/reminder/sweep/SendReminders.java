package dev.groundswell.core.reminder.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.reminder.Buyers;
import dev.groundswell.core.reminder.OpenOrders;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.Wallets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Sends reminders that are due, those of one channel in a {@linkplain SendBatch batch}. */
public final class SendReminders {

    private final Ports ports;
    private final SendMessages sending;
    private final String origin;
    private final InstantSource time;
    private final RandomGenerator random;

    /** All that sending stands on. */
    public record Ports(
            OpenOrders orders,
            Buyers buyers,
            Reminders reminders,
            ReminderTasks tasks,
            ReminderBatches batches,
            ReminderWriter writer,
            MessageSettingsStore settings,
            Providers providers,
            Wallets wallets,
            Standings standings,
            ShortLinks links) {}

    /**
     * @param origin of short links, for stores without a domain of their own
     * @param random names the batches
     */
    public SendReminders(Ports ports, SendMessages sending, String origin, InstantSource time, RandomGenerator random) {
        this.ports = ports;
        this.sending = sending;
        this.origin = origin;
        this.time = time;
        this.random = random;
    }

    /**
     * Sends what can be sent now.
     *
     * @param due up to {@link ReminderBatches#MAX_MESSAGES}, each of another order
     * @return what is kept of those orders whose reminders have an outcome now; the others are to be tried again
     */
    Map<OrderPhase, OrderReminders> send(Store store, List<Due> due) {
        if (due.isEmpty()) {
            return Map.of();
        }
        var settings = ports.settings().find(store.id());
        var ended = new HashMap<OrderPhase, OrderReminders>();
        due.stream()
                .collect(groupingBy(each -> each.task().texts().channel(), LinkedHashMap::new, toList()))
                .forEach((channel, some) -> {
                    var at = time.instant();
                    var id = ReminderBatches.id(at, random.nextLong());
                    var job = new SendBatch.Job(store, channel, settings, origin, id, at);
                    ended.putAll(new SendBatch(ports, sending, time, job).send(some));
                });
        return ended;
    }
}
