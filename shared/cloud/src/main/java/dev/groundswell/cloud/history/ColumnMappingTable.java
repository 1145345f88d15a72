package dev.groundswell.cloud.history;

import static dev.groundswell.cloud.history.ImportItem.text;

import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Column mappings in the table {@code Imports}: partition {@code store|mappings}, sorted by name. */
public final class ColumnMappingTable implements ColumnMappings {

    private static final String MAPPING = "mapping";

    private final DynamoDbClient client;
    private final String table;

    public ColumnMappingTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    private static Map<String, AttributeValue> key(StoreId store, String name) {
        return Map.of("pk", text(store + "|mappings"), "sk", text(name));
    }

    @Override
    public void save(StoreId store, NamedMapping mapping) {
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk",
                        text(store + "|mappings"),
                        "sk",
                        text(mapping.name()),
                        MAPPING,
                        text(ImportItem.mapping(mapping)))));
    }

    @Override
    public Optional<NamedMapping> find(StoreId store, String name) {
        if (!NamedMapping.isName(name)) {
            return Optional.empty();
        }
        var answer =
                client.getItem(get -> get.tableName(table).key(key(store, name)).consistentRead(true));
        return answer.hasItem() ? Optional.of(mapping(answer.item())) : Optional.empty();
    }

    @Override
    public List<NamedMapping> all(StoreId store) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(store + "|mappings")))
                        .consistentRead(true))
                .items()
                .stream()
                .map(ColumnMappingTable::mapping)
                .toList();
    }

    @Override
    public boolean delete(StoreId store, String name) {
        return NamedMapping.isName(name)
                && client.deleteItem(delete ->
                                delete.tableName(table).key(key(store, name)).returnValues(ReturnValue.ALL_OLD))
                        .hasAttributes();
    }

    private static NamedMapping mapping(Map<String, AttributeValue> item) {
        return ImportItem.mapping(Objects.requireNonNull(item.get(MAPPING)).s());
    }
}
