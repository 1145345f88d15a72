package dev.groundswell.core.reminder.sweep;

import static dev.groundswell.core.reminder.sweep.ReminderDesk.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.sweep.SweepShard.Swept;
import dev.groundswell.core.reminder.task.ATask;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** More orders are due in the shard of T0 than a page has. */
class SweepStoreTest {

    private static final int ORDERS = SweepLimits.PAGE + 50;

    private final ReminderDesk desk = new ReminderDesk();

    @BeforeEach
    void muchIsDue() {
        desk.tasks(ATask.after(25).build());
        desk.places(ORDERS);
        desk.sweepFor(24);
        desk.pass(Duration.ofMinutes(1));
    }

    private boolean take(String owner) {
        return desk.leases.take(
                STORE.id(),
                WakeUps.shardOf(new OrderId("T0")),
                owner,
                desk.now(),
                desk.now().plus(SweepLimits.LEASED_FOR));
    }

    @Nested
    class AWorkerThatGoesOn {

        @Test
        void takesAllThatIsDueAndLeavesTheShardToOthers() {
            assertThat(desk.goOnWithShardOf("T0", 10)).isEqualTo(new Swept(ORDERS, true));

            assertThat(desk.arrivals()).hasSize(ORDERS).doesNotHaveDuplicates();
            assertThat(take("somebody")).isTrue();
        }

        @Test
        void doesNothingWhereSomebodyElseIsAtIt() {
            take("somebody");

            assertThat(desk.goOnWithShardOf("T0", 10)).isEqualTo(new Swept(0, true));

            assertThat(desk.arrivals()).isEmpty();
        }

        @Test
        void takesOverFromOneThatDied() {
            take("somebody");
            desk.pass(SweepLimits.LEASED_FOR);

            assertThat(desk.goOnWithShardOf("T0", 10).isDone()).isTrue();

            assertThat(desk.arrivals()).hasSize(ORDERS);
        }

        @Test
        void isAloneAtItPageByPage() {
            var others = new ArrayList<Swept>();
            var meets = ReminderDesk.before("delete", () -> others.add(desk.goOnWithShardOf("T0", 10)));

            assertThat(desk.goOnWithShardOf("T0", 10, meets)).isEqualTo(new Swept(ORDERS, true));

            assertThat(others).containsExactly(new Swept(0, true));
        }

        @Test
        void stopsWhereItWasSoSlowThatSomebodyElseTookOver() {
            var slow = ReminderDesk.before("delete", () -> {
                desk.pass(SweepLimits.LEASED_FOR);
                assertThat(take("somebody")).isTrue();
            });

            assertThat(desk.goOnWithShardOf("T0", 10, slow)).isEqualTo(new Swept(SweepLimits.PAGE, false));

            assertThat(take("another")).isFalse();
        }

        @Test
        void leavesTheShardToOthersWhenItFails() {
            var failing = ReminderDesk.before("delete", () -> {
                throw new IllegalStateException("No answer.");
            });

            assertThatThrownBy(() -> desk.goOnWithShardOf("T0", 10, failing)).hasMessage("No answer.");

            assertThat(take("somebody")).isTrue();
        }
    }
}
