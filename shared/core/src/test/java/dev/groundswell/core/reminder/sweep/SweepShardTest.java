package dev.groundswell.core.reminder.sweep;

import static dev.groundswell.core.reminder.sweep.ReminderDesk.NOON;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.STORE;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.TODAY;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.campaign.Mortal;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.WakeUps.Mark;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.OrderKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SweepShardTest {

    private final ReminderDesk desk = new ReminderDesk();

    @Nested
    class AnOrderThatStaysUnpaid {

        @Test
        void isRemindedAtItsMinuteAndOnce() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));

            desk.sweepFor(24);
            assertThat(desk.arrivals()).isEmpty();

            desk.sweepFor(1);
            assertThat(desk.arrivals()).containsExactly("T1");
            assertThat(desk.reminders("T1")).isEqualTo("1 SENT");

            desk.sweepFor(120);
            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void isRemindedASecondTimeWhereTheTaskSaysSo() {
            desk.tasks(ATask.after(25, 120).build());
            desk.comes(order("T1"));

            desk.sweepFor(119);
            assertThat(desk.arrivals()).containsExactly("T1");

            desk.sweepFor(1);
            assertThat(desk.arrivals()).containsExactly("T1", "T1/2");
            assertThat(desk.reminders("T1")).isEqualTo("1 SENT 2 SENT");
            assertThat(desk.wakeUps.all(STORE.id())).isEmpty();
        }

        @Test
        void isRemindedByTheTasksOfItsKindOnly() {
            desk.tasks(ATask.after(15).of(OrderKind.GROUP_DEAL).build());
            desk.comes(order("T1"));
            desk.comes(order("T2").from(Origin.GROUP_DEAL));

            desk.sweepFor(60);

            assertThat(desk.arrivals()).containsExactly("T2");
        }

        @Test
        void isRemindedLateAfterAnHourWithoutSweeps() {
            desk.tasks(ATask.after(25).patientFor(Duration.ofMinutes(60)).build());
            desk.comes(order("T1"));

            desk.pass(Duration.ofMinutes(80));
            desk.sweep();

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void isNotRemindedAbsurdlyLate() {
            desk.tasks(ATask.after(25, 120).patientFor(Duration.ofMinutes(60)).build());
            desk.comes(order("T1"));

            desk.pass(Duration.ofMinutes(86));
            desk.sweep();
            assertThat(desk.reminders("T1")).isEqualTo("1 TOO_LATE");

            desk.pass(Duration.ofMinutes(34));
            desk.sweep();
            assertThat(desk.reminders("T1")).isEqualTo("1 TOO_LATE 2 SENT");
        }

        @Test
        void isForgottenInTheEnd() {
            desk.tasks(ATask.after(25).switchedOff().build());
            desk.comes(order("T1"));
            desk.sweepFor(2);
            assertThat(desk.wakeUps.all(STORE.id())).hasSize(1);

            desk.pass(Duration.ofDays(60));
            desk.sweep();

            assertThat(desk.wakeUps.all(STORE.id())).isEmpty();
        }
    }

    @Nested
    class AnOrderThatChanges {

        @Test
        void hasOneWakeUpAfterItsFirstLook() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1").costing(7_194));
            desk.comes(order("T1").costing(6_000).modifiedAt(NOON.plusSeconds(5)));
            assertThat(desk.wakeUps.all(STORE.id())).hasSize(2);

            desk.sweepFor(1);

            assertThat(desk.wakeUps.all(STORE.id())).hasSize(1);
        }
    }

    @Nested
    class AnOrderThatIsPaid {

        @Test
        void isLookedAtOnceAndNeverAgain() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.pass(Duration.ofSeconds(30));
            desk.pays(order("T1"));

            desk.sweepFor(1);

            assertThat(desk.wakeUps.all(STORE.id())).isEmpty();
            assertThat(desk.reminders("T1")).isEmpty();
        }

        @Test
        void isNotRemindedThoughItIsPaidInTheMinuteBefore() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.sweepFor(24);
            desk.pass(Duration.ofSeconds(59));
            desk.pays(order("T1"));

            desk.sweepFor(1);

            assertThat(desk.arrivals()).isEmpty();
        }

        @Test
        void isNotRemindedThoughItIsPaidAfterItWasChosen() {
            desk.tasks(ATask.after(25).onceADay().build());
            desk.comes(order("T1"));
            desk.sweepFor(24);
            desk.pass(Duration.ofMinutes(1));

            desk.sweep(ReminderDesk.before("claim", () -> desk.pays(order("T1"))));

            assertThat(desk.arrivals()).isEmpty();
            assertThat(desk.reminders("T1")).isEqualTo("1 ORDER_CHANGED");
            assertThat(desk.reminders.ofDay(STORE.id(), new BuyerId("B-T1"), TODAY))
                    .isEmpty();
            assertThat(desk.spent()).isZero();
        }

        @Test
        void isNotRemindedOfAnotherOrderWhereTheTaskSaysSo() {
            desk.tasks(ATask.after(25).unlessPaidSince().build());
            desk.comes(order("T1").by("B"));
            desk.sweepFor(10);
            desk.pays(order("T2").by("B").placedAt(desk.now()));

            desk.sweepFor(20);

            assertThat(desk.reminders("T1")).isEqualTo("1 PAID_ANOTHER");
        }
    }

    @Nested
    class WhoseSweeperIsNotDone {

        private void dueNow() {
            desk.tasks(ATask.after(25).onceADay().build());
            desk.comes(order("T1"));
            desk.sweepFor(24);
            desk.pass(Duration.ofMinutes(1));
        }

        @Test
        void isLeftToItWhateverOthersThinkMeanwhile() {
            dueNow();

            desk.sweep(ReminderDesk.before("claim", () -> {
                desk.tasks(ATask.after(25).onceADay().switchedOff().build());
                desk.sweep();
                desk.tasks(ATask.after(25).onceADay().build());
            }));

            assertThat(desk.arrivals()).containsExactly("T1");
            assertThat(desk.reminders("T1")).isEqualTo("1 SENT");
        }

        @Test
        void isKnownToBeSentThoughItDiedBeforeItWasDone() {
            dueNow();
            desk.sweep(Mortal.at("delete"::equals));

            desk.pays(order("T1"));
            desk.sweepFor(5);

            assertThat(desk.reminders("T1")).isEqualTo("1 SENT");
            assertThat(desk.reminders.ofDay(STORE.id(), new BuyerId("B-T1"), TODAY))
                    .isPresent();
            assertThat(desk.spent()).isEqualTo(ReminderDesk.PRICE);
        }

        @Test
        void mayHaveBeenSentByOneThatDiedWhileSending() {
            dueNow();
            desk.sweep(Mortal.at("handOver"::equals));

            desk.sweepFor(5);

            assertThat(desk.reminders("T1")).isEqualTo("1 UNKNOWN");
            assertThat(desk.arrivals()).containsExactly("T1");
            assertThat(desk.spent()).isEqualTo(ReminderDesk.PRICE);
        }

        @Test
        void isSentAMinuteLaterWhereItDiedBeforeThat() {
            dueNow();
            desk.sweep(Mortal.at("claim"::equals));
            assertThat(desk.arrivals()).isEmpty();

            desk.sweepFor(1);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void isNotPaidForByOneWhoseBatchWasClosed() {
            dueNow();

            desk.sweep(ReminderDesk.before("reserve", () -> {
                desk.pass(Duration.ofMinutes(4));
                desk.settleBatches();
            }));
            assertThat(desk.arrivals()).isEmpty();
            desk.sweepFor(5);

            assertThat(desk.arrivals()).containsExactly("T1");
            assertThat(desk.spent()).isEqualTo(ReminderDesk.PRICE);
            assertThat(desk.wallets.find(STORE.id()).reserved()).isZero();
        }
    }

    @Nested
    class APresale {

        @Test
        void isRemindedOfItsDepositAndThenOfItsBalance() {
            desk.tasks(
                    ATask.after(30).of(OrderKind.PRESALE_DEPOSIT).numbered(1).build(),
                    ATask.at("2026-11-11T20:00")
                            .of(OrderKind.PRESALE_BALANCE)
                            .numbered(2)
                            .build());
            var order = order("T1").inPresale(1_000);
            desk.comes(order);
            desk.sweepFor(60);
            assertThat(desk.arrivals()).containsExactly("T1");

            desk.comes(order.with(OrderStatus.DEPOSIT_PAID).modifiedAt(desk.now()));
            desk.sweepFor(8 * 60);

            assertThat(desk.arrivals()).containsExactly("T1", "T1");
            assertThat(desk.ofOrder("T1").map(OrderReminders::phase)).containsExactly(Phase.DEPOSIT, Phase.BALANCE);
        }
    }

    @Nested
    class WhenTasksAreSaved {

        @Test
        void orderThatNobodyCaredForAreLookedAtAgain() {
            desk.comes(order("T1"));
            desk.sweepFor(10);

            desk.tasks(ATask.after(25).build());
            desk.sweepFor(15);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void whatIsDueSoonerGoesSooner() {
            desk.tasks(ATask.after(240).build());
            desk.comes(order("T1"));
            desk.sweepFor(10);

            desk.tasks(ATask.after(15).build());
            desk.sweepFor(5);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void nobodyIsRemindedByATaskThatIsSwitchedOff() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.sweepFor(24);

            desk.tasks(ATask.after(25).switchedOff().build());
            desk.sweepFor(10);

            assertThat(desk.arrivals()).isEmpty();
        }

        @Test
        void nobodyIsRemindedTwiceByAnEditedTask() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.sweepFor(25);

            desk.tasks(ATask.after(40).named("Edited").build());
            desk.sweepFor(60);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void thatCountsForOrdersThatAreJustBeingLookedAt() {
            desk.tasks(ATask.after(240).build());
            desk.comes(order("T1"));
            desk.pass(Duration.ofMinutes(1));

            desk.sweep(
                    ReminderDesk.before("put", () -> desk.tasks(ATask.after(15).build())));
            desk.sweepFor(14);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void thatCountsThoughAnotherSweeperReliesOnAWakeUpThatIsBeingDeleted() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.sweepFor(10);
            desk.tasks(ATask.after(25).switchedOff().build());

            desk.sweep(ReminderDesk.before("delete", () -> {
                desk.tasks(ATask.after(25).build());
                desk.sweep();
            }));
            desk.sweepFor(15);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void thatCountsThoughASweeperKnewOnlyTheTasksBefore() {
            desk.tasks(ATask.after(240).build());
            var before = desk.tasks.read(STORE.id());
            desk.tasks(ATask.after(15).build());
            desk.sweep();
            desk.comes(order("T1"));
            desk.pass(Duration.ofMinutes(1));

            desk.sweepBy(before);
            desk.sweepFor(14);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void thatCountsForAMessageThatWasChosen() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.sweepFor(24);
            desk.pass(Duration.ofMinutes(1));

            desk.sweep(ReminderDesk.before(
                    "claim", () -> desk.tasks(ATask.after(25).switchedOff().build())));
            assertThat(desk.arrivals()).isEmpty();

            desk.sweepFor(2);
            assertThat(desk.arrivals()).isEmpty();
            assertThat(desk.reminders("T1")).isEqualTo("1 TASK_CHANGED");
        }

        @Test
        void eachShardIsGoneThroughOnce() {
            for (var i = 0; i < 300; i++) {
                desk.comes(order("T" + i));
            }
            desk.sweepFor(1);
            desk.tasks(ATask.after(25).build());

            desk.sweepFor(1);

            assertThat(desk.marks()).containsOnly(new Mark(1, Optional.empty()));
            assertThat(desk.wakeUps.all(STORE.id()))
                    .hasSize(300)
                    .allMatch(wakeUp -> wakeUp.due().equals(NOON.plus(Duration.ofMinutes(25))));
        }

        @Test
        void anOrderThatHasItsNextWakeUpAlreadyKeepsIt() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));
            desk.sweepFor(1);
            var first = desk.wakeUps.all(STORE.id()).getFirst();
            var next = new WakeUp(
                    NOON.plus(Duration.ofMinutes(30)), first.buyer(), first.order(), first.token(), first.round());
            desk.wakeUps.put(STORE.id(), List.of(next));

            desk.tasks(ATask.after(30).build());
            desk.sweep();

            assertThat(desk.wakeUps.all(STORE.id())).containsExactly(next);
        }

        @Test
        void anOrderKeepsItsWakeUpWhereItsNeighboursAreDone() {
            desk.tasks(ATask.after(25).build());
            desk.places(3);
            desk.sweepFor(1);
            var last = desk.wakeUps.all(STORE.id()).getLast();
            desk.wakeUps.all(STORE.id()).stream()
                    .filter(wakeUp -> !wakeUp.equals(last))
                    .forEach(wakeUp -> desk.pays(order(wakeUp.order().value())));

            desk.tasks(ATask.after(25).build());
            desk.sweep();

            assertThat(desk.wakeUps.all(STORE.id())).containsExactly(last);
        }

        @Test
        void aSweepGoesOnWhereTheOneBeforeRanOutOfTime() {
            desk.places(SweepLimits.PAGE * 2 + 10);
            desk.sweepFor(1);
            desk.tasks(ATask.after(25).build());
            desk.pass(Duration.ofMinutes(1));

            var swept = new ArrayList<SweepShard.Swept>();
            do {
                swept.add(desk.sweepShardOf("T0", 2));
            } while (!swept.getLast().isDone());

            assertThat(swept).hasSizeGreaterThan(2).allMatch(each -> each.looked() <= SweepLimits.PAGE);
            assertThat(swept.stream().mapToInt(SweepShard.Swept::looked).sum()).isEqualTo(SweepLimits.PAGE * 2 + 10);
            assertThat(desk.sweepShardOf("T0", 2)).isEqualTo(new SweepShard.Swept(0, true));
        }
    }

    @Nested
    class WhatIsDueAtOnce {

        @Test
        void isSentPageByPage() {
            desk.tasks(ATask.after(25).build());
            desk.places(SweepLimits.PAGE + 50);

            desk.sweepFor(25);

            assertThat(desk.arrivals()).doesNotHaveDuplicates().hasSize(SweepLimits.PAGE + 50);
        }

        @Test
        void isGoneOnWithAtOnceWhereASweepsTimeIsOver() {
            desk.tasks(ATask.after(25).build());
            desk.places(SweepLimits.PAGE + 50);
            desk.sweepFor(1);
            desk.pass(Duration.ofMinutes(24));

            assertThat(desk.sweepShardOf("T0", 1)).isEqualTo(new SweepShard.Swept(SweepLimits.PAGE, false));
            assertThat(desk.sweepShardOf("T0", 5)).isEqualTo(new SweepShard.Swept(50, true));
        }
    }
}
