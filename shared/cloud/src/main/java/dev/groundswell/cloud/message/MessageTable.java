package dev.groundswell.cloud.message;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.dynamodb.Transactions.Result;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Messages in the table {@code Messages}. A message that is sent is written once, when it is claimed, in one request with up to a
 * hundred others: with its slot of the day four write units, without a cap two. What the provider took of a claim is one item
 * for all its {@linkplain Handovers messages}. Only what is heard later, or went another way, is written to the message.
 */
public final class MessageTable implements Messages, Claims {

    private static final String IDS = "ids";
    private static final String TAKE_SLOT = "ADD ids :ids SET expiresAt = :expiresAt";
    private static final String SLOT_IS_FREE = "attribute_not_exists(ids) OR size(ids) < :cap";
    private static final String FREE_SLOT = "DELETE ids :ids";

    /** A day's slots are of no use after it, wherever on earth the day is. */
    private static final int SLOTS_KEPT_DAYS = 3;

    private static final String IS_STILL_CLAIMED = "stage = :claimed AND claim = :claim";

    private final DynamoDbClient client;
    private final String table;
    private final Transactions transactions;
    private final Handovers handovers;

    public MessageTable(DynamoDbClient client, String table, Transactions transactions) {
        this.client = client;
        this.table = table;
        this.transactions = transactions;
        this.handovers = new Handovers(client, table);
    }

    // ---- claims

    @Override
    public Map<MessageId, Claimed> claim(StoreId store, Message.Claim claim, Optional<DayCap> cap, List<Draft> drafts) {
        var claimed = new LinkedHashMap<MessageId, Claimed>();
        Transactions.rounds(drafts, draft -> draft.id().address())
                .forEach(some -> claimed.putAll(claimDistinct(store, claim, cap, some)));
        return claimed;
    }

    private Map<MessageId, Claimed> claimDistinct(
            StoreId store, Message.Claim claim, Optional<DayCap> cap, List<Draft> drafts) {
        var common = MessageItem.claimed(claim);
        var groups = new LinkedHashMap<MessageId, List<TransactWriteItem>>();
        for (var draft : drafts) {
            var put = put(store, draft, common);
            groups.put(
                    draft.id(),
                    cap.map(ofDay -> List.of(put, takeSlot(store, draft.id(), ofDay)))
                            .orElseGet(() -> List.of(put)));
        }
        var results = new LinkedHashMap<>(transactions.write(groups));
        var capped = drafts.stream()
                .filter(draft -> hasNoSlot(results.get(draft.id())))
                .toList();
        capped.forEach(draft -> results.remove(draft.id()));
        var claimed = claimed(store, results, new Claimed.Mine());
        claimed.putAll(excludeCapped(store, capped, claim.at()));
        return claimed;
    }

    /** The second action of a group is its slot's. */
    private static boolean hasNoSlot(@Nullable Result result) {
        return result instanceof Result.Refused(var action, var _) && action > 0;
    }

    private Map<MessageId, Claimed> excludeCapped(StoreId store, List<Draft> capped, Instant at) {
        var common = MessageItem.excluded(ExclusionReason.FREQUENCY_CAP, at);
        var groups = new LinkedHashMap<MessageId, List<TransactWriteItem>>();
        capped.forEach(draft -> groups.put(draft.id(), List.of(put(store, draft, common))));
        return claimed(store, transactions.write(groups), new Claimed.Capped());
    }

    private Map<MessageId, Claimed> claimed(StoreId store, Map<MessageId, Result> results, Claimed ifWritten) {
        var taken = refused(store, results);
        var claimed = new LinkedHashMap<MessageId, Claimed>();
        results.forEach((id, result) -> claimed.put(
                id,
                switch (result) {
                    case Result.Written() -> ifWritten;
                    case Result.Refused _ -> new Claimed.Taken(Objects.requireNonNull(taken.get(id)));
                    case Result.Busy() -> new Claimed.Busy();
                }));
        return claimed;
    }

