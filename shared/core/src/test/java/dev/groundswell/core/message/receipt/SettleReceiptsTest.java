package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.HealthTally;
import dev.groundswell.core.message.route.ProviderHealthInMemory;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettleReceiptsTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final Instant AT = Instant.parse("2026-11-11T02:00:00Z");
    private static final Instant LATE = AT.plus(Duration.ofDays(3));
    private static final Draft MAIL = AMessage.mail("1", 1);

    /** A store that sent messages, and what is counted of them. */
    private static final class Desk {

        final MessagesInMemory messages = new MessagesInMemory();
        final StandingsInMemory standings = new StandingsInMemory();
        final RecipientsInMemory recipients = new RecipientsInMemory();
        final Map<MessageId, MessageState> counted = new HashMap<>();
        final DeliveryCountsInMemory counts = new DeliveryCountsInMemory();
        final ProviderHealthInMemory health = new ProviderHealthInMemory();
        OutcomeCounter counter = (_, message) -> counted.put(message.id(), message.state());

        MessageId sent(Draft draft) {
            messages.claim(DEMO, new Message.Claim("worker", AT, AT.plusSeconds(30)), Optional.empty(), List.of(draft));
            messages.settle(DEMO, draft.id(), new Outcome.Sent(AT, "p1", "x"));
            return draft.id();
        }

        SettleReceipts.Result<Integer> settle(Receipt... receipts) {
            var byPlace = new HashMap<Integer, Receipt>();
            for (var receipt : receipts) {
                byPlace.put(byPlace.size(), receipt);
            }
            var random = new Random(1);
            var tally = new TallyDeliveries(
                    messages, counts, new HealthTally(health, () -> LATE, random), () -> LATE, random);
            OutcomeCounter current = (store, message) -> counter.count(store, message);
            return new SettleReceipts(messages, standings, current, recipients, tally).settle(DEMO, byPlace);
        }

        MessageState state(MessageId id) {
            return Optional.ofNullable(messages.find(DEMO, List.of(id)).get(id))
                    .orElseThrow()
                    .state();
        }
    }

    private final Desk desk = new Desk();

    private static Receipt delivered(MessageId id) {
        return Receipt.of(id, new Outcome.Delivered(AT.plusSeconds(4), "p1"));
    }

    private static Receipt signedBy(String provider, MessageId id) {
        return new Receipt(
                id,
                new Outcome.Delivered(AT.plusSeconds(4), provider),
                Optional.empty(),
                Optional.of(new ProviderId(provider)));
    }

    private static Receipt bounced(MessageId id) {
        return new Receipt(id, new Outcome.Failed(LATE, "p1", "Permanent/General", ""), Optional.of(Bar.SUPPRESSED));
    }

    @Nested
    class AReceipt {

        @Test
        void settlesItsMessageCountsItAndIsNotedWithThePerson() {
            var id = desk.sent(MAIL);

            var result = desk.settle(delivered(id));

            assertThat(result.settled().get(0)).matches(settled -> settled.isNews());
            assertThat(desk.state(id)).isEqualTo(MessageState.DELIVERED);
            assertThat(desk.counted).containsExactly(Map.entry(id, MessageState.DELIVERED));
            assertThat(desk.recipients.notes()).containsExactly("b1 reached by EMAIL at 2026-11-11T02:00:04Z");
        }

        @Test
        void settlesAMessageThatHadBecomeUnknown() {
            desk.messages.claim(
                    DEMO, new Message.Claim("worker", AT, AT.plusSeconds(30)), Optional.empty(), List.of(MAIL));
            desk.messages.settle(DEMO, MAIL.id(), new Outcome.Unknown(AT.plusSeconds(60), "p1", "silent"));

            desk.settle(Receipt.of(MAIL.id(), new Outcome.Sent(AT, "p1", "x")));

            assertThat(desk.counted).containsEntry(MAIL.id(), MessageState.SENT);
        }

        @Test
        void ofADeadMailboxSuppressesTheAddressWheneverItComes() {
            var id = desk.sent(MAIL);

            desk.settle(bounced(id));
            desk.settle(delivered(id));

            assertThat(desk.state(id)).isEqualTo(MessageState.FAILED);
            assertThat(desk.standings.find(DEMO, List.of(id.address())).values())
                    .singleElement()
                    .matches(standing -> standing.isBarred(Bar.SUPPRESSED));
        }

        @Test
        void thatASupplierSignedSettlesNoMessageOfAnothers() {
            var id = desk.sent(MAIL);

            assertThat(desk.settle(signedBy("p2", id)).foreign()).containsExactly(0);
            assertThat(desk.state(id)).isEqualTo(MessageState.SENT);
            assertThat(desk.recipients.notes()).isEmpty();
            assertThat(desk.settle(signedBy("p1", id)).foreign()).isEmpty();
            assertThat(desk.state(id)).isEqualTo(MessageState.DELIVERED);
        }

        @Test
        void thatASupplierSignedSettlesAnUnknownMessageThatItWasAskedFor() {
            desk.messages.claim(
                    DEMO, new Message.Claim("worker", AT, AT.plusSeconds(30)), Optional.empty(), List.of(MAIL));
            desk.messages.settle(DEMO, MAIL.id(), new Outcome.Unknown(AT.plusSeconds(8), "p1", "no answer"));

            assertThat(desk.settle(signedBy("p2", MAIL.id())).foreign()).containsExactly(0);
            assertThat(desk.settle(signedBy("p1", MAIL.id())).settled()).hasSize(1);
        }

        @Test
        void ofNoMessageOfOursIsToldSo() {
            assertThat(desk.settle(delivered(MAIL.id())).unknown()).containsExactly(0);
            assertThat(desk.recipients.notes()).isEmpty();
        }

        @Test
        void thatCouldNotBeCountedIsCountedTheNextTime() {
            var id = desk.sent(MAIL);
            var working = desk.counter;
            desk.counter = (_, _) -> {
                throw new IllegalStateException("The chunk changes all the time.");
            };

            assertThat(desk.settle(delivered(id)).failures()).containsOnlyKeys(0);
            desk.counter = working;
            assertThat(desk.settle(delivered(id)).failures()).isEmpty();

            assertThat(desk.counted).containsEntry(id, MessageState.DELIVERED);
        }
    }

    @Property(tries = 100)
    void inAnyOrderAndHoweverOftenTheEndIsTheSame(@ForAll long seed) {
        var random = new Random(seed);
        var all = new Desk();
        var drafts = IntStream.range(0, 5).mapToObj(i -> AMessage.mail("1", i)).toList();
        drafts.forEach(all::sent);
        var receipts = new ArrayList<Receipt>();
        drafts.subList(0, 4).forEach(draft -> receipts.add(delivered(draft.id())));
        drafts.subList(3, 5).forEach(draft -> receipts.add(bounced(draft.id())));
        receipts.addAll(List.copyOf(receipts));
        Collections.shuffle(receipts, random);

        while (!receipts.isEmpty()) {
            var some = receipts.subList(0, 1 + random.nextInt(receipts.size()));
            all.settle(some.toArray(Receipt[]::new));
            some.clear();
        }

        var expected = Map.of(
                drafts.get(0).id(), MessageState.DELIVERED,
                drafts.get(1).id(), MessageState.DELIVERED,
                drafts.get(2).id(), MessageState.DELIVERED,
                drafts.get(3).id(), MessageState.FAILED,
                drafts.get(4).id(), MessageState.FAILED);
        assertThat(drafts).allSatisfy(draft -> assertThat(all.state(draft.id())).isEqualTo(expected.get(draft.id())));
        assertThat(all.counted).isEqualTo(expected);
        assertThat(all.recipients.notes()).hasSize(4);
    }
}
