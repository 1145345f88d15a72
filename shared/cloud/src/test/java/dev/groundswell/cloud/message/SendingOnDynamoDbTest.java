package dev.groundswell.cloud.message;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.dynamodb.CountingDynamoDb;
import dev.groundswell.cloud.dynamodb.CrashingDynamoDb;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.message.send.Claims.Claimed;
import dev.groundswell.core.message.send.Claims.DayCap;
import dev.groundswell.core.message.send.Delivery;
import dev.groundswell.core.message.send.PassagesInMemory;
import dev.groundswell.core.message.send.Recheck;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.send.Terms;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The use cases of sending over the table itself. */
class SendingOnDynamoDbTest {

    private static final AtomicInteger STORES = new AtomicInteger();
    private static final Optional<DayCap> ONE_A_DAY = Optional.of(new DayCap(LocalDate.of(2026, 11, 11), 1));
    private static final int PEOPLE = 50;

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final Store store = new Store(
            new StoreId("store-" + STORES.incrementAndGet()),
            "Demo",
            Currency.getInstance("CNY"),
            ZoneId.of("Asia/Shanghai"));

    private Instant now = Instant.parse("2026-11-11T00:00:00Z");
    private final PassagesInMemory passages = new PassagesInMemory(() -> now);
    private final MessageTable table = table(aws.clients().dynamoDb());

    @BeforeAll
    static void create() {
        aws.createTables("Messages");
    }

    private static MessageTable table(DynamoDbClient client) {
        return new MessageTable(
                client, aws.table("Messages"), new Transactions(client, Sleeper.system(), new Random(1)));
    }

    private static List<Draft> slice(String campaign) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> AMessage.mail(campaign, person))
                .toList();
    }

    private static List<MessageId> ids(List<Draft> slice) {
        return slice.stream().map(Draft::id).toList();
    }

    private Map<MessageId, Delivery> send(MessageTable books, List<Draft> slice) {
        return new SendMessages(books, books, passages, () -> now, new Random())
                .send(store, Urgency.CAMPAIGN, slice, new Terms(ONE_A_DAY, this::check, now.plusSeconds(10)));
    }

    /** Every tenth has bought since. */
    private Map<MessageId, Recheck.Verdict> check(StoreId id, List<Draft> claimed) {
        return claimed.stream()
                .collect(toMap(
                        Draft::id,
                        draft -> draft.buyer().value().endsWith("0")
                                ? new Recheck.Verdict.Exclude(ExclusionReason.BOUGHT_SINCE)
                                : Recheck.GO));
    }

    @Nested
    class TenCampaignsAtOnce {

        @Test
        void giveEachPersonOneMessageOfTheDay() {
            var campaigns = new LinkedHashMap<String, List<Draft>>();
            IntStream.range(0, 10).forEach(number -> campaigns.put("c" + number, slice("c" + number)));
            var claimed = FanOut.over(campaigns, 10, drafts -> claimAll(drafts));
            var people = new ArrayList<String>();
            claimed.values().forEach(outcome -> people.addAll(outcome.orThrow()));
            assertThat(people).hasSize(PEOPLE);
            assertThat(new HashSet<>(people)).hasSize(PEOPLE);
        }

        /** Whose they are; as often as others are in the way. */
        private List<String> claimAll(List<Draft> drafts) {
            var claim = new Message.Claim(drafts.getFirst().id().purpose(), now, now.plusSeconds(30));
            var mine = new ArrayList<String>();
            for (var left = drafts; !left.isEmpty(); ) {
                var claimed = table.claim(store.id(), claim, ONE_A_DAY, left);
                left.stream()
                        .filter(draft -> claimed.get(draft.id()) instanceof Claimed.Mine)
                        .forEach(draft -> mine.add(draft.buyer().value()));
                left = left.stream()
                        .filter(draft -> claimed.get(draft.id()) instanceof Claimed.Busy)
                        .toList();
            }
            return mine;
        }
    }

    @Nested
    class AWorkerThatDiesAtAWrite {

        @ParameterizedTest
        @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
        void leavesEachMessageWithOneOutcomeAndNoneTwice(int write, boolean afterIt) {
            var slice = slice("autumn");
            var dying = table(CrashingDynamoDb.at(write, afterIt, aws.clients().dynamoDb()));
            assertThatThrownBy(() -> send(dying, slice)).isInstanceOf(CrashingDynamoDb.Crash.class);
            now = now.plus(Duration.ofMinutes(2));
            var known = new SettleExpiredClaims(table, table, () -> now)
                    .settle(store.id(), table.find(store.id(), ids(slice)));
            send(
                    table,
                    slice.stream()
                            .filter(draft -> !known.containsKey(draft.id()))
                            .toList());

            var books = table.find(store.id(), ids(slice));
            assertThat(books).hasSize(PEOPLE);
            assertThat(passages.arrivals()).doesNotHaveDuplicates();
            assertThat(books.values()).allSatisfy(message -> {
                var arrived = passages.arrivals().contains(message.id());
                assertThat(message.state()).isNotEqualTo(MessageState.CLAIMED);
                assertThat(message.state() != MessageState.SENT || arrived).isTrue();
                assertThat(message.state() != MessageState.EXCLUDED || !arrived).isTrue();
            });
        }
    }

    @Nested
    class ASlice {

        @Test
        void ofWhichNothingSpeaksAgainstAnyTakesTwoWrites() {
            var claim = new Message.Claim("a", now, now.plusSeconds(30));
            var counting = new CountingDynamoDb(aws.clients().dynamoDb());
            var books = table(counting.client());
            var slice = slice("autumn");
            books.claim(store.id(), claim, ONE_A_DAY, slice);
            books.handOver(
                    store.id(),
                    claim,
                    slice.stream().collect(toMap(Draft::id, _ -> new Outcome.Sent(now, "ses", "m"))));
            assertThat(counting.calls()).containsOnly(Map.entry("transactWriteItems", 1), Map.entry("putItem", 1));
        }

        @Test
        void isSettledThoughReceiptsComeBeforeTheAnswers() {
            passages.answering(draft -> {
                table.settle(store.id(), draft.id(), new Outcome.Delivered(now, "memory"));
                return new Answer.Accepted("m");
            });
            send(table, slice("autumn"));
            assertThat(table.find(store.id(), ids(slice("autumn"))).values())
                    .extracting(Message::state)
                    .containsOnly(MessageState.DELIVERED, MessageState.EXCLUDED);
        }
    }
}
