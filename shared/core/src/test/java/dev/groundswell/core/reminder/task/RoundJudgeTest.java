package dev.groundswell.core.reminder.task;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.task.Judgement.Drop;
import dev.groundswell.core.reminder.task.Judgement.Later;
import dev.groundswell.core.reminder.task.Judgement.Now;
import dev.groundswell.core.reminder.task.Judgement.Settled;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A round of 11:00 on 21 June, for orders of the days before. */
class RoundJudgeTest {

    private static final Instant ELEVEN = Instant.parse("2026-06-21T11:00:00Z");

    private final ReminderTask terms = ATask.at("2026-06-21T11:00").numbered(7).build();

    private static Order placed() {
        return anOrder("T1").placedAt("2026-06-18T20:30:00Z").build();
    }

    private static OrderReminders reminded(Order order, String... byTasks) {
        var known = OrderReminders.none(order.buyer(), order.id(), Phase.PAYMENT);
        for (var task : byTasks) {
            var fate = new Fate.Dropped(ELEVEN, DropReason.TOO_LATE);
            known = known.with(new Reminder(known.next(), task, ELEVEN, fate));
        }
        return known;
    }

    private Judgement judged(Order order, Instant now, String... remindedBy) {
        return new RoundJudge(terms, ZoneOffset.UTC).judge(order, BuyerFacts.UNKNOWN, reminded(order, remindedBy), now);
    }

    @Test
    void remindsAtItsInstant() {
        assertThat(judged(placed(), ELEVEN.minusSeconds(1))).isEqualTo(new Later(terms, 1, ELEVEN));
        assertThat(judged(placed(), ELEVEN)).isEqualTo(new Now(terms, 1, ELEVEN));
    }

    @Test
    void remindsAgainWhomATaskHasReminded() {
        assertThat(judged(placed(), ELEVEN, "a task")).isEqualTo(new Now(terms, 2, ELEVEN));
    }

    @Test
    void remindsNobodyAThirdTime() {
        assertThat(judged(placed(), ELEVEN, "a task", "a task")).isInstanceOf(Settled.class);
    }

    @Test
    void remindsOnce() {
        assertThat(judged(placed(), ELEVEN, terms.id().value())).isInstanceOf(Settled.class);
    }

    @Test
    void leavesAloneWhomItIsNotFor() {
        var deal = anOrder("T1")
                .placedAt("2026-06-18T20:30:00Z")
                .from(Origin.GROUP_DEAL)
                .build();

        assertThat(judged(deal, ELEVEN)).isInstanceOf(Settled.class);
    }

    @Test
    void leavesAloneWhoHasPaid() {
        var paid = anOrder("T1")
                .placedAt("2026-06-18T20:30:00Z")
                .paidAt("2026-06-19T08:00:00Z")
                .build();

        assertThat(judged(paid, ELEVEN)).isInstanceOf(Settled.class);
    }

    @Test
    void isOverAnHourLater() {
        assertThat(judged(placed(), ELEVEN.plusSeconds(3_601)))
                .isEqualTo(new Drop(terms, 1, ELEVEN, DropReason.TOO_LATE));
    }

    @Test
    void waitsForItsHours() {
        var late = ATask.at("2026-06-21T23:00").within("08:00", "22:00").build();

        assertThat(new RoundJudge(late, ZoneOffset.UTC).judge(placed(), BuyerFacts.UNKNOWN, reminded(placed()), ELEVEN))
                .isEqualTo(new Later(late, 1, Instant.parse("2026-06-22T08:00:00Z")));
    }

    @Test
    void isForOneInstant() {
        assertThatThrownBy(() -> new RoundJudge(ATask.after(25).build(), ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhetherItIsForAnOrder() {
        assertThat(new RoundJudge(terms, ZoneOffset.UTC).verdicts(placed(), BuyerFacts.UNKNOWN))
                .isEqualTo(List.of(new Judge.TaskVerdict(terms, true, "It is for the order.")));
    }
}
