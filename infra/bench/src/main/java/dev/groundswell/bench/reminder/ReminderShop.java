package dev.groundswell.bench.reminder;

import dev.groundswell.bench.system.BenchShop;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.reminder.ReminderTaskTable;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.OrderConditions;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTask.Dates;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.core.reminder.task.ReminderTask.Limits;
import dev.groundswell.core.reminder.task.Schedule;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskTexts;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.local.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A store with money, the simulator as its providers of SMS, and one reminder task. */
final class ReminderShop {

    /** Those of the local run, without the pace that keeps people from sending too much by mistake. */
    private static final List<String> PROVIDERS = List.of("sms-one", "sms-two");

    private static final Duration ATTRIBUTION = Duration.ofDays(3);

    private static final Text TEXT = new Text(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Wording.Sms("订单{{order_id}}尚未付款，共{{amount}}元，如已付款请忽略。"));

    private ReminderShop() {}

    /**
     * Opens it; nobody reports what became of messages.
     *
     * @param minutes after ordering, of one or two reminders
     */
    static void open(LocalSystem system, Instant now, List<Integer> minutes, Hours hours, boolean onceADay) {
        var client = system.clients().dynamoDb();
        var shop = new BenchShop(client, system.template());
        shop.prepare(now);
        for (var provider : PROVIDERS) {
            shop.save(provider, Channel.SMS, ProviderKind.SIMULATOR, PaceLimits.FASTEST);
            system.simulator().tell(provider, Map.of("reportAfterMillis", -1));
        }
        var task = new ReminderTask(
                TaskId.of(now, RandomGenerator.getDefault()),
                "bench",
                true,
                OrderKind.ORDINARY,
                new Schedule.After(minutes.stream().map(Duration::ofMinutes).toList()),
                hours,
                Dates.ALWAYS,
                OrderConditions.NONE,
                new Limits(onceADay, OptionalInt.empty()),
                false,
                new TaskTexts(Channel.SMS, List.of(TEXT)),
                ReminderTask.USUAL_PATIENCE,
                ATTRIBUTION,
                now);
        new ReminderTaskTable(client, FreshTables.name(system.template(), "Reminders"))
                .save(BenchStore.STORE.id(), new TaskBook(1, List.of(task)));
    }
}
