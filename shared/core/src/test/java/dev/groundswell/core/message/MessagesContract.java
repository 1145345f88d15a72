package dev.groundswell.core.message;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.message.send.Claims.Claimed;
import dev.groundswell.core.message.send.Claims.DayCap;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link Messages} with {@link Claims} do, whatever keeps them. */
public abstract class MessagesContract {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:01.123456Z");
    private static final Instant LATER = NOW.plusSeconds(90);
    private static final Optional<DayCap> NO_CAP = Optional.empty();
    private static final Optional<DayCap> ONE_A_DAY = Optional.of(new DayCap(LocalDate.of(2026, 11, 11), 1));

    private static final Message.Claim CLAIM = new Message.Claim("a", NOW, NOW.plusSeconds(30));
    private static final Message.Claim ANOTHER = new Message.Claim("b", LATER, LATER.plusSeconds(30));

    private static final Outcome SENT = new Outcome.Sent(NOW.plusSeconds(1), "sns", "m-1");
    private static final Outcome DELIVERED = new Outcome.Delivered(NOW.plusSeconds(4), "sns");
    private static final Outcome FAILED = new Outcome.Failed(NOW.plusSeconds(9), "sns", "BLOCKED", "By the carrier.");
    private static final Outcome.Unknown UNKNOWN = new Outcome.Unknown(LATER, "p1", "silent");

    private static final Draft DRAFT = AMessage.sms("autumn", 1);

    protected abstract Messages messages();

    protected abstract Claims claims();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private Map<MessageId, Claimed> claim(Optional<DayCap> cap, Draft... drafts) {
        return claims().claim(store(), CLAIM, cap, List.of(drafts));
    }

    private Message found(Draft draft) {
        return requireNonNull(messages().find(store(), List.of(draft.id())).get(draft.id()));
    }

    private Message settled(Draft draft, Outcome outcome) {
        return messages().settle(store(), draft.id(), outcome).orElseThrow().message();
    }

