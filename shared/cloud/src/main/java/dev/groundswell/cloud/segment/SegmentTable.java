package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.segment.Segment;
import dev.groundswell.core.segment.SegmentId;
import dev.groundswell.core.segment.Segments;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Stores' own segments in the table {@code Segments}: partition {@code store}, sorted by id. A rule is kept as its text. */
public final class SegmentTable implements Segments {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String RULE = "rule";
    private static final String CREATED_AT = "createdAt";
    private static final String UPDATED_AT = "updatedAt";
    private static final String REVISION = "revision";

    private final DynamoDbClient client;
    private final String table;

    public SegmentTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public boolean save(StoreId store, Segment segment) {
        try {
            client.putItem(put -> {
                put.tableName(table).item(item(store, segment));
                if (segment.revision() == 1) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :before")
                            .expressionAttributeValues(Map.of(":before", number(segment.revision() - 1)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsKept) {
            return false;
        }
    }

    @Override
    public Optional<Segment> find(StoreId store, SegmentId id) {
        var answer =
                client.getItem(get -> get.tableName(table).key(key(store, id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(segment(answer.item())) : Optional.empty();
    }

    @Override
    public List<Segment> all(StoreId store) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(store.value())))
                        .consistentRead(true))
                .items()
                .stream()
                .map(SegmentTable::segment)
                .toList();
    }

    @Override
    public boolean delete(StoreId store, SegmentId id) {
        return client.deleteItem(
                        delete -> delete.tableName(table).key(key(store, id)).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    private static Map<String, AttributeValue> key(StoreId store, SegmentId id) {
        return Map.of(PK, text(store.value()), SK, text(id.value()));
    }

    private static Map<String, AttributeValue> item(StoreId store, Segment segment) {
        return Map.of(
                PK, text(store.value()),
                SK, text(segment.id().value()),
                NAME, text(segment.name()),
                DESCRIPTION, text(segment.description()),
                RULE, text(RuleText.write(segment.rule())),
                CREATED_AT, text(segment.createdAt().toString()),
                UPDATED_AT, text(segment.updatedAt().toString()),
                REVISION, number(segment.revision()));
    }

    private static Segment segment(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        var id = new SegmentId(item.text(SK));
        return new Segment(
                id,
                item.text(NAME),
                item.text(DESCRIPTION),
                rule(id, item.text(RULE)),
                Instant.parse(item.text(CREATED_AT)),
                Instant.parse(item.text(UPDATED_AT)),
                item.number(REVISION));
    }

    private static SegmentRule rule(SegmentId id, String text) {
        return switch (RuleText.read(text)) {
            case RuleReading.Read(var rule) -> rule;
            case RuleReading.Refused(var errors) ->
                throw new IllegalStateException("The stored rule of segment " + id + " cannot be read: "
                        + errors.getFirst().message());
        };
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
