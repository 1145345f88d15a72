package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.dynamodb.ReadOfTables;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.core.campaign.Addressees;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Customers in the table {@code Orders} and their addresses' standings in {@code Messages}, a slice's in one request: reading
 * them was a quarter of the CPU of a message, when each customer's whole profile was read.
 */
public final class AddresseeTables implements Addressees {

    /** Of each draft two items are read, and a request has room for a hundred. */
    private static final int DRAFTS_A_REQUEST = 50;

    private final ReadOfTables reading;
    private final String orders;
    private final String messages;

    /** @param orders the table that has profiles */
    public AddresseeTables(DynamoDbClient client, String orders, String messages) {
        this.reading = new ReadOfTables(client);
        this.orders = orders;
        this.messages = messages;
    }

    @Override
    public Map<MessageId, Addressee> read(StoreId store, Collection<Draft> drafts) {
        var all = new ArrayList<>(drafts);
        var found = new HashMap<MessageId, Addressee>();
        for (var from = 0; from < all.size(); from += DRAFTS_A_REQUEST) {
            found.putAll(readSome(store, all.subList(from, Math.min(all.size(), from + DRAFTS_A_REQUEST))));
        }
        return found;
    }

    private Map<MessageId, Addressee> readSome(StoreId store, List<Draft> drafts) {
        Function<Draft, Map<String, AttributeValue>> person = draft -> CustomerProfileTable.key(store, draft.buyer());
        Function<Draft, Map<String, AttributeValue>> address =
                draft -> StandingTable.key(store, draft.id().address());
        var answer = reading.read(Map.of(
                orders, CustomerProfileTable.persons(keys(drafts, person)),
                messages, standings(keys(drafts, address))));
        var persons = byPartition(answer.items(orders));
        var standings = byPartition(answer.items(messages));
        return drafts.stream()
                .collect(Collectors.toMap(
                        Draft::id,
                        draft -> new Addressee(
                                Optional.ofNullable(persons.get(partition(person.apply(draft))))
                                        .map(CustomerProfileTable::person),
                                Optional.ofNullable(standings.get(partition(address.apply(draft))))
                                        .map(StandingTable::standing)
                                        .orElse(Standing.CLEAR))));
    }

    /** Two drafts may be of one customer, and a request names each key once. */
    private static Set<Map<String, AttributeValue>> keys(
            List<Draft> drafts, Function<Draft, Map<String, AttributeValue>> key) {
        return drafts.stream().map(key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static KeysAndAttributes standings(Set<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    }

    /** Each item is the only one that was asked for of its partition. */
    private static Map<String, Map<String, AttributeValue>> byPartition(List<Map<String, AttributeValue>> items) {
        return items.stream().collect(Collectors.toMap(AddresseeTables::partition, item -> item));
    }

    private static String partition(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get(CustomerProfileTable.PK)).s();
    }
}
