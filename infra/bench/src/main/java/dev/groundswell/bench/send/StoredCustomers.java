package dev.groundswell.bench.send;

import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.customer.CustomerProfileJson;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.FixedTerms;
import dev.groundswell.core.segment.freeze.FreezeStart;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenRange;
import dev.groundswell.core.segment.freeze.MemberChunk;
import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.template.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Customers with one paid order each, a phone and a mailbox: their profiles, and all of them as one frozen audience. */
final class StoredCustomers {

    /** As many as a chunk of a frozen audience has. */
    private static final int CHUNK = 1_000;

    /** DynamoDB's own limit. */
    private static final int ITEMS_A_WRITE = 25;

    private static final StoreId STORE = BenchStore.STORE.id();
    private static final String RULE = "everyone";
    private static final String HASH = "0".repeat(64);

    private final DynamoDbClient client;
    private final Template template;

    StoredCustomers(DynamoDbClient client, Template template) {
        this.client = client;
        this.template = template;
    }

    /** @return the audience */
    AudienceId write(int customers, Instant now) {
        var byShard = new HashMap<Integer, List<AudienceRow>>();
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (var number = 0; number < customers; number++) {
            var profile = profile(number);
            items.add(item(profile));
            var row = AudienceRows.of(profile, 1);
            byShard.computeIfAbsent(RowHash.shardOf(hash(row), AudienceIndex.SHARDS), _ -> new ArrayList<>())
                    .add(row);
        }
        for (var from = 0; from < items.size(); from += ITEMS_A_WRITE) {
            write(items.subList(from, Math.min(items.size(), from + ITEMS_A_WRITE)));
        }
        return freeze(byShard, customers, now);
    }

    private static long hash(AudienceRow row) {
        return RowHash.of(row.buyer());
    }

    private static CustomerProfile profile(int number) {
        var order = OrderItems.order("""
            {"orderId":"S%07d","buyerId":"B%07d","status":"PAID","orderedAt":"2026-10-01T08:00:00Z","modifiedAt":"2026-10-01T08:01:00Z",\
            "paidAt":"2026-10-01T08:01:00Z","currency":"CNY","payable":"71.94","paid":"71.94","region":{"country":"CN","province":"浙江省"},\
            "buyer":{"name":"客户%d","phone":"+86135%08d","email":"buyer%d@qq.com"},"items":[{"itemId":"I1","quantity":1,"price":"71.94"}]}\
            """.formatted(number, number, number, number, number));
        return CustomerProfile.of(order.buyer(), new BuyerHistory(List.of(order), List.of()), BenchStore.STORE);
    }

    private static Map<String, AttributeValue> item(CustomerProfile profile) {
        var item = new HashMap<>(CustomerProfileTable.key(STORE, profile.id()));
        item.put(CustomerProfileTable.VERSION, AttributeValue.fromN("1"));
        item.put(CustomerProfileTable.PROFILE, AttributeValue.fromS(CustomerProfileJson.write(profile)));
        return item;
    }

    private void write(List<Map<String, AttributeValue>> items) {
        var requests = items.stream()
                .map(item -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item).build())
                        .build())
                .toList();
        var left = client.batchWriteItem(
                        write -> write.requestItems(Map.of(FreshTables.name(template, "Orders"), requests)))
                .unprocessedItems();
        if (!left.isEmpty()) {
            throw new IllegalStateException("DynamoDB Local left profiles over.");
        }
    }

    private AudienceId freeze(Map<Integer, List<AudienceRow>> byShard, int customers, Instant now) {
        var table = new FrozenAudienceTable(client, FreshTables.name(template, "FrozenAudiences"));
        var id = AudienceId.of(now, RULE);
        var ranges = new ArrayList<>(Collections.nCopies(AudienceIndex.SHARDS, 0));
        byShard.keySet().forEach(shard -> ranges.set(shard, 1));
        table.add(STORE, new FrozenAudience.Facts(id, "bench", null, RULE, now, "bench"));
        table.elect(
                STORE,
                id,
                new FreezeStart(
                        "bench",
                        new FixedTerms(Map.of(), List.of(), Optional.empty()),
                        ranges,
                        Collections.nCopies(AudienceIndex.SHARDS, 1L)));
        byShard.forEach((shard, rows) -> range(table, id, new RangeId(shard, 0), rows));
        table.finish(STORE, id, customers, HASH, now);
        return id;
    }

    private static void range(FrozenAudienceTable table, AudienceId id, RangeId range, List<AudienceRow> rows) {
        var sorted = rows.stream()
                .sorted(Comparator.comparing(StoredCustomers::hash, Long::compareUnsigned))
                .toList();
        var chunks = 0;
        for (var from = 0; from < sorted.size(); from += CHUNK) {
            var some = sorted.subList(from, Math.min(sorted.size(), from + CHUNK));
            table.keep(STORE, id, range, "bench", chunks++, new MemberChunk(Block.of(some), MemberBlock.of(some)));
        }
        table.elect(STORE, id, new FrozenRange(range, "bench", sorted.size(), chunks, HASH));
    }
}
