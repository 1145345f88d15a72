package dev.groundswell.cloud.audience;

import static dev.groundswell.core.audience.ARow.SHARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.groundswell.cloud.dynamodb.CrashingDynamoDb;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.audience.AnIndex;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The index on DynamoDB: what a crash between any two of a compactor's writes leaves, and what two compactors at once do. */
class CompactionOnDynamoDbTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Audience");
    }

    private static AudienceTable table(DynamoDbClient client) {
        return new AudienceTable(client, aws.table("Audience"));
    }

    private static AudienceTable table() {
        return table(aws.clients().dynamoDb());
    }

    /** With expired blocks, small ones to merge, a gone customer and a delta that came too late. */
    private static AnIndex aBusyIndex(StoreId store) {
        var index = new AnIndex(table(), store);
        for (var version = 1; version <= 5; version++) {
            for (var customer = version; customer < version + 3; customer++) {
                index.put(customer, version);
            }
            index.fold();
        }
        index.pass(AudienceIndex.GRACE);
        index.put(4, 9);
        index.put(20, 1);
        index.remove(5);
        index.put(3, 1);
        return index;
    }

    @Test
    void aCrashBeforeOrAfterAnyWriteLosesAndDoublesNothing() {
        aws.assumeManyTransactions();
        var crashes = 0;
        for (var write = 1; isCrashedAt(write, false) && isCrashedAt(write, true); write++) {
            crashes++;
        }
        assertThat(crashes).isGreaterThan(6);
    }

    /** @return false once there are fewer writes */
    private static boolean isCrashedAt(int write, boolean afterTheWrite) {
        var index = aBusyIndex(new StoreId(UUID.randomUUID().toString()));
        var crashing = CrashingDynamoDb.at(write, afterTheWrite, aws.clients().dynamoDb());

        var crash = catchThrowable(() -> index.compactor(table(crashing)).fold(index.store(), SHARD));

        assertThat(index.read()).as("after the crash at write %d", write).isEqualTo(index.expected());
        var manifest = index.fold();
        assertThat(index.read(manifest)).isEqualTo(index.expected());
        assertThat(index.deltas()).isZero();
        return crash != null;
    }

    @Test
    void compactorsAtOnceWhileCustomersChangeEndAsTheGreatestVersions() {
        var index = new AnIndex(table(), store);
        var changing = CompletableFuture.runAsync(
                () -> IntStream.range(0, 150).forEach(change -> index.put(change * 7 % 40, change * 13 % 50)));
        var folding = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    while (!changing.isDone()) {
                        index.fold();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(folding).join();
        changing.join();

        var manifest = index.fold();

        assertThat(index.read(manifest)).isEqualTo(index.expected()).hasSize(40);
        assertThat(index.deltas()).isZero();
    }
}
