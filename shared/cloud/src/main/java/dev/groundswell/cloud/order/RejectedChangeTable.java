package dev.groundswell.cloud.order;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectedChanges;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code RejectedChanges}: partition the store, sorted by the change's id, which grows with time. */
public final class RejectedChangeTable implements RejectedChanges {

    /** Long enough for a season's clean-up; then DynamoDB deletes them. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String CODE = "code";
    private static final String FIELD = "field";
    private static final String MESSAGE = "message";
    private static final String ORIGINAL = "original";
    private static final String EXPIRES_AT = "expiresAt";

    private final DynamoDbClient client;
    private final String table;

    public RejectedChangeTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void add(StoreId store, List<RejectedChange> changes) {
        changes.forEach(change -> client.putItem(put -> put.tableName(table).item(item(store, change))));
    }

    @Override
    public List<RejectedChange> newest(StoreId store, int limit, Optional<String> before) {
        var condition = "pk = :store" + before.map(_ -> " AND sk < :before").orElse("");
        var values = new HashMap<String, AttributeValue>();
        values.put(":store", AttributeValue.fromS(store.value()));
        before.ifPresent(id -> values.put(":before", AttributeValue.fromS(id)));
        return client
                .query(query -> query.tableName(table)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> change(new Item(item)))
                .toList();
    }

    private static Map<String, AttributeValue> item(StoreId store, RejectedChange change) {
        return Map.of(
                PK, AttributeValue.fromS(store.value()),
                SK, AttributeValue.fromS(change.id()),
                RECEIVED_AT, AttributeValue.fromS(change.receivedAt().toString()),
                CODE, AttributeValue.fromS(change.rejection().code().name()),
                FIELD, AttributeValue.fromS(change.rejection().field()),
                MESSAGE, AttributeValue.fromS(change.rejection().message()),
                ORIGINAL, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(zipped(change.original()))),
                EXPIRES_AT,
                        AttributeValue.fromN(
                                Long.toString(change.receivedAt().plus(KEPT).getEpochSecond())));
    }

    private static RejectedChange change(Item item) {
        return new RejectedChange(
                item.text(SK),
                Instant.parse(item.text(RECEIVED_AT)),
                new Rejection(RejectionCode.valueOf(item.text(CODE)), item.text(FIELD), item.text(MESSAGE)),
                unzipped(item.bytes(ORIGINAL)));
    }

    /** A message of a megabyte would not fit an item as it is. */
    private static byte[] zipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return bytes.toByteArray();
    }

    private static String unzipped(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notOurs) {
            throw new UncheckedIOException("A rejected change's original is not as we wrote it.", notOurs);
        }
    }
}
