package dev.groundswell.core.reminder.sweep;

import static dev.groundswell.core.reminder.sweep.ReminderDesk.STORE;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.order;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.campaign.Mortal;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.task.ATask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Sweepers die anywhere, come twice, at the same time, or not at all: each order is reminded once of each thing, as it would
 * have been, nobody after having paid, and every coin is accounted for.
 */
class ReminderCrashProperties {

    private static final int ORDERS = 24;

    /** After the first reminder was due, and long enough before the second for whoever died with it to be noticed. */
    private static final int[] FEW_SWEEPS = {1, 1, 1, 2, 4, 8, 1, 2, 4};

    /** Until all is over, also of whoever died last. */
    private static final int MANY_MINUTES = 24;

    /** Of the moments to die at; no multiple of what a page's calls repeat after. */
    private static final int EVERY = 7;

    private static final Map<String, String> UNDISTURBED = undisturbed();

    /** Two buyers have two orders each; some pay before their time, one pays late, and one has no address. */
    private static ReminderDesk desk() {
        var desk = new ReminderDesk();
        desk.tasks(ATask.after(5, 20).onceADay().build());
        for (var i = 0; i < ORDERS; i++) {
            desk.comes(order("T" + i).by("B" + i % (ORDERS - 2)));
        }
        desk.comes(order("nowhere").of("Li Si", "138****0000", null));
        desk.pass(Duration.ofMinutes(3));
        for (var i = 4; i < ORDERS; i += 4) {
            desk.pays(order("T" + i).by("B" + i % (ORDERS - 2)));
        }
        desk.sweep();
        return desk;
    }

    /** What each order comes to when nothing happens. */
    private static Map<String, String> undisturbed() {
        var desk = desk();
        run(desk, Mortal.never());
        return outcomes(desk);
    }

    private static Map<String, String> outcomes(ReminderDesk desk) {
        var outcomes = new TreeMap<String, String>();
        desk.reminders
                .all(STORE.id())
                .forEach(kept -> outcomes.put(
                        kept.order().value(), desk.reminders(kept.order().value())));
        return outcomes;
    }

    /** A message of which nobody knows whether it was sent is as good as sent. */
    private static void assertSame(ReminderDesk desk, Map<String, String> undisturbed) {
        var outcomes = outcomes(desk);
        outcomes.replaceAll((_, words) -> words.replace("UNKNOWN", "SENT"));
        assertThat(counts(outcomes)).isEqualTo(counts(undisturbed));
    }

    /** Which of two orders of a buyer is the one of the day is chance. */
    private static Map<String, Long> counts(Map<String, String> outcomes) {
        return outcomes.values().stream().collect(Collectors.groupingBy(words -> words, Collectors.counting()));
    }

    private static void assertAccountedFor(ReminderDesk desk) {
        var arrivals = desk.arrivals();
        assertThat(arrivals).doesNotHaveDuplicates();
        var books = desk.messages.all(STORE.id());
        var sent = books.stream()
                .filter(message -> message.state() == MessageState.SENT)
                .count();
        var unknown = books.stream()
                .filter(message -> message.state() == MessageState.UNKNOWN)
                .count();
        assertThat((long) arrivals.size()).isBetween(sent, sent + unknown);
        assertThat(desk.wallets.find(STORE.id()).reserved()).isZero();
        assertThat(desk.batches.open(STORE.id(), desk.now(), 100)).isEmpty();
        assertThat(desk.spent()).isEqualTo((sent + unknown) * ReminderDesk.PRICE);
        assertThat(desk.kept()).allSatisfy(kept -> assertThat(kept.underWay()).isEmpty());
        assertThat(told(desk.reminders.all(STORE.id()).stream())).isEqualTo(told(desk.kept()));
    }

    /** What was written down of all reminders, or is presumed, in words. */
    private static Map<OrderPhase, List<String>> told(Stream<OrderReminders> all) {
        return all.collect(toMap(
                OrderReminders::orderPhase,
                kept -> kept.reminders().stream()
                        .map(Reminder::fate)
                        .map(ReminderCrashProperties::told)
                        .toList()));
    }

    private static String told(Fate fate) {
        return switch (fate) {
            case Fate.Dropped(var _, var reason) -> reason.name();
            case Fate.Chosen chosen ->
                chosen.latest().state() + " " + chosen.latest().cost();
        };
    }

    @Test
    void oneDeathAtAnyCallChangesNothing() {
        var counted = Mortal.at(_ -> false);
        var first = desk();
        run(first, counted);

        for (var at = 1; at <= counted.calls(); at += EVERY) {
            var left = new AtomicInteger(at);
            var desk = desk();
            run(desk, Mortal.at(_ -> left.decrementAndGet() == 0));
            assertSame(desk, UNDISTURBED);
            assertAccountedFor(desk);
        }
    }

    private static void run(ReminderDesk desk, Mortal mortal) {
        for (var minutes : FEW_SWEEPS) {
            desk.pass(Duration.ofMinutes(minutes));
            desk.sweep(mortal);
        }
    }

    @Property(tries = 40)
    void manyDeathsDoubledOverlappingAndMissingSweeps(@ForAll long seed) {
        var desk = desk();
        var chance = new Random(seed);
        desk.passages.answering(draft -> switch (chance.nextInt(20)) {
            case 0 -> new Answer.Lost("No answer.");
            case 1 -> new Answer.NotTaken("THROTTLED", "Too many.");
            default -> new Answer.Accepted("its-" + draft.id());
        });
        for (var minute = 0; minute < MANY_MINUTES; minute++) {
            desk.pass(Duration.ofMinutes(1));
            for (var sweeps = chance.nextInt(3); sweeps > 0; sweeps--) {
                desk.sweep(disturbed(desk, chance, 2));
            }
        }
        desk.passages.answering(draft -> new Answer.Accepted("its-" + draft.id()));
        run(desk, Mortal.never());

        assertSame(desk, UNDISTURBED);
        assertAccountedFor(desk);
    }

    /** A sweeper that may die at each call, or meet another one there. */
    private static Mortal disturbed(ReminderDesk desk, Random chance, int others) {
        return Mortal.at(_ -> {
            if (others > 0 && chance.nextInt(60) == 0) {
                desk.sweep(disturbed(desk, chance, others - 1));
            }
            return chance.nextInt(150) == 0;
        });
    }

    @Property(tries = 40)
    void nobodyIsRemindedAfterPayingHoweverSweepersDieAndMeet(@ForAll long seed) {
        var desk = desk();
        var chance = new Random(seed);
        var paid = new TreeSet<String>();
        var late = new ArrayList<String>();
        desk.passages.answering(draft -> {
            var order = ReminderPlace.parse(draft.place()).orElseThrow().order().value();
            if (paid.contains(order)) {
                late.add(order);
            }
            return new Answer.Accepted("its-" + draft.id());
        });
        for (var minute = 0; minute < MANY_MINUTES; minute++) {
            desk.pass(Duration.ofMinutes(1));
            desk.sweep(Mortal.at(call -> {
                // From the recheck on, somebody who pays may get it.
                if (call.equals("claim") || call.equals("choose") || call.equals("reserve")) {
                    var i = chance.nextInt(ORDERS);
                    desk.pays(order("T" + i).by("B" + i % (ORDERS - 2)));
                    paid.add("T" + i);
                }
                return chance.nextInt(150) == 0;
            }));
        }

        assertThat(late).isEmpty();
        assertThat(desk.arrivals()).doesNotHaveDuplicates();
    }
}
