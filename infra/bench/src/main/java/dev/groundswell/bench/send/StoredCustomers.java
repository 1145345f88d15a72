package dev.groundswell.bench.send;

import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
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
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Customers with one paid order each, a phone and a mailbox, and all of them as one frozen audience. */
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
    private final Function<Order, Map<String, AttributeValue>> item;

    private StoredCustomers(
            DynamoDbClient client, Template template, Function<Order, Map<String, AttributeValue>> item) {
        this.client = client;
        this.template = template;
        this.item = item;
    }

    /** Their profiles, for tables that nobody projects orders in. */
    static StoredCustomers asProfiles(DynamoDbClient client, Template template) {
        return new StoredCustomers(client, template, order -> item(profile(order)));
    }

    /** Their orders, which functions make profiles of. */
    static StoredCustomers asOrders(DynamoDbClient client, Template template) {
        return new StoredCustomers(client, template, OrderItems::of);
    }

    /**
     * Shard by shard, so that a million of them need not be in memory. The audience comes last and at once: a watchdog takes one that
     * is begun and not ended for one whose worker died.
     *
     * @return the audience
     */
    AudienceId write(int customers, Instant now) {
        var table = new FrozenAudienceTable(client, FreshTables.name(template, "FrozenAudiences"));
        var id = AudienceId.of(now, RULE);
        var byShard = IntStream.range(0, customers).boxed().collect(Collectors.groupingBy(StoredCustomers::shard));
        byShard.values().forEach(this::writeAll);
        begin(table, id, byShard.keySet(), now);
        byShard.forEach((shard, numbers) -> range(table, id, new RangeId(shard, 0), rows(numbers)));
        table.finish(STORE, id, customers, HASH, now);
        return id;
    }

    private void writeAll(List<Integer> numbers) {
        for (var from = 0; from < numbers.size(); from += ITEMS_A_WRITE) {
            write(numbers.subList(from, Math.min(numbers.size(), from + ITEMS_A_WRITE)).stream()
                    .map(StoredCustomers::order)
                    .map(item)
                    .toList());
        }
    }

    private static List<AudienceRow> rows(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> AudienceRows.of(profile(order(number)), 1))
                .toList();
    }

    private static int shard(int number) {
        return RowHash.shardOf(RowHash.of(buyer(number)), AudienceIndex.SHARDS);
    }

    private static BuyerId buyer(int number) {
        return new BuyerId("B%07d".formatted(number));
    }

    private static long hash(AudienceRow row) {
        return RowHash.of(row.buyer());
    }

    private static Order order(int number) {
        return OrderItems.order("""
            {"orderId":"S%07d","buyerId":"%s","status":"PAID","orderedAt":"2026-10-01T08:00:00Z","modifiedAt":"2026-10-01T08:01:00Z",\
            "paidAt":"2026-10-01T08:01:00Z","currency":"CNY","payable":"71.94","paid":"71.94","region":{"country":"CN","province":"浙江省"},\
            "buyer":{"name":"客户%d","phone":"+86135%08d","email":"buyer%d@qq.com"},"items":[{"itemId":"I1","quantity":1,"price":"71.94"}]}\
            """.formatted(number, buyer(number), number, number, number));
    }

    private static CustomerProfile profile(Order order) {
        return CustomerProfile.of(order.buyer(), new BuyerHistory(List.of(order), List.of()), BenchStore.STORE);
    }

    private static Map<String, AttributeValue> item(CustomerProfile profile) {
        var item = new HashMap<>(CustomerProfileTable.key(STORE, profile.id()));
        item.putAll(CustomerProfileTable.attributes(profile, 1));
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
            throw new IllegalStateException("DynamoDB Local left items over.");
        }
    }

    private static void begin(FrozenAudienceTable table, AudienceId id, Set<Integer> shards, Instant now) {
        var ranges = new ArrayList<>(Collections.nCopies(AudienceIndex.SHARDS, 0));
        shards.forEach(shard -> ranges.set(shard, 1));
        table.add(STORE, new FrozenAudience.Facts(id, "bench", null, RULE, now, "bench"));
        table.elect(
                STORE,
                id,
                new FreezeStart(
                        "bench",
                        new FixedTerms(Map.of(), List.of(), Optional.empty()),
                        ranges,
                        Collections.nCopies(AudienceIndex.SHARDS, 1L)));
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
