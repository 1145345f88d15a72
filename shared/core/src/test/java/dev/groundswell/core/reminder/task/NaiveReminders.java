package dev.groundswell.core.reminder.task;

import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.reminder.task.Scene.Event;
import dev.groundswell.core.reminder.task.Scene.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reminders there are to be, found by trying one half minute after the other and by counting what was sent: slow, and with
 * nothing of the judge in it.
 */
public final class NaiveReminders {

    private static final Duration STEP = Duration.ofSeconds(30);

    private final Scene scene;
    private final List<Event> events = new ArrayList<>();

    private NaiveReminders(Scene scene) {
        this.scene = scene;
    }

    public static List<Event> of(Scene scene) {
        var naive = new NaiveReminders(scene);
        for (var now : scene.sweeps()) {
            for (var purchase : scene.placedAt(now)) {
                naive.sweep(purchase, now);
            }
        }
        return naive.events;
    }

    private void sweep(Purchase purchase, Instant now) {
        var event = next(purchase, now);
        while (event.isPresent()) {
            events.add(event.get());
            event = next(purchase, now);
        }
    }

    private List<Event> ofOrder(Purchase purchase) {
        return events.stream()
                .filter(event -> event.order().equals(purchase.id()))
                .toList();
    }

    private Optional<Event> next(Purchase purchase, Instant now) {
        var task = task(purchase, now);
        if (purchase.isPaidAt(now) || task.isEmpty()) {
            return Optional.empty();
        }
        var done = ofOrder(purchase);
        var previous = done.isEmpty() ? purchase.placedAt() : done.getLast().due();
        var ordinal = done.isEmpty() ? 1 : done.getLast().ordinal() + 1;
        while (ordinal <= Math.min(2, task.get().schedule().reminders())) {
            var due = due(task.get(), ordinal, purchase, previous);
            if (due != null
                    && !due.plus(task.get().patience()).isBefore(task.get().effectiveFrom())) {
                return outcome(task.get(), purchase, due, now, ordinal);
            }
            previous = due == null ? previous : due;
            ordinal++;
        }
        return Optional.empty();
    }

    // ---- which task

    private Optional<ReminderTask> task(Purchase purchase, Instant now) {
        return scene.tasksAt(now).stream()
                .filter(ReminderTask::active)
                .filter(task -> task.kind() == (purchase.isGroupDeal() ? OrderKind.GROUP_DEAL : OrderKind.ORDINARY))
                .filter(task -> !task.conditions().blockedFlags().contains(purchase.flag()))
                .filter(task -> hasItem(task, purchase.item()))
                .filter(task -> hasDay(task, LocalDate.ofInstant(purchase.placedAt(), Scene.ZONE)))
                .max(Comparator.comparingInt(NaiveReminders::score)
                        .thenComparing(ReminderTask::id, Comparator.reverseOrder()));
    }

    private static boolean hasItem(ReminderTask task, String item) {
        return switch (task.conditions().items()) {
            case ItemChoice.All _ -> true;
            case ItemChoice.Only(var items) -> items.contains(item);
            case ItemChoice.AllBut(var items) -> !items.contains(item);
        };
    }

    private static boolean hasDay(ReminderTask task, LocalDate day) {
        return !day.isBefore(task.dates().from().orElse(day))
                && !day.isAfter(task.dates().to().orElse(day));
    }

    private static int score(ReminderTask task) {
        var items = switch (task.conditions().items()) {
            case ItemChoice.All _ -> 0;
            case ItemChoice.AllBut _ -> 10;
            case ItemChoice.Only _ -> 20;
        };
        return items + (task.dates().from().isPresent() ? 1 : 0);
    }

    // ---- when

    private static boolean isOpen(ReminderTask task, Instant instant) {
        var hours = task.hours();
        var second = time(instant).toSecondOfDay();
        var from = hours.from().toSecondOfDay();
        var until = hours.until().toSecondOfDay();
        return from < until ? second >= from && second < until : second >= from || second < until;
    }

    private static LocalTime time(Instant instant) {
        return instant.atZone(Scene.ZONE).toLocalTime();
    }

    private static Instant opening(ReminderTask task, Instant from) {
        var instant = from;
        while (!isOpen(task, instant)) {
            instant = instant.plus(STEP);
        }
        return instant;
    }

