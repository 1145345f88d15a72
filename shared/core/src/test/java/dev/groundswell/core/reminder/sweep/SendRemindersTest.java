package dev.groundswell.core.reminder.sweep;

import static dev.groundswell.core.reminder.sweep.ReminderDesk.NOON;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.STORE;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.TODAY;
import static dev.groundswell.core.reminder.sweep.ReminderDesk.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.ReminderTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendRemindersTest {

    private final ReminderDesk desk = new ReminderDesk();

    private void dueTogether(String... orders) {
        for (var order : orders) {
            desk.comes(order(order));
        }
        desk.sweepFor(24);
        desk.pass(Duration.ofMinutes(1));
    }

    private Fate.Chosen chosen(String order) {
        var fate = desk.ofOrder(order)
                .findFirst()
                .orElseThrow()
                .reminders()
                .getLast()
                .fate();
        return (Fate.Chosen) fate;
    }

    @Nested
    class WhatIsSent {

        @Test
        void isWrittenDownOnceWithItsPrice() {
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");

            desk.sweep();

            assertThat(desk.reminders.all(STORE.id())).singleElement().satisfies(kept -> {
                assertThat(kept.revision()).isEqualTo(1);
                assertThat(((Fate.Chosen) kept.reminders().getFirst().fate()).latest())
                        .isEqualTo(new Fate.News(MessageState.SENT, desk.now(), Optional.empty(), 4_000));
            });
            assertThat(chosen("T1").news())
                    .contains(new Fate.News(MessageState.SENT, desk.now(), Optional.of(desk.now()), 4_000));
            assertThat(desk.spent()).isEqualTo(ReminderDesk.PRICE);
        }

        @Test
        void isANoticeToTheOrdersAddressWithALinkOfItsOwn() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1").payableAt("https://pay.example/T1"));

            desk.sweepFor(25);

            var message = desk.messages.all(STORE.id()).getFirst();
            assertThat(message.facts().kind()).isEqualTo(MessageKind.NOTICE);
            assertThat(message.facts().address()).contains(new Phone(ReminderDesk.phone("T1")));
            assertThat(desk.keptLinks).singleElement().satisfies(link -> {
                assertThat(link.target()).isEqualTo(URI.create("https://pay.example/T1"));
                assertThat(link.message()).isEqualTo(message.id());
            });
        }

        @Test
        void hasNoLinkToAPageThatIsNotSafe() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1").payableAt("http://user@pay.example/T1"));

            desk.sweepFor(25);

            assertThat(desk.arrivals()).containsExactly("T1");
            assertThat(desk.keptLinks).isEmpty();
        }

        @Test
        void isPaidForThoughNobodyKnowsWhetherItWas() {
            desk.passages.answering(_ -> new Answer.Lost("No answer."));
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");

            desk.sweep();

            assertThat(desk.reminders("T1")).isEqualTo("1 UNKNOWN");
            assertThat(desk.spent()).isEqualTo(ReminderDesk.PRICE);
        }

        @Test
        void costsNothingWhereTheProviderRefusesIt() {
            desk.passages.answering(_ -> new Answer.Refused("INVALID", "No such number."));
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");

            desk.sweep();

            assertThat(desk.reminders("T1")).isEqualTo("1 FAILED");
            assertThat(desk.spent()).isZero();
            assertThat(desk.wallets.find(STORE.id()).reserved()).isZero();
        }
    }

    @Nested
    class NotNow {

        @Test
        void isForAnotherSweepWhereTheProvidersTakeNothing() {
            desk.passages.admitting(0);
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");
            desk.sweep();
            assertThat(desk.arrivals()).isEmpty();

            desk.passages.admitting(50);
            desk.sweepFor(1);

            assertThat(desk.arrivals()).containsExactly("T1");
        }

        @Test
        void isTriedAgainAtOnceWhereTheProvidersTakeSome() {
            desk.passages.admitting(1);
            desk.tasks(ATask.after(25).build());
            dueTogether("T1", "T2", "T3");

            desk.sweep();

            assertThat(desk.arrivals()).containsExactlyInAnyOrder("T1", "T2", "T3");
        }

        @Test
        void isForWhenThereIsMoney() {
            desk.purse(2 * ReminderDesk.PRICE);
            desk.tasks(ATask.after(25).build());
            dueTogether("T1", "T2", "T3");
            desk.sweep();
            assertThat(desk.arrivals()).hasSize(2);
            assertThat(desk.batches.open(STORE.id(), desk.now(), 10)).isEmpty();

            desk.wallets.recharge(STORE.id(), "second", 100, "tester", desk.now());
            desk.sweepFor(1);

            assertThat(desk.arrivals()).containsExactlyInAnyOrder("T1", "T2", "T3");
        }

        @Test
        void isForTheStoresHours() {
            desk.hours(new SendingHours(
                    Channel.SMS, MessageKind.NOTICE, LocalTime.of(12, 30), LocalTime.of(20, 0), Outside.WAIT));
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1"));

            desk.sweepFor(29);
            assertThat(desk.reminders("T1")).isEmpty();

            desk.sweepFor(1);
            assertThat(desk.reminders("T1")).isEqualTo("1 SENT");
        }

        @Test
        void isGivenUpWhenTheTasksPatienceIsOver() {
            desk.passages.admitting(0);
            desk.tasks(ATask.after(25)
                    .patientFor(Duration.ofMinutes(10))
                    .onceADay()
                    .build());
            dueTogether("T1");

            desk.sweep();
            desk.sweepFor(11);

            assertThat(desk.reminders("T1")).isEqualTo("1 TOO_LATE");
            assertThat(desk.reminders.ofDay(STORE.id(), new BuyerId("B-T1"), TODAY))
                    .isEmpty();
        }
    }

    @Nested
    class Never {

        private void assertDropped(DropReason reason) {
            desk.sweep();
            desk.sweepFor(5);

            assertThat(desk.reminders("T1")).isEqualTo("1 " + reason);
            assertThat(desk.arrivals()).isEmpty();
            assertThat(desk.wakeUps.all(STORE.id()))
                    .noneMatch(wakeUp -> wakeUp.due().isBefore(desk.now()));
            assertThat(desk.spent()).isZero();
            assertThat(desk.wallets.find(STORE.id()).reserved()).isZero();
        }

        @Test
        void whereTheStoreDoesNotSendAtThisTime() {
            desk.hours(new SendingHours(
                    Channel.SMS, MessageKind.NOTICE, LocalTime.of(13, 0), LocalTime.of(20, 0), Outside.DROP));
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");

            assertDropped(DropReason.SENDING_HOURS);
        }

        @Test
        void whereNoAddressIsWritten() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1").of("Li Si", null, "li@qq.com"));
            desk.sweepFor(25);

            assertDropped(DropReason.NO_ADDRESS);
        }

        @Test
        void whereItsAddressIsMasked() {
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T1").of("Li Si", "138****0000", null));
            desk.sweepFor(25);

            assertDropped(DropReason.INVALID_ADDRESS);
        }

        @Test
        void whereThePersonWantsNothing() {
            desk.tasks(ATask.after(25).onceADay().build());
            dueTogether("T1");
            desk.standings.note(
                    STORE.id(),
                    AddressKey.of(new Phone(ReminderDesk.phone("T1"))),
                    Bar.UNSUBSCRIBED,
                    new Barring(true, NOON, "sms-reply", "tester"));

            assertDropped(DropReason.UNSUBSCRIBED);
        }

        @Test
        void whereTheAddressHadItsMessagesOfTheDay() {
            desk.messagesADay(1);
            desk.tasks(ATask.after(25).build());
            desk.comes(order("T0").of("Zhang San", "+8613800000000", null));
            desk.sweepFor(25);
            assertThat(desk.arrivals()).containsExactly("T0");

            desk.comes(order("T1").of("Zhang San", "+8613800000000", null).placedAt(desk.now()));
            desk.sweepFor(25);

            assertThat(desk.reminders("T1")).isEqualTo("1 FREQUENCY_CAP");
        }

        @Test
        void whereTheBuyerWasRemindedOnThatDay() {
            desk.tasks(ATask.after(25, 24 * 60).onceADay().build());
            desk.comes(order("T0").by("B"));
            desk.comes(order("T1").by("B").placedAt(NOON.plusSeconds(1)));

            desk.sweepFor(26);
            assertThat(desk.arrivals()).containsExactly("T0");
            assertThat(desk.reminders("T1")).isEqualTo("1 ONCE_A_DAY");

            desk.pass(Duration.ofHours(23));
            desk.sweepFor(60);
            assertThat(desk.arrivals()).containsExactly("T0", "T0/2");
            assertThat(desk.reminders("T1")).isEqualTo("1 ONCE_A_DAY 2 ONCE_A_DAY");
        }

        @Test
        void whereTheBuyerHadAsManyAsTheTaskAllows() {
            desk.tasks(ATask.after(25).atMostForBuyer(1).build());
            desk.comes(order("T0").by("B"));
            desk.comes(order("T1").by("B").placedAt(NOON.plus(Duration.ofDays(3))));

            desk.sweepFor(25);
            desk.pass(Duration.ofDays(3));
            desk.sweep();

            assertThat(desk.reminders("T1")).isEqualTo("1 BUYER_LIMIT");
        }

        @Test
        void forTheLimitThatIsReachedOfTwo() {
            desk.tasks(ATask.after(25).onceADay().atMostForBuyer(1).build());
            desk.comes(order("T0").by("B"));
            desk.comes(order("T1").by("B").placedAt(NOON.plus(Duration.ofDays(3))));

            desk.sweepFor(25);
            desk.pass(Duration.ofDays(3));
            desk.sweep();

            assertThat(desk.reminders("T1")).isEqualTo("1 BUYER_LIMIT");
        }

        @Test
        void toAnotherAddressThanItWasChosenFor() {
            desk.passages.admitting(0);
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");
            desk.sweep();
            desk.comes(order("T1").of("Zhang San", "+8613800000009", null).modifiedAt(desk.now()));
            desk.passages.admitting(50);

            assertDropped(DropReason.ORDER_CHANGED);
        }
    }

    @Nested
    class ARound {

        private static final String ROUND = "20261111T040000Z-0000002a";

        private final ReminderTask terms = ATask.at("2026-11-11T12:10")
                .madeAt("2026-11-11T04:00:00Z")
                .numbered(42)
                .build();

        private void wakes(String order) {
            desk.rounds.put(ROUND, terms);
            desk.wakeUps.put(
                    STORE.id(),
                    List.of(new WakeUp(
                            NOON.plus(Duration.ofMinutes(10)),
                            new BuyerId("B-" + order),
                            new OrderId(order),
                            "by hand",
                            Optional.of(ROUND))));
        }

        @Test
        void remindsByItsOwnTerms() {
            desk.comes(order("T1").placedAt(NOON.minus(Duration.ofHours(1))));
            wakes("T1");

            desk.sweepFor(10);

            assertThat(desk.arrivals()).containsExactly("T1");
            assertThat(desk.ofOrder("T1")
                            .flatMap(kept -> kept.reminders().stream())
                            .map(Reminder::task))
                    .containsExactly(ROUND);
        }

        @Test
        void remindsNobodyWhoHasPaid() {
            desk.pays(order("T1").placedAt(NOON.minus(Duration.ofHours(1))));
            wakes("T1");

            desk.sweepFor(10);

            assertThat(desk.arrivals()).isEmpty();
            assertThat(desk.wakeUps.all(STORE.id())).isEmpty();
        }

        @Test
        void isOverWhereNobodyKnowsItAnyMore() {
            desk.comes(order("T1").placedAt(NOON.minus(Duration.ofHours(1))));
            wakes("T1");
            desk.rounds.clear();

            desk.sweepFor(10);

            assertThat(desk.wakeUps.all(STORE.id()))
                    .noneMatch(wakeUp -> wakeUp.round().isPresent());
        }

        @Test
        void isNotGivenUpByATaskThatFindsItChosen() {
            desk.passages.admitting(0);
            desk.comes(order("T1").placedAt(NOON.minus(Duration.ofHours(1))));
            wakes("T1");
            desk.sweepFor(10);

            desk.tasks(ATask.after(240).build());
            desk.passages.admitting(50);
            desk.sweepFor(3);

            assertThat(desk.arrivals()).containsExactly("T1");
        }
    }

    @Nested
    class AReportOfTheProvider {

        private void reported(Outcome outcome) {
            var id = desk.messages.all(STORE.id()).getFirst().id();
            var settled = desk.messages.settle(STORE.id(), id, outcome).orElseThrow();
            new CountReminderOutcome(desk.reminders, desk.providers).count(STORE.id(), settled.message());
        }

        @Test
        void isNotedWithTheOrder() {
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");
            desk.sweep();
            var sentAt = desk.now();
            desk.pass(Duration.ofSeconds(5));

            reported(new Outcome.Delivered(desk.now(), "memory"));

            assertThat(chosen("T1").news())
                    .contains(new Fate.News(MessageState.DELIVERED, desk.now(), Optional.of(sentAt), 4_000));
        }

        @Test
        void mayComeBeforeWhoeverSentItWroteItDown() {
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");

            desk.sweep(ReminderDesk.before(
                    "handOver", () -> reported(new Outcome.Failed(desk.now(), "memory", "X", "No."))));

            assertThat(desk.reminders("T1")).isEqualTo("1 FAILED");
        }

        @Test
        void isForgottenForAnotherSendersMessage() {
            var message = AMessage.sms("a", 1);
            var claim = new Message.Claim("me", NOON, NOON.plusSeconds(30));
            desk.messages.claim(STORE.id(), claim, Optional.empty(), List.of(message));

            reported(new Outcome.Delivered(NOON, "memory"));

            assertThat(desk.reminders.all(STORE.id())).isEmpty();
        }
    }

    @Nested
    class AClickOnItsLink {

        private void clicked(Instant at) {
            var id = desk.messages.all(STORE.id()).getFirst().id();
            new NoteReminderClick(desk.messages, desk.reminders).clicked(STORE.id(), id, at);
        }

        @Test
        void isNotedWithTheOrderOnce() {
            desk.tasks(ATask.after(25).build());
            dueTogether("T1");
            desk.sweep();
            var first = desk.now().plusSeconds(30);

            clicked(first);
            var noted = desk.reminders.all(STORE.id());
            clicked(first);

            assertThat(chosen("T1").clicked()).contains(first);
            assertThat(desk.reminders.all(STORE.id())).isEqualTo(noted);
        }

        @Test
        void isForgottenForAnotherSendersMessage() {
            var message = AMessage.sms("a", 1);
            var claim = new Message.Claim("me", NOON, NOON.plusSeconds(30));
            desk.messages.claim(STORE.id(), claim, Optional.empty(), List.of(message));

            clicked(NOON);

            assertThat(desk.reminders.all(STORE.id())).isEmpty();
        }
    }
}
