package dev.groundswell.cloud.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items of one table by their keys, in as few calls as DynamoDB allows. */
public final class BatchGet {

    /** DynamoDB's own limit. */
    private static final int MAX_KEYS = 100;

    private final DynamoDbClient client;
    private final String table;
    private final boolean consistent;

    /** Eventually consistent. */
    public BatchGet(DynamoDbClient client, String table) {
        this(client, table, false);
    }

    public BatchGet(DynamoDbClient client, String table, boolean consistent) {
        this.client = client;
        this.table = table;
        this.consistent = consistent;
    }

    /**
     * What was read.
     *
     * @param items     those that exist, by what they were asked for
     * @param readUnits of DynamoDB, for whoever accounts for them
     */
    public record Found<K>(Map<K, Map<String, AttributeValue>> items, double readUnits, int requests) {}

    /**
     * The items among {@code wanted} that exist.
     *
     * @param key      the item's key
     * @param keyNames the names of the key's attributes
     * @throws IllegalStateException if DynamoDB keeps leaving keys over
     */
    public <K> Map<K, Map<String, AttributeValue>> find(
            Set<K> wanted, Function<K, Map<String, AttributeValue>> key, String... keyNames) {
        return read(wanted, key, keyNames).items();
    }

    /** The same, and what it took. */
    public <K> Found<K> read(Set<K> wanted, Function<K, Map<String, AttributeValue>> key, String... keyNames) {
        var byKey = new HashMap<Map<String, AttributeValue>, K>();
        wanted.forEach(one -> byKey.put(key.apply(one), one));
        var all = List.copyOf(byKey.keySet());
        var found = new HashMap<K, Map<String, AttributeValue>>();
        var spent = new Spent();
        for (var from = 0; from < all.size(); from += MAX_KEYS) {
            spent.read(all.subList(from, Math.min(all.size(), from + MAX_KEYS))).forEach(item -> {
                var itsKey = new HashMap<>(item);
                itsKey.keySet().retainAll(List.of(keyNames));
                var one = byKey.get(itsKey);
                if (one != null) {
                    found.put(one, item);
                }
            });
        }
        return new Found<>(found, spent.readUnits, spent.requests);
    }

    /** What a reading takes, while it goes on. */
    private final class Spent {

        private double readUnits;
        private int requests;

        List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
            var wanted = KeysAndAttributes.builder()
                    .keys(keys)
                    .consistentRead(consistent)
                    .build();
            var answer = new ReadOfTables(client).read(Map.of(table, wanted));
            readUnits += answer.readUnits();
            requests += answer.requests();
            return answer.items(table);
        }
    }
}
