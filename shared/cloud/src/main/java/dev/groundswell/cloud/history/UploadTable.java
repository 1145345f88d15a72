package dev.groundswell.cloud.history;

import static dev.groundswell.cloud.history.ImportItem.number;
import static dev.groundswell.cloud.history.ImportItem.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is known of uploads, in the table {@code Imports}: partition {@code store|uploads}, sorted by id. */
final class UploadTable {

    private final DynamoDbClient client;
    private final String table;

    UploadTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * An upload.
     *
     * @param s3Id as S3 names it until it is complete
     */
    record Known(String fileName, long bytes, long partBytes, String s3Id) {

        int parts() {
            return (int) ((bytes + partBytes - 1) / partBytes);
        }

        /** @param part from 1 */
        long bytesOf(int part) {
            return part < parts() ? partBytes : bytes - partBytes * (parts() - 1);
        }
    }

    void add(StoreId store, UploadId id, Known upload, Instant expiresAt) {
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "pk", text(store + "|uploads"),
                        "sk", text(id.value()),
                        "fileName", text(upload.fileName()),
                        "bytes", number(upload.bytes()),
                        "partBytes", number(upload.partBytes()),
                        "s3Id", text(upload.s3Id()),
                        "expiresAt", number(expiresAt.getEpochSecond()))));
    }

    Optional<Known> find(StoreId store, UploadId id) {
        var answer = client.getItem(get -> get.tableName(table)
                .key(Map.of("pk", text(store + "|uploads"), "sk", text(id.value())))
                .consistentRead(true));
        if (!answer.hasItem()) {
            return Optional.empty();
        }
        var item = new Item(answer.item());
        return Optional.of(
                new Known(item.text("fileName"), item.number("bytes"), item.number("partBytes"), item.text("s3Id")));
    }
}
