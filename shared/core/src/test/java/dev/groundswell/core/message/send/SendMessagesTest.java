package dev.groundswell.core.message.send;

import static dev.groundswell.core.message.send.SendDesk.CLEAR;
import static dev.groundswell.core.message.send.SendDesk.NO_CAP;
import static dev.groundswell.core.message.send.SendDesk.ONE_A_DAY;
import static dev.groundswell.core.message.send.SendDesk.STORE;
import static dev.groundswell.core.message.send.SendDesk.autumn;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.send.Recheck.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendMessagesTest {

    private static final List<Draft> SLICE = autumn(50);
    private static final Draft DRAFT = SLICE.getFirst();
    private static final Optional<MessageId> NO_ID = Optional.empty();

    private final SendDesk desk = new SendDesk();

    private Delivery sendOne() {
        return send(CLEAR);
    }

    private Delivery send(Recheck recheck) {
        return desk.send(List.of(DRAFT), ONE_A_DAY, recheck).values().iterator().next();
    }

    private MessageState state() {
        return desk.books(List.of(DRAFT)).values().iterator().next().state();
    }

    private static Recheck saying(Verdict verdict) {
        return (_, drafts) -> drafts.stream().collect(toMap(Draft::id, _ -> verdict));
    }

    private boolean isAsIfNobodyHadTried() {
        return desk.books(List.of(DRAFT)).isEmpty()
                && desk.messages
                        .slots(
                                STORE.id(),
                                DRAFT.id().address(),
                                ONE_A_DAY.orElseThrow().day())
                        .isEmpty();
    }

    @Nested
    class ASlice {

        @Test
        void reachesEachPersonOnceAndTheBooksSaySo() {
            assertThat(desk.send(SLICE).values()).containsOnly(new Delivery.Sent("memory", 2));
            assertThat(desk.passages.arrivals())
                    .containsExactlyElementsOf(SLICE.stream().map(Draft::id).toList());
            assertThat(desk.books(SLICE).values())
                    .hasSize(50)
                    .allSatisfy(message -> assertThat(message.outcome())
                            .contains(new Outcome.Sent(desk.now(), "memory", "its-" + message.id())));
        }

        @Test
        void isSentOnceHoweverOftenItComes() {
            desk.send(SLICE);
            assertThat(desk.send(SLICE.reversed()).values()).hasOnlyElementsOfType(Delivery.Taken.class);
            assertThat(desk.passages.arrivals()).hasSize(50);
        }

        @Test
        void isClaimedBeforeItIsChecked() {
            Recheck reader = (_, drafts) -> {
                assertThat(desk.books(drafts).values())
                        .extracting(Message::state)
                        .containsOnly(MessageState.CLAIMED);
                assertThat(desk.passages.arrivals()).isEmpty();
                return CLEAR.check(STORE.id(), drafts);
            };
            assertThat(desk.send(SLICE, NO_CAP, reader)).hasSize(50);
        }

        @Test
        void goesAsFarAsThePaceAllows() {
            desk.passages.admitting(20);
            var deliveries = desk.send(SLICE);
            assertThat(deliveries.values())
                    .filteredOn(Delivery.Sent.class::isInstance)
                    .hasSize(20);
            assertThat(deliveries.values())
                    .filteredOn(Delivery.NotNow.class::isInstance)
                    .hasSize(30);
            assertThat(desk.books(SLICE)).hasSize(20);
        }

        @Test
        void hasEachMessageOnceAndNotTooMany() {
            assertThatThrownBy(() -> desk.send(List.of(DRAFT, DRAFT))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> desk.send(autumn(51))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class WhatSpeaksAgainstAMessage {

        @Test
        void excludesItAndGivesItsSlotBack() {
            assertThat(send(saying(new Verdict.Exclude(ExclusionReason.BOUGHT_SINCE))))
                    .isEqualTo(new Delivery.Excluded(ExclusionReason.BOUGHT_SINCE));
            assertThat(desk.passages.arrivals()).isEmpty();
            assertThat(state()).isEqualTo(MessageState.EXCLUDED);
            assertThat(desk.send(List.of(AMessage.sms("winter", 0)), ONE_A_DAY, CLEAR)
                            .values())
                    .hasOnlyElementsOfType(Delivery.Sent.class);
        }

        @Test
        void mayHoldItForNow() {
            assertThat(send(saying(new Verdict.Hold("paused")))).isEqualTo(new Delivery.NotNow("paused"));
            assertThat(isAsIfNobodyHadTried()).isTrue();
            assertThat(sendOne()).isInstanceOf(Delivery.Sent.class);
        }

        @Test
        void mayBeThatTheAddressHadItsMessageOfTheDay() {
            sendOne();
            var second = AMessage.sms("winter", 0);
            assertThat(desk.send(List.of(second), ONE_A_DAY, CLEAR))
                    .containsEntry(second.id(), new Delivery.Excluded(ExclusionReason.FREQUENCY_CAP));
        }

        @Test
        void leavesTheOthersOfTheSlice() {
            Recheck everyThird = (_, drafts) -> drafts.stream()
                    .collect(toMap(
                            Draft::id,
                            draft -> drafts.indexOf(draft) % 3 == 0
                                    ? new Verdict.Exclude(ExclusionReason.UNSUBSCRIBED)
                                    : Recheck.GO));
            var deliveries = desk.send(SLICE, ONE_A_DAY, everyThird);
            assertThat(deliveries.values())
                    .filteredOn(Delivery.Sent.class::isInstance)
                    .hasSize(33);
            assertThat(deliveries.values())
                    .filteredOn(Delivery.Excluded.class::isInstance)
                    .hasSize(17);
        }
    }

    @Nested
    class AProvider {

        @Test
        void thatRefusesAMessageEndsIt() {
            desk.passages.answering(_ -> new Answer.Refused("INVALID", "No such number."));
            assertThat(sendOne()).isEqualTo(new Delivery.Failed("INVALID", "No such number."));
            assertThat(state()).isEqualTo(MessageState.FAILED);
        }

        @Test
        void thatTakesNothingLeavesItAsIfNobodyHadTried() {
            desk.passages.answering(_ -> new Answer.NotTaken("THROTTLED", "Too fast."));
            assertThat(sendOne()).isEqualTo(new Delivery.NotNow("Too fast."));
            assertThat(isAsIfNobodyHadTried()).isTrue();
        }

        @Test
        void whoseAnswerIsLostIsNotAskedAgain() {
            desk.passages.answering(_ -> new Answer.Lost("Timed out."));
            assertThat(sendOne()).isEqualTo(new Delivery.Unknown("Timed out."));
            assertThat(sendOne()).isInstanceOf(Delivery.Taken.class);
            assertThat(desk.passages.arrivals()).hasSize(1);
            assertThat(desk.messages.unknown(STORE.id(), "", NO_ID, 9))
                    .extracting(Message::id)
                    .containsExactly(DRAFT.id());
        }

        @Test
        void mayReportTheDeliveryBeforeItAnswers() {
            desk.passages.answering(draft -> {
                desk.messages.settle(STORE.id(), draft.id(), new Outcome.Delivered(desk.now(), "memory"));
                return new Answer.Accepted("m-1");
            });
            sendOne();
            assertThat(state()).isEqualTo(MessageState.DELIVERED);
        }

        @Test
        void isNotAskedOnceTheTimeIsOver() {
            Recheck slow = (store, drafts) -> {
                desk.pass(Duration.ofSeconds(10));
                return CLEAR.check(store, drafts);
            };
            assertThat(send(slow)).isInstanceOf(Delivery.NotNow.class);
            assertThat(desk.passages.arrivals()).isEmpty();
            assertThat(isAsIfNobodyHadTried()).isTrue();
        }
    }

    @Nested
    class AFailureBeforeAnythingIsSent {

        @Test
        void givesTheClaimsBack() {
            Recheck failing = (_, _) -> {
                throw new IllegalStateException("no table");
            };
            assertThatThrownBy(() -> send(failing)).hasMessage("no table");
            assertThat(isAsIfNobodyHadTried()).isTrue();
        }
    }

    @Nested
    class AnOwnerWhoIsLate {

        private void isGivenUp() {
            desk.pass(Duration.ofMinutes(2));
            var settled = new SettleExpiredClaims(desk.messages, desk.messages, desk.clock)
                    .settle(STORE.id(), desk.books(List.of(DRAFT)));
            assertThat(settled.values()).extracting(Message::state).containsExactly(MessageState.UNKNOWN);
        }

        @Test
        void stillSaysThatItSent() {
            desk.passages.answering(_ -> {
                isGivenUp();
                return new Answer.Accepted("m-1");
            });
            assertThat(sendOne()).isInstanceOf(Delivery.Sent.class);
            assertThat(state()).isEqualTo(MessageState.SENT);
        }

        @Test
        void stillSaysThatItDidNot() {
            desk.passages.answering(_ -> {
                isGivenUp();
                return new Answer.NotTaken("CLOSED", "Not reached.");
            });
            assertThat(sendOne()).isInstanceOf(Delivery.Failed.class);
            assertThat(state()).isEqualTo(MessageState.FAILED);
        }

        @Test
        void stillExcludes() {
            Recheck slow = (_, drafts) -> {
                isGivenUp();
                return drafts.stream().collect(toMap(Draft::id, _ -> new Verdict.Exclude(ExclusionReason.CANCELLED)));
            };
            assertThat(send(slow)).isEqualTo(new Delivery.Excluded(ExclusionReason.CANCELLED));
            assertThat(state()).isEqualTo(MessageState.EXCLUDED);
        }
    }
}
