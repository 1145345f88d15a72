package dev.groundswell.core.reminder.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.campaign.Mortal;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.task.NaiveReminders;
import dev.groundswell.core.reminder.task.RandomScenes;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.Scene;
import dev.groundswell.core.reminder.task.Scene.Event;
import dev.groundswell.core.reminder.task.Scene.Purchase;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever orders, payments and tasks there are, and whenever sweeps come, they send and drop what a naive reference sends and
 * drops on the same schedule.
 */
class SweepModelProperties {

    @Property(tries = 120)
    void sweepsDoAsTheNaiveReference(@ForAll long seed) {
        var scene = new RandomScenes(seed).next();
        var expected = NaiveReminders.of(scene);
        Assume.that(!isChance(scene, expected) && !isLimitedLater(scene));

        assertThat(swept(scene, _ -> Mortal.never())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 80)
    void sweepsThatMeetDoTheSame(@ForAll long seed) {
        var scene = new RandomScenes(seed).next();
        var expected = NaiveReminders.of(scene);
        Assume.that(!isChance(scene, expected) && !isLimitedLater(scene));
        var chance = new Random(seed);

        assertThat(swept(scene, desk -> meeting(desk, chance, 2))).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A sweeper that meets others. */
    private static Mortal meeting(ReminderDesk desk, Random chance, int others) {
        return Mortal.at(_ -> {
            if (others > 0 && chance.nextInt(30) == 0) {
                desk.sweep(meeting(desk, chance, others - 1));
            }
            return false;
        });
    }

    /** Which of two orders comes first in one sweep is chance; and nobody looks at an order in its first minute. */
    private static boolean isChance(Scene scene, List<Event> expected) {
        var places = expected.stream()
                .map(event -> event.at() + " " + purchase(scene, event).buyer())
                .toList();
        return places.size() != Set.copyOf(places).size()
                || expected.stream()
                        .anyMatch(event -> event.at()
                                .isBefore(purchase(scene, event).placedAt().plus(NoteOpenOrders.FIRST_LOOK)));
    }

    /** What a buyer had before a task had a limit is counted by the reference only. */
    private static boolean isLimitedLater(Scene scene) {
        return scene.before().stream()
                .filter(task -> task.limits().ofBuyer().isEmpty())
                .anyMatch(before -> scene.after().stream()
                        .filter(after -> after.id().equals(before.id()))
                        .anyMatch(after -> after.limits().ofBuyer().isPresent()));
    }

    private static Purchase purchase(Scene scene, Event event) {
        return scene.purchases().stream()
                .filter(purchase -> purchase.id().equals(event.order()))
                .findFirst()
                .orElseThrow();
    }

    // ---- the same with sweeps

    private static List<Event> swept(Scene scene, Function<ReminderDesk, Mortal> sweepers) {
        var desk = new ReminderDesk();
        var known = new HashSet<Order>();
        List<ReminderTask> tasks = List.of();
        for (var now : scene.sweeps()) {
            desk.goTo(now);
            if (!scene.tasksAt(now).equals(tasks)) {
                tasks = scene.tasksAt(now);
                desk.tasks(tasks.toArray(ReminderTask[]::new));
            }
            scene.placedAt(now).stream()
                    .map(purchase -> ReminderDesk.reachable(purchase.at(now)))
                    .filter(known::add)
                    .forEach(desk::comes);
            desk.sweep(sweepers.apply(desk));
        }
        return desk.kept()
                .flatMap(kept -> kept.reminders().stream()
                        .map(reminder -> event(kept.order().value(), reminder)))
                .toList();
    }

    private static Event event(String order, Reminder reminder) {
        return switch (reminder.fate()) {
            case Fate.Dropped(var at, var reason) -> event(order, reminder, at, reason.name());
            case Fate.Chosen chosen ->
                event(
                        order,
                        reminder,
                        chosen.at(),
                        chosen.news().orElseThrow().state().name());
        };
    }

    private static Event event(String order, Reminder reminder, Instant at, String what) {
        return new Event(at, order, reminder.ordinal(), reminder.task(), reminder.due(), what);
    }
}
