package dev.groundswell.core.reminder.preview;

import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.order.OrderListing.Position;
import dev.groundswell.core.reminder.Buyers;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.preview.Rehearsal.Event;
import dev.groundswell.core.reminder.sweep.ReminderQuotes;
import dev.groundswell.core.reminder.sweep.ReminderWriter;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.reminder.task.SaveReminderTask.Misfit;
import dev.groundswell.core.reminder.task.Schedule;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskRules;
import dev.groundswell.core.reminder.task.TaskSettings;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.StoreCalendar;
import dev.groundswell.core.time.TimedId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of a task, before it is saved, whom it would have reminded yesterday and last week, together with the store's other tasks
 * as they are. Orders and buyers are taken as their latest snapshots tell that they were; that somebody opted out, or reached the
 * store's cap of messages a day, is not looked at.
 */
public final class PreviewReminderTask {

    /** What a request can read and rehearse in its time. */
    public static final int MAX_ORDERS = 20_000;

    /** Enough to see what is meant. */
    public static final int MAX_SAMPLE = 10;

    private static final int DAYS = 7;

    /** For sending hours to begin again. */
    private static final Duration A_NIGHT = Duration.ofDays(1);

    private static final int PAGE = 500;

    private final ReminderTasks tasks;
    private final OrderListing orders;
    private final Buyers buyers;
    private final ReminderWriter writer;
    private final MessageSettingsStore settings;
    private final Providers providers;
    private final String linkOrigin;
    private final InstantSource time;

    /** @param linkOrigin of short links, for stores without a domain of their own */
    public PreviewReminderTask(
            ReminderTasks tasks,
            OrderListing orders,
            Buyers buyers,
            ReminderWriter writer,
            MessageSettingsStore settings,
            Providers providers,
            String linkOrigin,
            InstantSource time) {
        this.tasks = tasks;
        this.orders = orders;
        this.buyers = buyers;
        this.writer = writer;
        this.settings = settings;
        this.providers = providers;
        this.linkOrigin = linkOrigin;
        this.time = time;
    }

    /**
     * What a task would have done in some days of the store.
     *
     * @param to         behind the last instant
     * @param sent       how many reminders
     * @param dropped    how many more would have been due, by why they would not have been sent
     * @param parts      of all that would have been sent
     * @param cost       at the dearest active provider's price, in minor units
     * @param sample     some of them, the latest ones
     * @param isComplete whether all orders of the time were looked at, and not only the latest ones
     */
    public record Preview(
            Instant from,
            Instant to,
            int sent,
            Map<DropReason, Integer> dropped,
            long parts,
            long cost,
            List<Sample> sample,
            boolean isComplete) {

        public Preview {
            dropped = Map.copyOf(dropped);
            sample = List.copyOf(sample);
        }
    }

    /** @param at when it would have gone out */
    public record Sample(OrderId order, BuyerId buyer, int ordinal, Instant at, Content content) {}

    /** What came of it. */
    public sealed interface Result {

        record Previewed(Preview yesterday, Preview lastWeek) implements Result {}

        /** @param misfits why it could not be saved, at least one */
        record Refused(List<Misfit> misfits) implements Result {

            public Refused {
                misfits = List.copyOf(misfits);
            }
        }
    }

    /**
     * @param id     of the task that it is to replace; empty for a new one
     * @param wanted as if it were switched on
     */
    public Result preview(Store store, Optional<TaskId> id, TaskSettings wanted) {
        var settled = wanted.switchedOn().orDefault(store);
        var misfits = TaskRules.misfits(store, settings.find(store.id()), settled);
        return misfits.isEmpty() ? rehearsed(store, id, settled) : new Result.Refused(misfits);
    }

    private Result rehearsed(Store store, Optional<TaskId> id, TaskSettings wanted) {
        var now = time.instant();
        var today = new StoreCalendar(store.zone()).dayOf(now);
        var to = today.atStartOfDay(store.zone()).toInstant();
        var from = today.minusDays(DAYS).atStartOfDay(store.zone()).toInstant();
        var yesterday = today.minusDays(1).atStartOfDay(store.zone()).toInstant();
        var task = wanted.task(id.orElseGet(() -> new TaskId(TimedId.of(now, 0))), Instant.EPOCH);
        var listed = listed(store.id(), from.minus(longest(task)), to);
        var events = rehearse(store, task, listed.orders(), to);
        return new Result.Previewed(
                summed(store.id(), task, events, yesterday, to, listed.isComplete()),
                summed(store.id(), task, events, from, to, listed.isComplete()));
    }

