package dev.groundswell.cloud.audience;

import static dev.groundswell.core.audience.ARow.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.audience.ARow;
import dev.groundswell.core.audience.AudienceShards;
import dev.groundswell.core.audience.AudienceShardsContract;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.BlockId;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AudienceTableTest extends AudienceShardsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    @BeforeAll
    static void createTables() {
        aws.createTables("Audience");
    }

    @Override
    protected AudienceShards shards() {
        return new AudienceTable(aws.clients().dynamoDb(), aws.table("Audience"));
    }

    @Test
    void blocksBeyondSixteenMegabytesAreReadInSeveralRequests() {
        var store = new StoreId("large");
        var rows = IntStream.range(0, 100).mapToObj(row -> ARow.of(row, 1)).toList();
        var ids = IntStream.range(0, 50)
                .mapToObj(number -> BlockId.of(Instant.EPOCH, number))
                .collect(Collectors.toSet());
        ids.forEach(id ->
                shards().write(store, SHARD, new AudienceShards.StoredBlock(id, Block.of(rows), MemberBlock.of(rows))));
        ids.forEach(id -> padTo380Kilobytes(store, id));

        var read = shards().blocks(store, SHARD, ids);

        assertThat(read.value()).hasSize(50);
        assertThat(read.requests()).isGreaterThan(1);
        assertThat(read.readUnits()).isBetween(50 * 370 / 8.0, 50 * 400 / 8.0);
    }

    private static void padTo380Kilobytes(StoreId store, BlockId id) {
        aws.clients()
                .dynamoDb()
                .updateItem(update -> update.tableName(aws.table("Audience"))
                        .key(Map.of(
                                "pk", AttributeValue.fromS(store + "|03"), "sk", AttributeValue.fromS("block#" + id)))
                        .updateExpression("SET padding = :padding")
                        .expressionAttributeValues(Map.of(":padding", AttributeValue.fromS("x".repeat(380_000)))));
    }

    @Test
    void halfABlockIsFoundByTheSweepToo() {
        var store = new StoreId("half");
        var id = BlockId.of(Instant.EPOCH, 1);
        aws.clients()
                .dynamoDb()
                .putItem(put -> put.tableName(aws.table("Audience"))
                        .item(Map.of(
                                "pk", AttributeValue.fromS(store + "|03"),
                                "sk", AttributeValue.fromS("members#" + id))));

        assertThat(shards().stored(store, SHARD)).isEqualTo(Set.of(id));
        shards().deleteBlocks(store, SHARD, List.of(id));
        assertThat(shards().stored(store, SHARD)).isEmpty();
    }
}
