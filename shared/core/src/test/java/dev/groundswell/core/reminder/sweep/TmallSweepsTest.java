package dev.groundswell.core.reminder.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.groundswell.core.campaign.Mortal;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.TmallStream;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.ReminderTask;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A month of a real shop's orders, swept each minute. The numbers were found by another program, which knows no judge and no
 * sweep.
 */
class TmallSweepsTest {

    private static List<Order> changes = List.of();

    private static final long SEED = 1;

    private final ReminderDesk desk = new ReminderDesk();
    private final Map<Integer, List<Duration>> sent = new HashMap<>();
    private int afterPayment;

    @BeforeAll
    static void read() throws IOException {
        assumeThat(TmallStream.isAtHand()).as("the shop's orders are at hand").isTrue();
        changes = TmallStream.read();
    }

    @AfterAll
    static void forget() {
        changes = List.of();
    }

    @Test
    void anOrdinaryTaskRemindsOfAllThatAreUnpaidAtTheNextMinute() {
        replay(ATask.after(25).build(), _ -> Mortal.never());

        assertThat(sent.get(1))
                .hasSize(4_407)
                .allSatisfy(after -> assertThat(after).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(26)));
        assertThat(afterPayment).isZero();
        assertThat(desk.spent()).isEqualTo(4_407 * ReminderDesk.PRICE);
    }

    @Test
    void andAsManyWhereSweepsMeetAndDie() {
        replay(ATask.after(25).build(), disturbed(new Random(SEED)));

        assertThat(fates(1)).isEqualTo(4_407);
        assertThat(afterPayment).isZero();
        assertThat(desk.arrivals()).doesNotHaveDuplicates();
    }

    @Test
    void sendingHoursMoveRemindersAndABuyerGetsOneADayWhereSweepsMeetAndDie() {
        replay(ATask.after(25, 120).within("08:00", "22:00").onceADay().build(), disturbed(new Random(SEED)));

        assertThat(List.of(fates(1), fates(2), dropped(DropReason.ONCE_A_DAY))).containsExactly(4_350L, 512L, 3_626L);
        assertThat(afterPayment).isZero();
        assertThat(desk.arrivals()).doesNotHaveDuplicates();
    }

    /** A sweep each minute, where there is anything to do in it, and a second one where the first has left something. */
    private void replay(ReminderTask task, Function<ReminderDesk, Mortal> sweepers) {
        desk.tasks(task);
        desk.passages.answering(this::take);
        var left = new ArrayDeque<>(changes);
        var end = changes.getLast().times().modifiedAt();
        for (var now = changes.getFirst().times().modifiedAt().truncatedTo(ChronoUnit.MINUTES);
                !now.isAfter(end);
                now = now.plus(1, ChronoUnit.MINUTES)) {
            while (!left.isEmpty() && !left.getFirst().times().modifiedAt().isAfter(now)) {
                desk.goTo(left.getFirst().times().modifiedAt());
                desk.comes(left.removeFirst());
            }
            desk.goTo(now);
            for (var sweeps = 0; sweeps < 2 && desk.isAnythingDue(); sweeps++) {
                desk.sweep(sweepers.apply(desk));
            }
        }
    }

    /**
     * Sweepers that may die before and after each of their calls, or meet another one there. What somebody chose and did
     * not send when it died goes a minute later, or not at all if the order is paid by then; by these dice none is.
     */
    private static Function<ReminderDesk, Mortal> disturbed(Random chance) {
        return desk -> Mortal.at(_ -> {
            if (chance.nextInt(300) == 0) {
                desk.sweep(Mortal.at(_ -> chance.nextInt(100) == 0));
            }
            return chance.nextInt(500) == 0;
        });
    }

    private Answer take(Draft draft) {
        var place = ReminderPlace.parse(draft.place()).orElseThrow();
        var order = Objects.requireNonNull(desk.orders.get(place.order()));
        sent.computeIfAbsent(place.ordinal(), _ -> new ArrayList<>())
                .add(Duration.between(order.times().orderedAt(), desk.now()));
        afterPayment += order.isOpen() ? 0 : 1;
        return new Answer.Accepted("its-" + draft.id());
    }

    /** Those that were sent, or may have been. */
    private long fates(int ordinal) {
        return reminders()
                .filter(reminder -> reminder.ordinal() == ordinal && reminder.fate() instanceof Fate.Chosen)
                .count();
    }

    private long dropped(DropReason wanted) {
        return reminders()
                .filter(reminder -> reminder.fate() instanceof Fate.Dropped(var _, var reason) && reason == wanted)
                .count();
    }

    private Stream<Reminder> reminders() {
        return desk.kept().flatMap(kept -> kept.reminders().stream());
    }
}
