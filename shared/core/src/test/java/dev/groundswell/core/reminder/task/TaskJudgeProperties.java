package dev.groundswell.core.reminder.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.task.Scene.Event;
import dev.groundswell.core.reminder.task.Scene.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a store's tasks and orders are, and whenever somebody looks, the judge comes to what a naive reference comes to. */
class TaskJudgeProperties {

    @Property(tries = 200)
    void remindsAsTheNaiveReference(@ForAll long seed) {
        var scene = new RandomScenes(seed).next();

        assertThat(Sweeper.of(scene)).isEqualTo(NaiveReminders.of(scene));
    }

    /** Two reminders of an order at most, whatever happens to its tasks. */
    @Property(tries = 100)
    void remindsOfNoOrderTwiceBySameOrdinal(@ForAll long seed) {
        var events = Sweeper.of(new RandomScenes(seed).next());

        assertThat(events.stream().map(event -> event.order() + " " + event.ordinal()))
                .doesNotHaveDuplicates();
        assertThat(events).allSatisfy(event -> assertThat(event.ordinal()).isBetween(1, 2));
    }

    /** Asks the judge at each sweep and notes what it says. */
    private static final class Sweeper {

        private final Scene scene;
        private final List<Event> events = new ArrayList<>();
        private final Map<String, OrderReminders> known = new HashMap<>();
        private final Set<String> days = new HashSet<>();
        private final Map<String, Integer> ofBuyers = new HashMap<>();

        private Sweeper(Scene scene) {
            this.scene = scene;
        }

        static List<Event> of(Scene scene) {
            var sweeper = new Sweeper(scene);
            scene.sweeps().forEach(sweeper::sweep);
            return sweeper.events;
        }

        private void sweep(Instant now) {
            var judge = new TaskJudge(scene.tasksAt(now), Scene.ZONE);
            scene.placedAt(now).forEach(purchase -> look(purchase, judge, now));
        }

        private void look(Purchase purchase, Judge judge, Instant now) {
            var order = purchase.at(now);
            var isDone = false;
            while (!isDone) {
                var kept = known.getOrDefault(
                        purchase.id(), OrderReminders.none(order.buyer(), order.id(), Phase.PAYMENT));
                var judgement = judge.judge(order, scene.buyerAt(purchase.buyer(), now), kept, now);
                isDone = !isNoted(judgement, order, kept, now);
            }
        }

        private boolean isNoted(Judgement judgement, Order order, OrderReminders kept, Instant now) {
            return switch (judgement) {
                case Judgement.Settled _, Judgement.Dormant _, Judgement.Later _ -> false;
                case Judgement.Now(var task, var ordinal, var due) ->
                    isNoted(
                            kept,
                            order,
                            new Event(
                                    now, order.id().value(), ordinal, task.id().value(), due, slot(task, order, now)));
                case Judgement.Drop(var task, var ordinal, var due, var reason) ->
                    isNoted(
                            kept,
                            order,
                            new Event(
                                    now, order.id().value(), ordinal, task.id().value(), due, reason.name()));
            };
        }

        private boolean isNoted(OrderReminders kept, Order order, Event event) {
            events.add(event);
            var fate = new Fate.Dropped(event.at(), DropReason.TOO_LATE);
            known.put(order.id().value(), kept.with(new Reminder(event.ordinal(), event.task(), event.due(), fate)));
            return true;
        }

        private String slot(ReminderTask task, Order order, Instant now) {
            var buyer = order.buyer().value();
            var day = buyer + LocalDate.ofInstant(now, Scene.ZONE);
            if (task.limits().onceADay() && days.contains(day)) {
                return "ONCE_A_DAY";
            }
            var ofTask = ofBuyers.getOrDefault(buyer + task.id(), 0);
            if (ofTask >= task.limits().ofBuyer().orElse(Integer.MAX_VALUE)) {
                return "BUYER_LIMIT";
            }
            ofBuyers.put(buyer + task.id(), ofTask + 1);
            if (task.limits().onceADay()) {
                days.add(day);
            }
            return "SENT";
        }
    }
}
