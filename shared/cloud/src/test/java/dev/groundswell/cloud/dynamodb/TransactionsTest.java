package dev.groundswell.cloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.dynamodb.Transactions.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

class TransactionsTest {

    private static final CancellationReason NONE =
            CancellationReason.builder().code("None").build();
    private static final CancellationReason CONFLICT =
            CancellationReason.builder().code("TransactionConflict").build();
    private static final CancellationReason REFUSED = CancellationReason.builder()
            .code("ConditionalCheckFailed")
            .item(Map.of("pk", AttributeValue.fromS("taken")))
            .build();

    private final Judge judge = new Judge();
    private final List<Duration> pauses = new ArrayList<>();
    private final Transactions transactions = new Transactions(judge, pauses::add, new Random(1));

    /** DynamoDB as far as it matters here: each action is judged by the name of its item, and one bad one cancels all. */
    private static final class Judge implements DynamoDbClient {

        private final List<List<String>> seen = new ArrayList<>();
        private final Collection<String> alone = new ConcurrentLinkedQueue<>();
        private Function<String, CancellationReason> reasons = _ -> NONE;

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            var names = request.transactItems().stream()
                    .map(action -> new Item(action.delete().key()).text("pk"))
                    .toList();
            seen.add(names);
            var judged = names.stream().map(reasons).toList();
            if (judged.stream().anyMatch(reason -> !reason.equals(NONE))) {
                throw TransactionCanceledException.builder()
                        .cancellationReasons(judged)
                        .build();
            }
            return TransactWriteItemsResponse.builder().build();
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            judgeAlone(new Item(request.item()).text("pk"));
            return PutItemResponse.builder().build();
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            judgeAlone(new Item(request.key()).text("pk"));
            return UpdateItemResponse.builder().build();
        }

        private void judgeAlone(String name) {
            alone.add(name);
            var reason = reasons.apply(name);
            if (reason.equals(CONFLICT)) {
                throw TransactionConflictException.builder().build();
            }
            if (reason.equals(REFUSED)) {
                throw ConditionalCheckFailedException.builder()
                        .item(REFUSED.item())
                        .build();
            }
        }

        @Override
        public String serviceName() {
            return "judge";
        }