    /** The messages that are there instead of what was to be written. */
    private Map<MessageId, Message> refused(StoreId store, Map<MessageId, Result> results) {
        var items = results.values().stream()
                .flatMap(result -> result instanceof Result.Refused(var _, var known) ? known.stream() : Stream.empty())
                .map(Item::attributes)
                .toList();
        return byId(handovers.messages(store, items));
    }

    private static Map<MessageId, Message> byId(List<Message> messages) {
        return messages.stream().collect(toMap(Message::id, message -> message));
    }

    @Override
    public void handOver(StoreId store, Message.Claim claim, Map<MessageId, Outcome.Sent> taken) {
        handovers.put(store, claim, taken);
    }

    private TransactWriteItem put(StoreId store, Draft draft, Map<String, AttributeValue> common) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(MessageItem.item(store, draft, common))
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    private TransactWriteItem takeSlot(StoreId store, MessageId id, DayCap cap) {
        var expiry =
                cap.day().plusDays(SLOTS_KEPT_DAYS).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(MessageKeys.cap(store, id.address(), cap.day()))
                        .updateExpression(TAKE_SLOT)
                        .conditionExpression(SLOT_IS_FREE)
                        .expressionAttributeValues(Map.of(
                                ":" + IDS,
                                AttributeValue.fromSs(List.of(id.purpose())),
                                ":cap",
                                AttributeValue.fromN(Integer.toString(cap.messages())),
                                ":expiresAt",
                                AttributeValue.fromN(Long.toString(expiry))))
                        .build())
                .build();
    }

    private TransactWriteItem freeSlot(StoreId store, MessageId id, DayCap cap) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(MessageKeys.cap(store, id.address(), cap.day()))
                        .updateExpression(FREE_SLOT)
                        .expressionAttributeValues(Map.of(":" + IDS, AttributeValue.fromSs(List.of(id.purpose()))))
                        .build())
                .build();
    }

    @Override
    public Set<MessageId> release(StoreId store, Message.Claim claim, Optional<DayCap> cap, Collection<MessageId> ids) {
        var groups = new LinkedHashMap<MessageId, List<TransactWriteItem>>();
        ids.forEach(id -> groups.put(id, withSlot(store, id, cap, delete(store, id, claim))));
        return written(groups);
    }

    private TransactWriteItem delete(StoreId store, MessageId id, Message.Claim claim) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(MessageKeys.message(store, id))
                        .conditionExpression(IS_STILL_CLAIMED)
                        .expressionAttributeValues(
                                Map.of(":claimed", Stage.CLAIMED, ":claim", MessageItem.claim(claim))))
                .build();
    }

    @Override
    public void exclude(StoreId store, Optional<DayCap> cap, Instant at, Map<MessageId, ExclusionReason> reasons) {
        var groups = new LinkedHashMap<MessageId, List<TransactWriteItem>>();
        reasons.forEach((id, reason) ->
                groups.put(id, withSlot(store, id, cap, settling(store, id, new Outcome.Excluded(at, reason)))));
        write(groups);
    }

    private List<TransactWriteItem> withSlot(
            StoreId store, MessageId id, Optional<DayCap> cap, TransactWriteItem action) {
        return cap.map(ofDay -> List.of(action, freeSlot(store, id, ofDay))).orElseGet(() -> List.of(action));
    }

    @Override
    public Set<MessageId> giveUp(StoreId store, Outcome.Unknown outcome, Collection<Message> claims) {
        var groups = new LinkedHashMap<MessageId, List<TransactWriteItem>>();
        claims.forEach(read -> groups.put(
                read.id(), List.of(givingUp(store, read.id(), read.claim().orElseThrow(), outcome))));
        return written(groups);
    }

    private TransactWriteItem givingUp(StoreId store, MessageId id, Message.Claim claim, Outcome.Unknown outcome) {
        var settling = Settling.of(store, id, outcome);
        var values = new HashMap<>(settling.values());
        values.put(":claimed", Stage.CLAIMED);
        values.put(":claim", MessageItem.claim(claim));
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(MessageKeys.message(store, id))
                        .updateExpression(settling.expression())
                        .conditionExpression(IS_STILL_CLAIMED)
                        .expressionAttributeValues(values))
                .build();
    }

    // ---- outcomes

    @Override
    public Map<MessageId, Message> settle(StoreId store, Map<MessageId, Outcome> outcomes) {
        var overruled = overruledByHandovers(store, outcomes);
        var groups = new LinkedHashMap<MessageId, List<TransactWriteItem>>();
        outcomes.forEach((id, outcome) -> {
            if (!overruled.containsKey(id)) {
                groups.put(id, List.of(settling(store, id, outcome)));
            }
        });
        overruled.putAll(refused(store, write(groups)));
        return overruled;
    }

    /** A condition sees a message's own item only: what counts no more than a handover is compared with what is read. */
    private Map<MessageId, Message> overruledByHandovers(StoreId store, Map<MessageId, Outcome> outcomes) {
        var atMostSent = new HashMap<>(outcomes);
        atMostSent.values().removeIf(MessageTable::isMoreThanSent);
        var known = new HashMap<MessageId, Message>();
        if (!atMostSent.isEmpty()) {
            known.putAll(find(store, atMostSent.keySet()));
            atMostSent.forEach((id, outcome) ->
                    known.computeIfPresent(id, (_, message) -> isNews(outcome, message) ? null : message));
        }
        return known;
    }

    private static boolean isMoreThanSent(Outcome outcome) {
        return outcome.state().overrules(MessageState.SENT);
    }

    private static boolean isNews(Outcome outcome, Message known) {
        return outcome.state().overrules(known.state());
    }

    private TransactWriteItem settling(StoreId store, MessageId id, Outcome outcome) {
        var settling = Settling.of(store, id, outcome);
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(MessageKeys.message(store, id))
                        .updateExpression(settling.expression())
                        .conditionExpression(Settling.IS_NEWS)
                        .expressionAttributeValues(settling.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    @Override
    public Optional<Settled> settle(StoreId store, MessageId id, Outcome outcome, String countedBy) {
        if (!isMoreThanSent(outcome)) {
            var known = client.getItem(get ->
                    get.tableName(table).key(MessageKeys.message(store, id)).consistentRead(true));
            var settled =
                    known.hasItem() ? Optional.of(settled(store, known.item(), false)) : Optional.<Settled>empty();
            if (settled.filter(before -> isNews(outcome, before.message())).isEmpty()) {
                return settled;
            }
        }
        var settling = Settling.of(store, id, outcome).countedBy(countedBy);
        try {
            var after = transactions.alone(() -> client.updateItem(update -> update.tableName(table)
                    .key(MessageKeys.message(store, id))
                    .updateExpression(settling.expression())
                    .conditionExpression(Settling.IS_NEWS)
                    .expressionAttributeValues(settling.values())
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return Optional.of(settled(store, after.attributes(), true));
        } catch (ConditionalCheckFailedException overruled) {
            return overruled.hasItem() && !overruled.item().isEmpty()
                    ? Optional.of(settled(store, overruled.item(), false))
                    : Optional.empty();
        }
    }

    private Settled settled(StoreId store, Map<String, AttributeValue> item, boolean isNews) {
        var message = handovers.messages(store, List.of(item)).getFirst();
        return new Settled(message, isNews, MessageItem.countedBy(new Item(item)));
    }

    @Override
    public boolean recount(StoreId store, MessageId id, String before, String countedBy) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(MessageKeys.message(store, id))
                    .updateExpression("SET countedBy = :now")
                    .conditionExpression("countedBy = :before")
                    .expressionAttributeValues(
                            Map.of(":before", MessageItem.text(before), ":now", MessageItem.text(countedBy))));
            return true;
        } catch (ConditionalCheckFailedException anothers) {
            return false;
        }
    }

    @Override
    public void forget(StoreId store, AddressKey address, BuyerId buyer) {
        itemsOf(store, address)
                .map(item -> MessageItem.message(new Item(item)))
                .filter(message -> message.facts().buyer().equals(buyer))
                .filter(message -> message.facts().address().isPresent())
                .forEach(message -> client.updateItem(update -> update.tableName(table)
                        .key(MessageKeys.message(store, message.id()))
                        .updateExpression("REMOVE address")));
    }

    @Override
    public Optional<Message> resend(StoreId store, MessageId id) {
        var known = find(store, List.of(id)).get(id);
        if (known == null || known.state() != MessageState.UNKNOWN) {
            return Optional.empty();
        }
        try {
            var after = client.updateItem(update -> update.tableName(table)
                    .key(MessageKeys.message(store, id))
                    .updateExpression("SET resentAs = :again")
                    .conditionExpression("stage = :unknown")
                    .expressionAttributeValues(Map.of(
                            ":again", MessageItem.text(id.again().toString()),
                            ":unknown", Stage.of(MessageState.UNKNOWN)))
                    .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(MessageItem.message(new Item(after.attributes())));
        } catch (ConditionalCheckFailedException notUnknown) {
            return Optional.empty();
        }
    }

    private Set<MessageId> written(Map<MessageId, List<TransactWriteItem>> groups) {
        var written = new HashSet<MessageId>();
        write(groups).forEach((id, result) -> {
            if (result instanceof Result.Written) {
                written.add(id);
            }
        });
        return written;
    }

    /** What must be written: nobody else says it if the caller does not. */
    private Map<MessageId, Result> write(Map<MessageId, List<TransactWriteItem>> groups) {
        var results = transactions.write(groups);
        if (results.values().stream().anyMatch(Result.Busy.class::isInstance)) {
            throw new IllegalStateException("Others keep writing to messages of " + table + ".");
        }
        return results;
    }

    // ---- reading

    @Override
    public Map<MessageId, Message> find(StoreId store, Collection<MessageId> ids) {
        var items = new BatchGet(client, table, true)
                .find(new LinkedHashSet<>(ids), id -> MessageKeys.message(store, id), MessageKeys.PK, MessageKeys.SK);
        return byId(handovers.messages(store, items.values()));
    }

    @Override
    public List<Message> ofAddress(StoreId store, AddressKey address) {
        var items = itemsOf(store, address).limit(MAX_OF_ADDRESS).toList();
        return handovers.messages(store, items).stream()
                .sorted(comparing(Message::since).reversed())
                .toList();
    }

    private Stream<Map<String, AttributeValue>> itemsOf(StoreId store, AddressKey address) {
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :messages)")
                .expressionAttributeValues(Map.of(
                        ":pk", MessageKeys.partition(store, address),
                        ":messages", AttributeValue.fromS(MessageKeys.MESSAGES)))
                .consistentRead(true)
                .build();
        return client.queryPaginator(query).items().stream();
    }

    @Override
    public List<Message> unknown(StoreId store, String purpose, Optional<MessageId> after, int limit) {
        var query =
                QueryRequest.builder().tableName(table).indexName("byUnknown").limit(limit);
        if (purpose.isEmpty()) {
            query.keyConditionExpression("unknownOf = :store")
                    .expressionAttributeValues(Map.of(":store", MessageItem.text(store.value())));
        } else {
            query.keyConditionExpression("unknownOf = :store AND begins_with(unknownKey, :purpose)")
                    .expressionAttributeValues(
                            Map.of(":store", MessageItem.text(store.value()), ":purpose", MessageItem.text(purpose)));
        }
        after.ifPresent(last -> query.exclusiveStartKey(unknownKey(store, last)));
        return client.queryPaginator(query.build()).stream()
                .flatMap(page -> handovers.messages(store, page.items()).stream())
                .filter(message -> message.state() == MessageState.UNKNOWN)
                .limit(limit)
                .toList();
    }

    private static Map<String, AttributeValue> unknownKey(StoreId store, MessageId id) {
        var key = new HashMap<>(MessageKeys.message(store, id));
        key.put(MessageKeys.UNKNOWN_OF, MessageItem.text(store.value()));
        key.put(MessageKeys.UNKNOWN_KEY, MessageKeys.unknown(id));
        return key;
    }
}