    private static Message claimed(Draft draft, Message.Claim claim) {
        return new Message(
                draft.id(),
                Message.Facts.of(draft),
                Optional.of(claim),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Nested
    class AClaim {

        @Test
        void isInTheBooksWithAllThatIsKnownOfTheMessage() {
            var mail = AMessage.mail("autumn", 2);
            assertThat(claim(NO_CAP, DRAFT, mail).values()).hasOnlyElementsOfType(Claimed.Mine.class);
            assertThat(found(DRAFT)).isEqualTo(claimed(DRAFT, CLAIM));
            assertThat(found(mail)).isEqualTo(claimed(mail, CLAIM));
        }

        @Test
        void isGivenOnceForEachId() {
            claim(NO_CAP, DRAFT);
            var again = claims().claim(store(), ANOTHER, NO_CAP, List.of(DRAFT));
            assertThat(again).containsExactly(Map.entry(DRAFT.id(), new Claimed.Taken(claimed(DRAFT, CLAIM))));
        }

        @Test
        void ofSomeInABatchLeavesTheOthersToTheirFirstOwner() {
            var all = IntStream.range(0, 50)
                    .mapToObj(person -> AMessage.sms("autumn", person))
                    .toList();
            claims().claim(store(), CLAIM, ONE_A_DAY, all.subList(10, 20));
            var claimed = claims().claim(store(), ANOTHER, ONE_A_DAY, all);
            assertThat(all)
                    .allSatisfy(draft -> assertThat(claimed.get(draft.id()))
                            .isInstanceOf(all.indexOf(draft) / 10 == 1 ? Claimed.Taken.class : Claimed.Mine.class));
        }

        @Test
        void isNotTakenAgainWhileItIsKnown() {
            claim(NO_CAP, DRAFT);
            settled(DRAFT, FAILED);
            assertThat(claim(NO_CAP, DRAFT).get(DRAFT.id())).isInstanceOf(Claimed.Taken.class);
        }
    }

    /** What a provider took of a claim is written down for all its messages together. */
    @Nested
    class AHandover {

        private static final Outcome.Sent TAKEN = new Outcome.Sent(NOW.plusSeconds(1), "sns", "m-1");
        private static final Outcome.Sent BY_ANOTHER = new Outcome.Sent(NOW.plusSeconds(1), "p2", "x/2");

        private final Draft other = AMessage.sms("autumn", 2);
        private final Draft third = AMessage.sms("autumn", 3);

        private void handOver() {
            claim(ONE_A_DAY, DRAFT, other, third);
            claims().handOver(store(), CLAIM, Map.of(DRAFT.id(), TAKEN, other.id(), BY_ANOTHER));
        }

        @Test
        void isTheOutcomeOfEachOfItsMessages() {
            handOver();
            assertThat(found(DRAFT).outcome()).contains(TAKEN);
            assertThat(found(DRAFT).handover()).contains(TAKEN);
            assertThat(found(other).outcome()).contains(BY_ANOTHER);
            assertThat(found(third).outcome()).isEmpty();
        }

        @Test
        void isSeenByWhoeverReadsTheAddress() {
            handOver();
            assertThat(messages().ofAddress(store(), other.id().address()))
                    .extracting(Message::handover)
                    .containsExactly(Optional.of(BY_ANOTHER));
        }

        @Test
        void isToldToWhoeverWantsToSendTheSame() {
            handOver();
            assertThat(claims().claim(store(), ANOTHER, NO_CAP, List.of(DRAFT, third)))
                    .containsEntry(DRAFT.id(), new Claimed.Taken(found(DRAFT)))
                    .containsEntry(third.id(), new Claimed.Taken(claimed(third, CLAIM)));
        }

        @Test
        void staysWhatIsKnownOfTheSendingOnceMoreIsHeard() {
            handOver();
            var settled = messages().settle(store(), DRAFT.id(), DELIVERED).orElseThrow();
            assertThat(settled.isNews()).isTrue();
            assertThat(settled.message().handover()).contains(TAKEN);
            assertThat(found(DRAFT).outcome()).contains(DELIVERED);
            assertThat(found(DRAFT).handover()).contains(TAKEN);
        }

        @Test
        void isNoNewsTheSecondTime() {
            handOver();
            var again = messages().settle(store(), DRAFT.id(), SENT).orElseThrow();
            assertThat(again.isNews()).isFalse();
            assertThat(again.message()).isEqualTo(found(DRAFT));
            assertThat(messages().settle(store(), Map.of(other.id(), SENT, third.id(), SENT)))
                    .containsOnlyKeys(other.id());
            assertThat(found(other).outcome()).contains(BY_ANOTHER);
            assertThat(found(third).outcome()).contains(SENT);
        }

        @Test
        void overrulesThatNobodyKnew() {
            handOver();
            assertThat(messages().settle(store(), Map.of(DRAFT.id(), UNKNOWN))).containsOnlyKeys(DRAFT.id());
            assertThat(messages()
                            .settle(store(), DRAFT.id(), UNKNOWN)
                            .orElseThrow()
                            .isNews())
                    .isFalse();
            assertThat(found(DRAFT).outcome()).contains(TAKEN);
            assertThat(messages().unknown(store(), "", Optional.empty(), 10)).isEmpty();
            assertThat(messages().resend(store(), DRAFT.id())).isEmpty();
        }

        @Test
        void ofAnUnknownMessageIsItsOutcome() {
            claim(NO_CAP, DRAFT);
            messages().settle(store(), Map.of(DRAFT.id(), UNKNOWN));
            claims().handOver(store(), CLAIM, Map.of(DRAFT.id(), TAKEN));
            assertThat(found(DRAFT).outcome()).contains(TAKEN);
            assertThat(messages().unknown(store(), "", Optional.empty(), 10)).isEmpty();
            assertThat(messages().resend(store(), DRAFT.id())).isEmpty();
        }

        @Test
        void doesNotOverruleWhatWasHeardBefore() {
            claim(NO_CAP, DRAFT);
            messages().settle(store(), Map.of(DRAFT.id(), FAILED));
            claims().handOver(store(), CLAIM, Map.of(DRAFT.id(), TAKEN));
            assertThat(found(DRAFT).outcome()).contains(FAILED);
        }
    }

    @Nested
    class ACapOfADay {

        private final Draft other = AMessage.sms("winter", 1);

        @Test
        void letsSoManyThroughAndWritesDownThatTheOthersAreExcluded() {
            assertThat(claim(ONE_A_DAY, DRAFT).get(DRAFT.id())).isEqualTo(new Claimed.Mine());
            assertThat(claim(ONE_A_DAY, other).get(other.id())).isEqualTo(new Claimed.Capped());
            assertThat(found(other).outcome()).contains(new Outcome.Excluded(NOW, ExclusionReason.FREQUENCY_CAP));
        }

        @Test
        void countsTwoOfOneCallToo() {
            assertThat(claim(ONE_A_DAY, DRAFT, other))
                    .containsOnly(
                            Map.entry(DRAFT.id(), new Claimed.Mine()), Map.entry(other.id(), new Claimed.Capped()));
        }

        @Test
        void isOfEachAddressAlone() {
            var person2 = AMessage.sms("autumn", 2);
            assertThat(claim(ONE_A_DAY, DRAFT, person2).values()).hasOnlyElementsOfType(Claimed.Mine.class);
        }

        @Test
        void beginsAgainTheNextDay() {
            claim(ONE_A_DAY, DRAFT);
            var nextDay = Optional.of(new DayCap(LocalDate.of(2026, 11, 12), 1));
            assertThat(claim(nextDay, other).get(other.id())).isEqualTo(new Claimed.Mine());
        }

        @Test
        void hasTheSlotAgainOfWhatIsReleased() {
            claim(ONE_A_DAY, DRAFT);
            claims().release(store(), CLAIM, ONE_A_DAY, List.of(DRAFT.id()));
            assertThat(claim(ONE_A_DAY, other).get(other.id())).isEqualTo(new Claimed.Mine());
        }

        @Test
        void hasTheSlotAgainOfWhatIsExcluded() {
            claim(ONE_A_DAY, DRAFT);
            claims().exclude(store(), ONE_A_DAY, NOW, Map.of(DRAFT.id(), ExclusionReason.BOUGHT_SINCE));
            assertThat(found(DRAFT).outcome()).contains(new Outcome.Excluded(NOW, ExclusionReason.BOUGHT_SINCE));
            assertThat(claim(ONE_A_DAY, other).get(other.id())).isEqualTo(new Claimed.Mine());
        }

        @Test
        void keepsTheSlotOfWhatIsUnknown() {
            claim(ONE_A_DAY, DRAFT);
            settled(DRAFT, UNKNOWN);
            assertThat(claim(ONE_A_DAY, other).get(other.id())).isEqualTo(new Claimed.Capped());
        }

        @Test
        void saysOfAKnownMessageThatItIsTakenNotThatItIsTooMany() {
            claim(ONE_A_DAY, DRAFT);
            claim(ONE_A_DAY, other);
            assertThat(claim(ONE_A_DAY, DRAFT, other).values()).hasOnlyElementsOfType(Claimed.Taken.class);
        }
    }

    @Nested
    class ARelease {

        @Test
        void isAsIfNobodyHadClaimedIt() {
            claim(NO_CAP, DRAFT);
            assertThat(claims().release(store(), CLAIM, NO_CAP, List.of(DRAFT.id())))
                    .containsExactly(DRAFT.id());
            assertThat(messages().find(store(), List.of(DRAFT.id()))).isEmpty();
            assertThat(claim(NO_CAP, DRAFT).get(DRAFT.id())).isEqualTo(new Claimed.Mine());
        }

        @Test
        void isTheOwnersOnly() {
            claim(NO_CAP, DRAFT);
            assertThat(claims().release(store(), ANOTHER, NO_CAP, List.of(DRAFT.id())))
                    .isEmpty();
            assertThat(found(DRAFT)).isEqualTo(claimed(DRAFT, CLAIM));
        }

        @Test
        void leavesWhatHasAnOutcome() {
            claim(ONE_A_DAY, DRAFT);
            settled(DRAFT, UNKNOWN);
            assertThat(claims().release(store(), CLAIM, ONE_A_DAY, List.of(DRAFT.id())))
                    .isEmpty();
            assertThat(found(DRAFT).state()).isEqualTo(MessageState.UNKNOWN);
        }
    }

    @Nested
    class AForgottenAddress {

        @Test
        void isInNoEntryOfTheBuyersWhileAllElseStays() {
            claim(NO_CAP, DRAFT);
            settled(DRAFT, DELIVERED);

            messages().forget(store(), DRAFT.id().address(), DRAFT.buyer());

            assertThat(found(DRAFT).facts().address()).isEmpty();
            assertThat(found(DRAFT).facts().buyer()).isEqualTo(DRAFT.buyer());
            assertThat(found(DRAFT).outcome()).contains(DELIVERED);
        }

        @Test
        void staysInThoseOfAnotherBuyer() {
            claim(NO_CAP, DRAFT);

            messages().forget(store(), DRAFT.id().address(), new BuyerId("another"));

            assertThat(found(DRAFT).facts().address()).contains(DRAFT.address());
        }
    }

    @Nested
    class AnOutcome {

        @Test
        void countsIfItOverrulesWhatWasKnown() {
            claim(NO_CAP, DRAFT);
            assertThat(settled(DRAFT, UNKNOWN).outcome()).contains(UNKNOWN);
            assertThat(settled(DRAFT, SENT).outcome()).contains(SENT);
            assertThat(settled(DRAFT, DELIVERED).outcome()).contains(DELIVERED);
            assertThat(settled(DRAFT, FAILED).outcome()).contains(FAILED);
            assertThat(found(DRAFT).outcome()).contains(FAILED);
        }

        @Test
        void changesNothingIfItComesLateOrTwice() {
            claim(NO_CAP, DRAFT);
            settled(DRAFT, DELIVERED);
            for (var late : List.of(DELIVERED, SENT, UNKNOWN)) {
                var settled = messages().settle(store(), DRAFT.id(), late).orElseThrow();
                assertThat(settled.isNews()).isFalse();
                assertThat(settled.message().outcome()).contains(DELIVERED);
            }
        }

        @Test
        void saysWhoCountsItUntilAnotherDoes() {
            claim(NO_CAP, DRAFT);
            settled(DRAFT, SENT);

            var news = messages().settle(store(), DRAFT.id(), DELIVERED, "a/1").orElseThrow();
            assertThat(news.countedBy()).isEqualTo("a/1");
            assertThat(messages()
                            .settle(store(), DRAFT.id(), DELIVERED, "b/1")
                            .orElseThrow()
                            .countedBy())
                    .isEqualTo("a/1");

            assertThat(messages().recount(store(), DRAFT.id(), "a/1", "b/1")).isTrue();
            assertThat(messages().recount(store(), DRAFT.id(), "a/1", "c/1")).isFalse();
            assertThat(messages()
                            .settle(store(), DRAFT.id(), DELIVERED, "c/1")
                            .orElseThrow()
                            .countedBy())
                    .isEqualTo("b/1");
            assertThat(messages()
                            .settle(store(), DRAFT.id(), FAILED, "c/2")
                            .orElseThrow()
                            .countedBy())
                    .isEqualTo("c/2");
        }

        @Test
        void leavesWhenItWasSentByWhom() {
            claim(NO_CAP, DRAFT);
            settled(DRAFT, SENT);
            assertThat(settled(DRAFT, DELIVERED).handover()).contains((Outcome.Sent) SENT);
            assertThat(found(DRAFT).handover()).contains((Outcome.Sent) SENT);
        }

        @Test
        void ofAnUnknownIdIsOfNothing() {
            assertThat(messages().settle(store(), DRAFT.id(), SENT)).isEmpty();
            assertThat(messages().settle(store(), Map.of(DRAFT.id(), SENT))).isEmpty();
            assertThat(messages().find(store(), List.of(DRAFT.id()))).isEmpty();
        }

        @Test
        void ofManyCountsForEachThatItOverrules() {
            var all = IntStream.range(0, 50)
                    .mapToObj(person -> AMessage.sms("autumn", person))
                    .toList();
            claims().claim(store(), CLAIM, NO_CAP, all);
            settled(all.get(7), DELIVERED);
            var outcomes = all.stream().collect(toMap(Draft::id, _ -> SENT));
            var overruled = messages().settle(store(), outcomes);
            assertThat(overruled).containsOnlyKeys(all.get(7).id());
            assertThat(messages().find(store(), outcomes.keySet()).values())
                    .extracting(Message::state)
                    .containsOnly(MessageState.SENT, MessageState.DELIVERED)
                    .hasSize(50);
        }
    }

    @Nested
    class ASilentOwner {

        private Message read() {
            claim(NO_CAP, DRAFT);
            return found(DRAFT);
        }

        @Test
        void losesTheMessageToTheUnknown() {
            assertThat(claims().giveUp(store(), UNKNOWN, List.of(read()))).containsExactly(DRAFT.id());
            assertThat(found(DRAFT).outcome()).contains(UNKNOWN);
        }

        @Test
        void isNotTheOneWhoClaimedItSince() {
            var read = read();
            claims().release(store(), CLAIM, NO_CAP, List.of(DRAFT.id()));
            claims().claim(store(), ANOTHER, NO_CAP, List.of(DRAFT));
            assertThat(claims().giveUp(store(), UNKNOWN, List.of(read))).isEmpty();
            assertThat(found(DRAFT)).isEqualTo(claimed(DRAFT, ANOTHER));
        }

        @Test
        void mayHaveSpokenMeanwhile() {
            var read = read();
            settled(DRAFT, SENT);
            assertThat(claims().giveUp(store(), UNKNOWN, List.of(read))).isEmpty();
            assertThat(found(DRAFT).outcome()).contains(SENT);
        }
    }

    @Nested
    class TheUnknown {

        private List<MessageId> unknown(String purpose, Optional<MessageId> after, int limit) {
            return messages().unknown(store(), purpose, after, limit).stream()
                    .map(Message::id)
                    .toList();
        }

        private List<MessageId> threeOfAutumn() {
            var ids = new ArrayList<MessageId>();
            for (var person = 1; person <= 3; person++) {
                var draft = AMessage.sms("autumn", person);
                claim(NO_CAP, draft);
                settled(draft, UNKNOWN);
                ids.add(draft.id());
            }
            return ids;
        }

        @Test
        void areListedPageByPage() {
            var all = threeOfAutumn();
            claim(NO_CAP, AMessage.sms("autumn", 4));
            var first = unknown("", Optional.empty(), 2);
            var second = unknown("", Optional.of(first.getLast()), 2);
            assertThat(first).hasSize(2);
            assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
            assertThat(all).containsAll(first).containsAll(second);
        }

        @Test
        void areListedByWhatTheyAreFor() {
            var all = threeOfAutumn();
            var other = AMessage.sms("winter", 1);
            claim(NO_CAP, other);
            settled(other, UNKNOWN);
            assertThat(unknown("c.autumn", Optional.empty(), 9)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(unknown("c.winter", Optional.empty(), 9)).containsExactly(other.id());
        }

        @Test
        void areKnownInFull() {
            threeOfAutumn();
            assertThat(messages().unknown(store(), "", Optional.empty(), 9))
                    .allSatisfy(message -> assertThat(message.outcome()).contains(UNKNOWN))
                    .anySatisfy(message -> assertThat(message.facts()).isEqualTo(Message.Facts.of(DRAFT)));
        }

        @Test
        void areThereUntilTheyAreSettled() {
            var all = threeOfAutumn();
            messages().settle(store(), Map.of(all.get(0), SENT));
            messages().settle(store(), all.get(1), DELIVERED);
            assertThat(unknown("", Optional.empty(), 9)).containsExactly(all.get(2));
        }
    }

    @Nested
    class AMessageSentAgain {

        @Test
        void isAnotherOneAndTheSameHoweverOftenItIsAsked() {
            claim(NO_CAP, DRAFT);
            settled(DRAFT, UNKNOWN);
            for (var times = 0; times < 2; times++) {
                var known = messages().resend(store(), DRAFT.id()).orElseThrow();
                assertThat(known.resentAs()).contains(DRAFT.id().again());
                assertThat(known.state()).isEqualTo(MessageState.UNKNOWN);
                assertThat(found(DRAFT)).isEqualTo(known);
            }
        }

        @Test
        void wasUnknown() {
            assertThat(messages().resend(store(), DRAFT.id())).isEmpty();
            claim(NO_CAP, DRAFT);
            assertThat(messages().resend(store(), DRAFT.id())).isEmpty();
            settled(DRAFT, SENT);
            assertThat(messages().resend(store(), DRAFT.id())).isEmpty();
        }
    }

    @Nested
    class AnAddress {

        @Test
        void hasItsMessagesNewestFirst() {
            var later = AMessage.sms("again", 1);
            claim(NO_CAP, DRAFT, AMessage.sms("autumn", 2));
            claims().claim(store(), ANOTHER, NO_CAP, List.of(later));
            assertThat(messages().ofAddress(store(), DRAFT.id().address()))
                    .extracting(Message::id)
                    .containsExactly(later.id(), DRAFT.id());
        }

        @Test
        void showsWhatWasExcludedBeforeAnybodyClaimedIt() {
            var capped = AMessage.sms("winter", 1);
            claim(ONE_A_DAY, DRAFT, capped);
            assertThat(messages().ofAddress(store(), DRAFT.id().address()))
                    .extracting(Message::state)
                    .containsExactlyInAnyOrder(MessageState.CLAIMED, MessageState.EXCLUDED);
        }
    }
}
