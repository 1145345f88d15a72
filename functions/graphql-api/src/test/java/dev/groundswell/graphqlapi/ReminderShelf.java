package dev.groundswell.graphqlapi;

import dev.groundswell.cloud.reminder.BookedMessages;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.Counters;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.RemindersInMemory;
import dev.groundswell.core.reminder.WakeUpsInMemory;
import dev.groundswell.core.reminder.round.Round;
import dev.groundswell.core.reminder.round.RoundBookInMemory;
import dev.groundswell.core.reminder.round.SurveyOrders;
import dev.groundswell.core.reminder.sweep.ReminderTexts;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasksInMemory;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.reminder.task.TaskTexts.TimeOfDay;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.reminder.ReminderPorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What reminders stand on, in memory. */
final class ReminderShelf {

    private static final String MADE = "2026-06-01T00:00:00Z";

    /** A task that can go. */
    static final TaskId SPARE = spare("").build().id();

    final ReminderTasksInMemory tasks = new ReminderTasksInMemory();
    final RemindersInMemory reminders = new RemindersInMemory();
    final WakeUpsInMemory wakeUps = new WakeUpsInMemory();
    private final RoundBookInMemory rounds = new RoundBookInMemory();

    ReminderPorts ports(Api api) {
        return new ReminderPorts(
                tasks,
                rounds,
                this::terms,
                wakeUps,
                api.orders,
                api.messages,
                new SurveyOrders.Ports(
                        api.orders,
                        (store, buyers) -> facts(api.counters.find(store, buyers)),
                        reminders,
                        new BookedMessages(api.counters, api.messages),
                        api.standings,
                        new ReminderTexts(),
                        api.messageSettings,
                        api.providers),
                api.counters,
                "https://go.example.com",
                new Random(3),
                () -> Api.NOW);
    }

    private Map<String, ReminderTask> terms(StoreId store, Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> rounds.find(store, new TaskId(id)).stream())
                .map(Round::terms)
                .collect(Collectors.toMap(task -> task.id().value(), Function.identity()));
    }

    private static Map<BuyerId, BuyerFacts> facts(Map<BuyerId, CustomerProfile> profiles) {
        return profiles.values().stream()
                .collect(Collectors.toMap(
                        CustomerProfile::id,
                        profile -> new BuyerFacts(
                                Optional.ofNullable(profile.name()),
                                Optional.ofNullable(profile.firstPaidAt()),
                                Optional.ofNullable(profile.lastPaidAt()))));
    }

    /** Tasks with all that can be said of one, a round, and an order T1 of B1 that was reminded. */
    void hasOneOfEachKind(Store store, String name) {
        save(store, full(name).build());
        save(store, spare(name).build());
        var round = ATask.at("2026-06-17T10:00")
                .madeAt(MADE)
                .numbered(3)
                .named(name)
                .build();
        rounds.add(store.id(), new Round(round, Instant.parse("2026-06-17T02:00:00Z"), name, 7));
        reminders.save(store.id(), List.of(reminded(full(name).build())), Map.of());
    }

    /** The first task's reminders have results of all kinds. */
    static void wasPaidAfter(Api api, Store store) {
        var sum = new Counters.Sum();
        sum.addReminders(
                new ReminderKey(
                        LocalDate.parse("2026-06-17"), full("").build().id().value()),
                new ReminderCounts(4, 3, 1, 1, Map.of(DropReason.ONCE_A_DAY, 2L), 2, 1, 71_94, 10_00, 24_500));
        api.counters.correct(store.id(), sum.counters(), StoreTotals.ZERO);
    }

    void save(Store store, ReminderTask task) {
        tasks.save(store.id(), tasks.read(store.id()).with(task));
    }

    private static ATask full(String name) {
        return ATask.after(15, 120)
                .madeAt(MADE)
                .numbered(1)
                .named(name)
                .of(OrderKind.GROUP_DEAL)
                .within("08:00", "22:00")
                .placedOn("2026-06-01", "2026-06-20")
                .costing(10_00, 500_00)
                .leavingFlag(1)
                .withItems("I1", "I2")
                .to(CustomerAge.NEW)
                .onceADay()
                .atMostForBuyer(3)
                .unlessPaidSince()
                .saying(
                        new Text(
                                Optional.of(1),
                                Optional.of(CustomerAge.NEW),
                                Optional.of(new TimeOfDay(LocalTime.of(8, 0), LocalTime.NOON)),
                                new Wording.Sms("Morning! {{payment_link}}")),
                        ATask.text("Your order waits. {{payment_link}}"));
    }

    private static ATask spare(String name) {
        return ATask.daily("10:00")
                .madeAt(MADE)
                .numbered(2)
                .named(name)
                .of(OrderKind.PRESALE_DEPOSIT)
                .withoutItems("I3")
                .sayingNothing(Channel.EMAIL)
                .saying(new Text(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Wording.Mail("Your deposit", "<p>It waits.</p>", "It waits.")));
    }

    private static OrderReminders reminded(ReminderTask task) {
        var none = OrderReminders.none(new BuyerId("B1"), new OrderId("T1"), Phase.PAYMENT);
        var id = task.id().value();
        var due = Instant.parse("2026-06-17T15:00:00Z");
        var second = new Reminder(2, id, due.plus(Duration.ofHours(1)), new Fate.Dropped(due, DropReason.ONCE_A_DAY));
        var both = none.with(new Reminder(1, id, due, arrived(none, due))).with(second);
        return new OrderReminders(both.buyer(), both.order(), both.phase(), both.reminders(), 1);
    }

    private static Fate arrived(OrderReminders none, Instant due) {
        var message = none.id(1).message(AddressKey.of(new Email("ann@qq.com")));
        return new Fate.Chosen(
                due,
                message,
                "20260617T150000Z-batch",
                4_000,
                Duration.ofDays(3),
                Optional.of(new Fate.News(
                        MessageState.DELIVERED, due.plusSeconds(9), Optional.of(due.plusSeconds(2)), 4_000)),
                Optional.of(due.plusSeconds(60)));
    }
}
