package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TallyDeliveriesTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final Instant SENT_AT = Instant.parse("2026-11-11T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);

    private final MessagesInMemory messages = new MessagesInMemory();
    private final DeliveryCountsInMemory counts = new DeliveryCountsInMemory();
    private final ProviderHealthInMemory health = new ProviderHealthInMemory();
    private Instant now = SENT_AT.plus(Duration.ofMinutes(10));
    private final TallyDeliveries tally = worker(1);

    private TallyDeliveries worker(long seed) {
        return new TallyDeliveries(
                counts, new HealthTally(health, () -> now, new Random(seed)), () -> now, new Random(seed));
    }

    private Message ended(Draft draft, Outcome outcome) {
        var claim = new Message.Claim("worker", SENT_AT, SENT_AT.plusSeconds(30));
        messages.claim(DEMO, claim, Optional.empty(), List.of(draft));
        messages.settle(DEMO, draft.id(), new Outcome.Sent(SENT_AT, "p1", "x"));
        return messages.settle(DEMO, draft.id(), outcome).orElseThrow().message();
    }

    private Message delivered(Draft draft, Duration after) {
        return ended(draft, new Outcome.Delivered(SENT_AT.plus(after), ""));
    }

    private Message failed(Draft draft) {
        return ended(draft, new Outcome.Failed(SENT_AT, "", "21", "no such number"));
    }

    @Nested
    class Figures {

        @Test
        void areByProviderAndCarrierOrMailboxFamily() {
            tally.note(
                    DEMO,
                    List.of(
                            delivered(AMessage.sms("1", 1), Duration.ofSeconds(4)),
                            failed(AMessage.sms("1", 2)),
                            delivered(AMessage.mail("1", 3), Duration.ofSeconds(4))));

            assertThat(counts.of(DEMO, DAY))
                    .containsExactlyInAnyOrder(
                            new DeliveryCount("p1", "China Mobile", 1, 1), new DeliveryCount("p1", "OTHER", 1, 0));
        }

        @Test
        void growWithEachBatchAndAreTheSumOfAllWorkers() {
            var other = worker(2);
            for (var i = 0; i < 3; i++) {
                tally.note(DEMO, List.of(delivered(AMessage.mail("1", i), Duration.ofSeconds(1))));
                other.note(DEMO, List.of(delivered(AMessage.mail("2", i), Duration.ofSeconds(1))));
            }

            assertThat(DeliveryCount.sums(counts.of(DEMO, DAY)))
                    .containsExactly(new DeliveryCount("p1", "OTHER", 6, 0));
        }

        @Test
        void beginAnewEachDay() {
            tally.note(DEMO, List.of(delivered(AMessage.mail("1", 1), Duration.ofSeconds(1))));
            now = now.plus(Duration.ofDays(1));
            tally.note(DEMO, List.of(delivered(AMessage.mail("1", 2), Duration.ofSeconds(1))));

            assertThat(counts.of(DEMO, DAY)).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
            assertThat(counts.of(DEMO, DAY.plusDays(1))).containsExactly(new DeliveryCount("p1", "OTHER", 1, 0));
        }

        @Test
        void leaveOutWhatHasNotComeToAnEnd() {
            var draft = AMessage.mail("1", 1);
            tally.note(DEMO, List.of(ended(draft, new Outcome.Sent(SENT_AT, "p1", "x"))));

            assertThat(counts.of(DEMO, DAY)).isEmpty();
        }
    }

    @Test
    void theProvidersHealthIsToldHowManyArriveLate() {
        var late = IntStream.range(0, 3).mapToObj(i -> delivered(AMessage.mail("1", i), Duration.ofMinutes(6)));
        tally.note(DEMO, late.toList());
        tally.note(DEMO, List.of(delivered(AMessage.mail("1", 9), Duration.ofMinutes(4))));

        assertThat(health.noted(DEMO, new ProviderId("p1"), HealthCount.Kind.DELIVERIES, SENT_AT))
                .singleElement()
                .extracting(HealthCount::all, HealthCount::bad)
                .containsExactly(4, 3);
    }
}
