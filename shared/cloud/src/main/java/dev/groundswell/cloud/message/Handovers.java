package dev.groundswell.cloud.message;

import static java.util.stream.Collectors.toSet;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What providers took of the messages of a claim: one item for all of them, instead of another write to each. Until something else
 * is heard of a message, its own item only says whose claim it was; so whoever reads messages reads these items too.
 */
final class Handovers {

    private static final String TAKEN = "taken";

    /** Not before the last of its messages is gone. */
    private static final Duration KEPT = Duration.ofDays(Messages.KEPT_DAYS + 30);

    private final DynamoDbClient client;
    private final String table;

    Handovers(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Of a slice of 50 it has some 7 KB. */
    void put(StoreId store, Message.Claim claim, Map<MessageId, Outcome.Sent> handovers) {
        var taken = new HashMap<String, AttributeValue>();
        handovers.forEach((id, sent) -> taken.put(id.toString(), MessageItem.handover(sent)));
        var item = new HashMap<>(MessageKeys.handovers(store, claim.owner()));
        item.put(TAKEN, AttributeValue.fromM(taken));
        item.put(MessageItem.EXPIRES_AT, MessageItem.expiry(claim.at(), KEPT));
        client.putItem(put -> put.tableName(table).item(item));
    }

    /** The messages of items that were read, in their order. */
    List<Message> messages(StoreId store, Collection<Map<String, AttributeValue>> items) {
        var read = items.stream().map(Item::new).toList();
        var owners = read.stream()
                .flatMap(item -> MessageItem.unnotedOwner(item).stream())
                .collect(toSet());
        var taken = owners.isEmpty() ? Map.<String, AttributeValue>of() : taken(store, owners);
        return read.stream().map(item -> message(item, taken)).toList();
    }

    private static Message message(Item item, Map<String, AttributeValue> taken) {
        var handover = taken.get(MessageItem.id(item).toString());
        return MessageItem.message(handover == null ? item : MessageItem.handedOver(item, handover));
    }

    /** By the messages' ids. A message has one claim that was ever handed over. */
    private Map<String, AttributeValue> taken(StoreId store, Set<String> owners) {
        var taken = new HashMap<String, AttributeValue>();
        new BatchGet(client, table, true)
                .find(owners, owner -> MessageKeys.handovers(store, owner), MessageKeys.PK, MessageKeys.SK)
                .values()
                .forEach(item -> taken.putAll(
                        item.getOrDefault(TAKEN, AttributeValue.fromM(Map.of())).m()));
        return taken;
    }
}