    private static @Nullable Instant due(ReminderTask task, int ordinal, Purchase purchase, Instant previous) {
        var due = switch (task.schedule()) {
            case Schedule.After(var after) -> after(after, ordinal, purchase, previous);
            case Schedule.DailyAt(var times, var _) -> firstOf(times, previous);
            case Schedule.At(var at) -> at.get(ordinal - 1).atZone(Scene.ZONE).toInstant();
        };
        if (task.schedule() instanceof Schedule.At && !due.isAfter(purchase.placedAt())) {
            return null;
        }
        return task.hours().outside() == Outside.WAIT ? opening(task, due) : due;
    }

    private static Instant after(List<Duration> after, int ordinal, Purchase purchase, Instant previous) {
        var wanted = purchase.placedAt().plus(after.get(ordinal - 1));
        if (ordinal == 1) {
            return wanted;
        }
        var apart = previous.plus(after.get(1)).minus(after.get(0));
        return apart.isAfter(wanted) ? apart : wanted;
    }

    private static Instant firstOf(List<LocalTime> times, Instant after) {
        var instant = after.plus(STEP);
        while (!times.contains(time(instant))) {
            instant = instant.plus(STEP);
        }
        return instant;
    }

    // ---- what becomes of it

    private Optional<Event> outcome(ReminderTask task, Purchase purchase, Instant firstDue, Instant now, int ordinal) {
        var due = firstDue;
        while (!now.isBefore(due)) {
            if (!isOpen(task, due)) {
                return event(task, purchase, due, now, ordinal, "SENDING_HOURS");
            }
            var closed = closedBeforePatienceEnded(task, due, now);
            if (closed == null) {
                var what = now.isAfter(due.plus(task.patience())) ? "TOO_LATE" : allowed(task, purchase, now);
                return event(task, purchase, due, now, ordinal, what);
            }
            if (task.hours().outside() == Outside.DROP) {
                return event(task, purchase, due, now, ordinal, "SENDING_HOURS");
            }
            due = opening(task, closed);
        }
        return Optional.empty();
    }

    private static @Nullable Instant closedBeforePatienceEnded(ReminderTask task, Instant due, Instant now) {
        if (Duration.between(due, now).compareTo(Duration.ofMinutes(1)) <= 0) {
            return null;
        }
        for (var t = due; !t.isAfter(now) && !t.isAfter(due.plus(task.patience())); t = t.plus(STEP)) {
            if (!isOpen(task, t)) {
                return t;
            }
        }
        return null;
    }

    private String allowed(ReminderTask task, Purchase purchase, Instant now) {
        var paid = scene.buyerAt(purchase.buyer(), now).lastPaidAt();
        if (task.unlessPaidSince() && paid.isPresent() && paid.get().isAfter(purchase.placedAt())) {
            return "PAID_ANOTHER";
        }
        var sent = sentTo(purchase.buyer());
        var today = LocalDate.ofInstant(now, Scene.ZONE);
        if (task.limits().onceADay()
                && sent.stream()
                        .anyMatch(event -> isOnceADay(event)
                                && LocalDate.ofInstant(event.at(), Scene.ZONE).equals(today))) {
            return "ONCE_A_DAY";
        }
        var ofTask = sent.stream()
                .filter(event -> event.task().equals(task.id().value()))
                .count();
        return ofTask < task.limits().ofBuyer().orElse(Integer.MAX_VALUE) ? "SENT" : "BUYER_LIMIT";
    }

    private List<Event> sentTo(String buyer) {
        return events.stream()
                .filter(event -> event.what().equals("SENT"))
                .filter(event -> scene.purchases().stream()
                        .anyMatch(purchase -> purchase.id().equals(event.order())
                                && purchase.buyer().equals(buyer)))
                .toList();
    }

    /** Only the reminders of tasks that say so take a buyer's day. */
    private boolean isOnceADay(Event event) {
        return scene.tasksAt(event.at()).stream()
                .anyMatch(task ->
                        task.id().value().equals(event.task()) && task.limits().onceADay());
    }

    private static Optional<Event> event(
            ReminderTask task, Purchase purchase, Instant due, Instant now, int ordinal, String what) {
        return Optional.of(new Event(now, purchase.id(), ordinal, task.id().value(), due, what));
    }
}