        @Override
        public void close() {}
    }

    private static List<TransactWriteItem> group(String... items) {
        return List.of(items).stream().map(TransactionsTest::action).toList();
    }

    private static TransactWriteItem action(String item) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName("T").key(Map.of("pk", AttributeValue.fromS(item))))
                .build();
    }

    /** Groups of two items each, by number. */
    private static Map<Integer, List<TransactWriteItem>> pairs(int count) {
        var groups = new LinkedHashMap<Integer, List<TransactWriteItem>>();
        IntStream.range(0, count).forEach(number -> groups.put(number, group(number + "a", number + "b")));
        return groups;
    }

    @Nested
    class Groups {

        @Test
        void goTogetherUpToTheLimit() {
            var results = transactions.write(pairs(51));
            assertThat(results.values()).hasSize(51).containsOnly(new Result.Written());
            assertThat(judge.seen).extracting(List::size).containsExactly(100, 2);
        }

        @Test
        void areWholeOrNotAtAll() {
            var groups = new LinkedHashMap<String, List<TransactWriteItem>>();
            groups.put(
                    "many", group(IntStream.range(0, 60).mapToObj(i -> "m" + i).toArray(String[]::new)));
            groups.put(
                    "more", group(IntStream.range(0, 60).mapToObj(i -> "n" + i).toArray(String[]::new)));
            transactions.write(groups);
            assertThat(judge.seen).extracting(List::size).containsExactly(60, 60);
        }

        @Test
        void ofNothingAskNobody() {
            assertThat(transactions.write(Map.of())).isEmpty();
            assertThat(judge.seen).isEmpty();
        }
    }

    @Nested
    class ARefusedGroup {

        @Test
        void isLeftOutAndTheOthersAreWritten() {
            judge.reasons = name -> name.equals("1b") ? REFUSED : NONE;
            var results = transactions.write(pairs(3));
            assertThat(results).containsEntry(0, new Result.Written()).containsEntry(2, new Result.Written());
            assertThat(results.get(1)).isInstanceOfSatisfying(Result.Refused.class, refused -> {
                assertThat(refused.action()).isOne();
                assertThat(refused.item().orElseThrow().text("pk")).isEqualTo("taken");
            });
            assertThat(judge.seen).hasSize(2);
            assertThat(pauses).isEmpty();
        }
    }

    @Nested
    class ACollision {

        @Test
        void isTriedAgainAfterAPause() {
            judge.reasons = name -> judge.seen.size() == 1 && name.equals("0a") ? CONFLICT : NONE;
            assertThat(transactions.write(pairs(3)).values()).containsOnly(new Result.Written());
            assertThat(pauses).hasSize(1);
        }

        @Test
        void thatDoesNotEndLeavesTheOthersWritten() {
            judge.reasons = name -> name.equals("1a") ? CONFLICT : NONE;
            var results = transactions.write(pairs(3));
            assertThat(results)
                    .containsEntry(0, new Result.Written())
                    .containsEntry(1, new Result.Busy())
                    .containsEntry(2, new Result.Written());
            assertThat(judge.seen.getLast()).containsExactly("1a", "1b");
        }

        @Test
        void ofASingleWriteIsTriedAgain() {
            var calls = new ArrayList<Integer>();
            var written = transactions.alone(() -> {
                calls.add(calls.size());
                if (calls.size() < 3) {
                    throw TransactionConflictException.builder().build();
                }
                return "written";
            });
            assertThat(written).isEqualTo("written");
            assertThat(pauses).hasSize(2);
        }
    }

    @Nested
    class AtLeastCost {

        private final Map<String, List<TransactWriteItem>> groups = new LinkedHashMap<>();

        AtLeastCost() {
            groups.put("put", List.of(put("a")));
            groups.put("update", List.of(update("b")));
            groups.put("pair", group("c", "d"));
        }

        private static TransactWriteItem put(String item) {
            return TransactWriteItem.builder()
                    .put(put -> put.tableName("T").item(Map.of("pk", AttributeValue.fromS(item))))
                    .build();
        }

        private static TransactWriteItem update(String item) {
            return TransactWriteItem.builder()
                    .update(update -> update.tableName("T").key(Map.of("pk", AttributeValue.fromS(item))))
                    .build();
        }

        @Test
        void singleActionsGoWithoutATransaction() {
            assertThat(transactions.writeAtLeastCost(groups))
                    .isEqualTo(Map.of(
                            "put", new Result.Written(), "update", new Result.Written(), "pair", new Result.Written()));
            assertThat(judge.seen).containsExactly(List.of("c", "d"));
            assertThat(judge.alone).containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void whoIsRefusedIsToldWhatIsThere() {
            judge.reasons = name -> name.equals("b") ? REFUSED : NONE;

            var results = transactions.writeAtLeastCost(groups);

            assertThat(results).containsEntry("put", new Result.Written()).containsEntry("pair", new Result.Written());
            assertThat(results.get("update")).isInstanceOfSatisfying(Result.Refused.class, refused -> {
                assertThat(refused.action()).isZero();
                assertThat(refused.item().orElseThrow().text("pk")).isEqualTo("taken");
            });
        }

        @Test
        void whoCollidesTriesAgainAndGivesUpInTheEnd() {
            judge.reasons = name -> name.equals("a") ? CONFLICT : NONE;

            assertThat(transactions.writeAtLeastCost(groups))
                    .containsEntry("put", new Result.Busy())
                    .containsEntry("update", new Result.Written());
            assertThat(judge.alone).filteredOn("a"::equals).hasSizeGreaterThan(1);
        }
    }

    @Nested
    class AnyOtherReason {

        @Test
        void isABug() {
            var invalid = CancellationReason.builder().code("ValidationError").build();
            judge.reasons = _ -> invalid;
            assertThatThrownBy(() -> transactions.write(pairs(1))).isInstanceOf(TransactionCanceledException.class);
        }
    }
}
