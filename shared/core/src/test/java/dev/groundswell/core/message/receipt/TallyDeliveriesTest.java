package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages.Settled;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.HealthCount;
import dev.groundswell.core.message.route.HealthTally;
import dev.groundswell.core.message.route.ProviderHealthInMemory;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyDeliveriesTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final Instant SENT_AT = Instant.parse("2026-11-11T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);
    private static final Duration SOON = Duration.ofSeconds(4);

    private final MessagesInMemory messages = new MessagesInMemory();
    private final DeliveryCountsInMemory counts = new DeliveryCountsInMemory();
    private final ProviderHealthInMemory health = new ProviderHealthInMemory();
    private Instant now = SENT_AT.plus(Duration.ofMinutes(10));
    private final TallyDeliveries tally = worker(1);

    private TallyDeliveries worker(long seed) {
        return new TallyDeliveries(
                messages, counts, new HealthTally(health, () -> now, new Random(seed)), () -> now, new Random(seed));
    }

    private MessageId sent(Draft draft) {
        var claim = new Message.Claim("worker", SENT_AT, SENT_AT.plusSeconds(30));
        messages.claim(DEMO, claim, Optional.empty(), List.of(draft));
        messages.settle(DEMO, draft.id(), new Outcome.Sent(SENT_AT, "p1", "x"));
        return draft.id();
    }

    private static Outcome delivered(Duration after) {
        return new Outcome.Delivered(SENT_AT.plus(after), "");
    }

    private static Outcome failed() {
        return new Outcome.Failed(SENT_AT, "", "21", "no such number");
    }

    private Settled settle(TallyDeliveries.Batch batch, MessageId id, Outcome outcome) {
        return messages.settle(DEMO, id, outcome, batch.mark()).orElseThrow();
    }

    /** One batch, whole. */
    private void take(TallyDeliveries worker, Map<MessageId, Outcome> outcomes) {
        try (var batch = worker.begin(DEMO)) {
            batch.note(outcomes.entrySet().stream()
                    .map(entry -> settle(batch, entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    /** One that ends between settling and noting. */
    private void dieAfterSettling(TallyDeliveries worker, MessageId id, Outcome outcome) {
        try (var batch = worker.begin(DEMO)) {
            settle(batch, id, outcome);
        }
    }

    private List<DeliveryCount> figures() {
        return List.copyOf(DeliveryCount.sums(counts.of(DEMO, DAY)));
    }

    @Nested
    class Figures {

        @Test
        void areByProviderAndCarrierOrMailboxFamily() {
            take(
                    tally,
                    Map.of(
                            sent(AMessage.sms("1", 1)), delivered(SOON),
                            sent(AMessage.sms("1", 2)), failed(),
                            sent(AMessage.mail("1", 3)), delivered(SOON)));

            assertThat(counts.of(DEMO, DAY))
                    .containsExactlyInAnyOrder(
                            new DeliveryCount("p1", "China Mobile", 1, 1), new DeliveryCount("p1", "OTHER", 1, 0));
        }

        @Test
        void growWithEachBatchAndAreTheSumOfAllWorkers() {
            var other = worker(2);
            for (var i = 0; i < 3; i++) {
                take(tally, Map.of(sent(AMessage.mail("1", i)), delivered(SOON)));
                take(other, Map.of(sent(AMessage.mail("2", i)), delivered(SOON)));
            }

            assertThat(figures()).containsExactly(new DeliveryCount("p1", "OTHER", 6, 0));
        }

        @Test
        void beginAnewEachDay() {
            take(tally, Map.of(sent(AMessage.mail("1", 1)), delivered(SOON)));
            now = now.plus(Duration.ofDays(1));
            take(tally, Map.of(sent(AMessage.mail("1", 2)), delivered(SOON)));

            assertThat(counts.of(DEMO, DAY)).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
            assertThat(counts.of(DEMO, DAY.plusDays(1))).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
        }

        @Test
        void leaveOutWhatHasNotComeToAnEnd() {
            take(tally, Map.of(sent(AMessage.mail("1", 1)), new Outcome.Sent(SENT_AT, "p1", "x")));

            assertThat(counts.of(DEMO, DAY)).isEmpty();
        }

        @Test
        void countAReceiptThatComesTwiceOnce() {
            var id = sent(AMessage.mail("1", 1));
            take(tally, Map.of(id, delivered(SOON)));
            now = now.plus(Duration.ofHours(1));
            take(tally, Map.of(id, delivered(SOON)));
            take(worker(2), Map.of(id, delivered(SOON)));

            assertThat(figures()).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
        }
    }

    @Nested
    class AWorkerThatDiedBetweenSettlingAndNoting {

        private final MessageId id = sent(AMessage.mail("1", 1));

        @Test
        void isMadeUpForByWhoeverIsToldAgain() {
            dieAfterSettling(tally, id, delivered(SOON));
            assertThat(figures()).isEmpty();

            now = now.plus(TallyDeliveries.DEAD_AFTER).plusSeconds(1);
            take(worker(2), Map.of(id, delivered(SOON)));
            take(worker(3), Map.of(id, delivered(SOON)));

            assertThat(figures()).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
        }

        @Test
        void mayStillBeAliveForSomeMinutes() {
            try (var slow = tally.begin(DEMO)) {
                var settled = settle(slow, id, delivered(SOON));
                take(worker(2), Map.of(id, delivered(SOON)));
                slow.note(List.of(settled));
            }

            assertThat(figures()).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
        }

        @Test
        void leavesWhatItNotedBefore() {
            var another = sent(AMessage.mail("1", 2));
            take(tally, Map.of(another, delivered(SOON)));
            dieAfterSettling(tally, id, delivered(SOON));

            now = now.plus(TallyDeliveries.DEAD_AFTER).plusSeconds(1);
            take(worker(2), Map.of(id, delivered(SOON), another, delivered(SOON)));

            assertThat(figures()).containsExactly(new DeliveryCount("p1", "OTHER", 2, 0));
        }
    }

    @Nested
    class ANoteWhoseAnswerIsLost {

        private final MessageId id = sent(AMessage.mail("1", 1));

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isCountedOnceWhetherItWasWrittenOrNot(boolean isWritten) {
            var losing = losing(isWritten);
            assertThatThrownBy(() -> take(losing, Map.of(id, delivered(SOON))))
                    .isInstanceOf(IllegalStateException.class);

            now = now.plus(TallyDeliveries.DEAD_AFTER).plusSeconds(1);
            take(losing, Map.of(id, delivered(SOON), sent(AMessage.mail("1", 2)), delivered(SOON)));

            assertThat(figures()).containsExactly(new DeliveryCount("p1", "OTHER", 2, 0));
        }

        /** Its first note fails, after it was written or before. */
        private TallyDeliveries losing(boolean isWritten) {
            var isFirst = new AtomicBoolean(true);
            var failing = new DeliveryCounts() {

                @Override
                public void note(
                        StoreId store, LocalDate day, String worker, long upTo, Collection<DeliveryCount> noted) {
                    var fails = isFirst.getAndSet(false);
                    if (isWritten || !fails) {
                        counts.note(store, day, worker, upTo, noted);
                    }
                    if (fails) {
                        throw new IllegalStateException("No answer.");
                    }
                }

                @Override
                public long notedUpTo(StoreId store, LocalDate day, String worker) {
                    return counts.notedUpTo(store, day, worker);
                }

                @Override
                public List<DeliveryCount> of(StoreId store, LocalDate day) {
                    return counts.of(store, day);
                }
            };
            var random = new Random(4);
            return new TallyDeliveries(
                    messages, failing, new HealthTally(health, () -> now, random), () -> now, random);
        }
    }

    @Test
    void theProvidersHealthIsToldHowManyArriveLate() {
        for (var i = 0; i < 3; i++) {
            take(tally, Map.of(sent(AMessage.mail("1", i)), delivered(Duration.ofMinutes(6))));
        }
        take(tally, Map.of(sent(AMessage.mail("1", 9)), delivered(Duration.ofMinutes(4))));

        assertThat(health.noted(DEMO, new ProviderId("p1"), HealthCount.Kind.DELIVERIES, SENT_AT))
                .singleElement()
                .extracting(HealthCount::all, HealthCount::bad)
                .containsExactly(4, 3);
    }
}