    /** What the task would have done until then, while the others are as they are. */
    private List<Event> rehearse(Store store, ReminderTask task, Collection<Order> placed, Instant to) {
        var others = tasks.read(store.id()).tasks().stream()
                .filter(each -> !each.id().equals(task.id()))
                .map(each -> TaskSettings.of(each).task(each.id(), Instant.EPOCH));
        var all = Stream.concat(others, Stream.of(task)).toList();
        var open = placed.stream()
                .map(PastOrder::new)
                .filter(PreviewReminderTask::wasOpen)
                .toList();
        var quotes = new ReminderQuotes(store, writer, settings.find(store.id()), linkOrigin);
        return new Rehearsal(store, all, quotes, buyers(store.id(), open, placed))
                .until(to, open).stream()
                        .filter(event -> event.task().equals(task.id()))
                        .toList();
    }

    // ---- which orders

    private record Listed(List<Order> orders, boolean isComplete) {}

    private Listed listed(StoreId store, Instant from, Instant to) {
        var filter = new OrderFilter(Optional.empty(), Set.of(), Optional.of(from), Optional.of(to));
        var all = new ArrayList<Order>();
        var next = Optional.<Position>empty();
        do {
            var page = orders.newest(store, filter, PAGE, next);
            all.addAll(page.orders());
            next = page.next();
        } while (next.isPresent() && all.size() < MAX_ORDERS);
        return new Listed(all, next.isEmpty());
    }

    /** Whether it was still open when it was first looked at: nine in ten are not. */
    private static boolean wasOpen(PastOrder order) {
        var firstLook = order.latest().times().orderedAt().plus(NoteOpenOrders.FIRST_LOOK);
        return order.at(firstLook).isOpen();
    }

    /** How long before its reminder an order may have been placed. */
    private static Duration longest(ReminderTask task) {
        return switch (task.schedule()) {
            case Schedule.After(var after) -> after.getLast().plus(A_NIGHT);
            case Schedule.DailyAt daily -> A_NIGHT.multipliedBy(daily.reminders() + 1L);
            case Schedule.At _ -> NoteOpenOrders.LONGEST_OPEN;
        };
    }

    private PastBuyers buyers(StoreId store, Collection<PastOrder> open, Collection<Order> all) {
        var wanted = open.stream().map(PastOrder::latest).map(Order::buyer).collect(Collectors.toSet());
        return new PastBuyers(wanted.isEmpty() ? Map.of() : buyers.read(store, wanted), all);
    }

    // ---- what came of them

    private Preview summed(
            StoreId store, ReminderTask task, List<Event> all, Instant from, Instant to, boolean isComplete) {
        var events = all.stream().filter(event -> !event.at().isBefore(from)).toList();
        var sent = events.stream().flatMap(PreviewReminderTask::sample).toList();
        var dropped = events.stream()
                .map(Event::what)
                .filter(Written.Nothing.class::isInstance)
                .map(Written.Nothing.class::cast)
                .collect(Collectors.groupingBy(Written.Nothing::reason, Collectors.summingInt(_ -> 1)));
        var parts = sent.stream().mapToLong(each -> each.content().parts()).sum();
        var cost = ReminderQuotes.cost(task.texts().channel(), parts, providers.all(store));
        return new Preview(
                from,
                to,
                sent.size(),
                dropped,
                parts,
                cost,
                sent.reversed().stream().limit(MAX_SAMPLE).toList(),
                isComplete);
    }

    private static Stream<Sample> sample(Event event) {
        var order = event.order();
        return event.what() instanceof Written.Text(var content)
                ? Stream.of(new Sample(order.id(), order.buyer(), event.ordinal(), event.at(), content))
                : Stream.empty();
    }
}
