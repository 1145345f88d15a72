package dev.groundswell.cloud.dynamodb;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.time.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Writes groups of actions, each group whole or not at all, as many of them in a transaction as DynamoDB allows. Where one
 * group cannot be written, the others of its transaction are tried again without it.
 */
public final class Transactions {

    /** DynamoDB's limit of actions. */
    public static final int MAX_ACTIONS = 100;

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    /** They pass: another transaction at the same item, or a partition that is busy for a moment. */
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    /** After so many collisions each group goes alone, so that it meets others only at its own items. */
    private static final int COLLISIONS_TOGETHER = 3;

    /** With pauses that double, about a second; who still collides then is not unlucky. */
    private static final int MAX_COLLISIONS = 8;

    private static final int FIRST_PAUSE_MILLIS = 5;

    /** While one is on its way, others are written: 200 take a dozen rounds. */
    private static final int ALONE_AT_ONCE = 16;

    private final DynamoDbClient client;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    /** @param random so that those who met do not meet again */
    public Transactions(DynamoDbClient client, Sleeper sleeper, RandomGenerator random) {
        this.client = client;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** How the writing of a group ended. */
    public sealed interface Result {

        record Written() implements Result {}

        /**
         * A condition did not hold.
         *
         * @param action the first of the group whose condition did not, from 0
         * @param item   what is there instead, where the action asked for it
         */
        record Refused(int action, Optional<Item> item) implements Result {}

        /** Others kept writing there; nothing was written. */
        record Busy() implements Result {}
    }

    /**
     * Writes groups.
     *
     * @param groups by a key of each; together they name no item twice
     * @return one for each
     */
    public <K> Map<K, Result> write(Map<K, List<TransactWriteItem>> groups) {
        var results = new LinkedHashMap<K, Result>();
        var left = new LinkedHashMap<>(groups);
        for (var collisions = 0; !left.isEmpty(); ) {
            var collided = false;
            for (var batch : batches(left, collisions < COLLISIONS_TOGETHER ? MAX_ACTIONS : 1)) {
                collided |= tryWrite(batch, groups, results);
            }
            left.keySet().removeAll(results.keySet());
            if (collided && ++collisions == MAX_COLLISIONS) {
                left.keySet().forEach(key -> results.put(key, new Result.Busy()));
                return results;
            }
            if (collided) {
                pause(collisions);
            }
        }
        return results;
    }

    /**
     * The same, but groups of one action, a put or an update, are written without a transaction, for half of its price, some at
     * once.
     */
    public <K> Map<K, Result> writeAtLeastCost(Map<K, List<TransactWriteItem>> groups) {
        var alone = new LinkedHashMap<K, TransactWriteItem>();
        var together = new LinkedHashMap<>(groups);
        groups.forEach((key, actions) -> {
            if (actions.size() == 1) {
                alone.put(key, actions.getFirst());
                together.remove(key);
            }
        });
        var results = write(together);
        FanOut.over(alone, ALONE_AT_ONCE, this::writeAlone)
                .forEach((key, outcome) -> results.put(key, outcome.orThrow()));
        return results;
    }

    private Result writeAlone(TransactWriteItem action) {
        try {
            alone(() -> action.put() == null ? update(action.update()) : put(action.put()));
            return new Result.Written();
        } catch (ConditionalCheckFailedException refused) {
            return new Result.Refused(0, item(refused.hasItem(), refused.item()));
        } catch (TransactionConflictException met) {
            return new Result.Busy();
        }
    }

    private DynamoDbResponse put(Put put) {
        return client.putItem(alone -> alone.tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeNames(put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null)
                .expressionAttributeValues(put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure()));
    }

    private DynamoDbResponse update(Update update) {
        return client.updateItem(alone -> alone.tableName(update.tableName())
                .key(update.key())
                .updateExpression(update.updateExpression())
                .conditionExpression(update.conditionExpression())
                .expressionAttributeNames(
                        update.hasExpressionAttributeNames() ? update.expressionAttributeNames() : null)
                .expressionAttributeValues(
                        update.hasExpressionAttributeValues() ? update.expressionAttributeValues() : null)
                .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure()));
    }

    /** A single write, again where it meets a transaction. */
    public <R> R alone(Supplier<R> write) {
        for (var collisions = 1; ; collisions++) {
            try {
                return write.get();
            } catch (TransactionConflictException met) {
                if (collisions == MAX_COLLISIONS) {
                    throw met;
                }
                pause(collisions);
            }
        }
    }

    /** In their order, so that none of a round has an item in common with another: a transaction names an item only once. */
    public static <T> List<List<T>> rounds(Collection<T> all, Function<T, ?> item) {
        var rounds = new ArrayList<List<T>>();
        var seen = new HashMap<Object, Integer>();
        for (var one : all) {
            var round = seen.merge(item.apply(one), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(one);
        }
        return rounds;
    }

    /** At least a group each. */
    private static <K> List<List<K>> batches(Map<K, List<TransactWriteItem>> groups, int maxActions) {
        var batches = new ArrayList<List<K>>();
        var room = 0;
        for (var group : groups.entrySet()) {
            var actions = group.getValue().size();
            if (batches.isEmpty() || actions > room) {
                batches.add(new ArrayList<>());
                room = maxActions;
            }
            batches.getLast().add(group.getKey());
            room -= actions;
        }
        return batches;
    }

    /** @return whether some of it may be written if it is tried again later */
    private <K> boolean tryWrite(List<K> batch, Map<K, List<TransactWriteItem>> groups, Map<K, Result> results) {
        var actions = new ArrayList<TransactWriteItem>();
        batch.forEach(key -> actions.addAll(groups.getOrDefault(key, List.of())));
        try {
            client.transactWriteItems(write -> write.transactItems(actions));
            batch.forEach(key -> results.put(key, new Result.Written()));
            return false;
        } catch (TransactionCanceledException canceled) {
            return judge(canceled, batch, groups, results);
        }
    }

    private static <K> boolean judge(
            TransactionCanceledException canceled,
            List<K> batch,
            Map<K, List<TransactWriteItem>> groups,
            Map<K, Result> results) {
        var reasons = canceled.cancellationReasons();
        var refusals = new LinkedHashMap<K, Result>();
        var from = 0;
        for (var key : batch) {
            var size = groups.getOrDefault(key, List.of()).size();
            refusal(reasons.subList(from, from + size)).ifPresent(refused -> refusals.put(key, refused));
            from += size;
        }
        var collided = reasons.stream().anyMatch(reason -> PASSING.contains(reason.code()));
        if (refusals.isEmpty() && !collided) {
            throw canceled;
        }
        results.putAll(refusals);
        return collided;
    }

    private static Optional<Result> refusal(List<CancellationReason> reasons) {
        for (var action = 0; action < reasons.size(); action++) {
            var reason = reasons.get(action);
            if (CONDITION_FAILED.equals(reason.code())) {
                return Optional.of(new Result.Refused(action, item(reason.hasItem(), reason.item())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Item> item(boolean isThere, Map<String, AttributeValue> item) {
        return isThere && !item.isEmpty() ? Optional.of(new Item(item)) : Optional.empty();
    }

    /** A random part of a time that doubles. */
    private void pause(int collisions) {
        sleeper.sleep(Duration.ofMillis(random.nextInt(1, FIRST_PAUSE_MILLIS << collisions)));
    }
}
