package dev.groundswell.bench.faults;

import dev.groundswell.core.message.MessageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Which messages a fault may have made unknown: those that an instance claimed which was killed, and those of writes that failed. */
final class Suspects {

    private static final AttributeValue NONE = AttributeValue.fromM(Map.of());

    private final String table;
    private final Map<String, Set<MortalInstance>> claimedBy = new HashMap<>();
    private final Set<MortalInstance> killed = new HashSet<>();
    private final Set<String> hit = new HashSet<>();

    /** @param table of the messages */
    Suspects(String table) {
        this.table = table;
    }

    /** Claims are messages that are put. */
    synchronized void note(MortalInstance instance, SdkRequest request) {
        actions(request)
                .filter(action ->
                        action.put() != null && action.put().tableName().equals(table))
                .forEach(action -> claimedBy
                        .computeIfAbsent(id(action.put().item()), _ -> new HashSet<>())
                        .add(instance));
    }

    synchronized void killed(MortalInstance instance) {
        killed.add(instance);
    }

    /** Whoever asked for these writes does not know whether they were done. What a claim handed over names its messages. */
    synchronized void hit(SdkRequest request) {
        if (request instanceof PutItemRequest handovers && handovers.tableName().equals(table)) {
            hit.addAll(handovers.item().getOrDefault("taken", NONE).m().keySet());
        }
        actions(request).forEach(action -> {
            if (action.put() != null && action.put().tableName().equals(table)) {
                hit.add(id(action.put().item()));
            } else if (action.update() != null && action.update().tableName().equals(table)) {
                hit.add(id(action.update().key()));
            } else if (action.delete() != null && action.delete().tableName().equals(table)) {
                hit.add(id(action.delete().key()));
            }
        });
    }

    synchronized boolean explain(MessageId message) {
        var id = message.toString();
        return hit.contains(id) || claimedBy.getOrDefault(id, Set.of()).stream().anyMatch(killed::contains);
    }

    private static Stream<TransactWriteItem> actions(SdkRequest request) {
        var actions = request instanceof TransactWriteItemsRequest transaction
                ? transaction.transactItems()
                : List.<TransactWriteItem>of();
        return actions.stream();
    }

    /** The partition is {@code store|address}, the other key {@code m#purpose}; of a slot of a day it makes no message's id. */
    private static String id(Map<String, AttributeValue> key) {
        var partition = key.getOrDefault("pk", AttributeValue.fromS("")).s();
        var sort = key.getOrDefault("sk", AttributeValue.fromS("")).s();
        return partition.substring(partition.indexOf('|') + 1) + "." + sort.substring(sort.indexOf('#') + 1);
    }
}
