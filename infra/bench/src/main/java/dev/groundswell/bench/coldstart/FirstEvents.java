package dev.groundswell.bench.coldstart;

import dev.groundswell.bench.event.LambdaEvents;
import dev.groundswell.bench.event.LambdaEvents.OrderKey;
import dev.groundswell.bench.order.GeneratedOrders;
import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.webhook.WebhookSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.jr.ob.JSON;

/**
 * The first event of each function. No two are of the same order, and each order that is to be projected is in the tables:
 * so every start has all the work of a first one.
 */
final class FirstEvents {

    /** More than any bench takes samples, twice. */
    private static final int ORDERS = 400;

    /** Who signs receipts. */
    static final String SUPPLIER = "bench-supplier";

    private static final String QUERY = """
        query Dashboard($from: DateTime!, $to: DateTime!, $order: ID!) {
          store { id name currency zone orderCount customerCount }
          order(id: $order) { id status orderedAt payable { amount } items { itemId quantity price { amount } } }
          orders(first: 10) { edges { node { id status payable { amount } buyer { id orderCount } } } pageInfo { hasNextPage } }
          salesMetrics(from: $from, to: $to, granularity: DAY) {
            total { ordersPaid sales { amount } customers } series { at total { ordersPaid sales { amount } } }
          }
        }\
        """;

    private final List<String> changes;
    private final List<Order> stored;

    private FirstEvents(List<String> changes, List<Order> stored) {
        this.changes = changes;
        this.stored = stored;
    }

    /** Puts half of the orders into the tables, and of the others, kept to be sent, the buyers' profiles. */
    static FirstEvents prepare(FreshTables tables) {
        var buyers = new HashSet<String>();
        var changes = GeneratedOrders.changes(ORDERS).changes().stream()
                .filter(change -> change.contains("AWAITING_PAYMENT"))
                .filter(change -> buyers.add(OrderItems.order(change).buyer().value()))
                .toList();
        var half = changes.size() / 2;
        var stored = changes.subList(0, half).stream().map(OrderItems::order).toList();
        var table = new OrderTable(tables.client(), tables.name("Orders"), tables.name("OrderBuyers"));
        stored.forEach(order -> table.write(BenchStore.STORE.id(), order));
        var kept = changes.subList(half, changes.size());
        kept.stream().map(OrderItems::order).forEach(order -> putProfile(tables, order));
        return new FirstEvents(kept, stored);
    }

    /** The event of the function's sample with this number. */
    byte[] of(String function, int sample) {
        var change = changes.get(sample);
        return switch (function) {
            case "OrderIngest" -> LambdaEvents.queue(List.of(change));
            case "OrderProjection" -> LambdaEvents.stream(List.of(key(stored.get(sample))));
            case "OrderWebhook" -> webhook("/orders", "[" + change + "]");
            case "BehaviourWebhook" -> webhook("/events", view(change));
            case "BehaviourIngest" -> LambdaEvents.queue(List.of(view(change)));
            case "HistoryImport" -> LambdaEvents.queue(List.of(step(sample)));
            case "AudienceIndex" ->
                LambdaEvents.stream(List.of(profileKey(OrderItems.order(change).buyer())));
            case "AudienceCompaction" -> LambdaEvents.queue(List.of(shard(sample)));
            case "SegmentQuery" -> question();
            case "AudienceFreeze" -> LambdaEvents.queue(List.of(freeze(sample)));
            case "DeliveryReceipts" -> LambdaEvents.queue(List.of(receipt(sample)));
            case "DeliveryWebhook" -> webhook("/receipts", receipt(sample));
            case "SmsLog" -> smsLog();
            case "PublicLinks" -> shortLink(sample);
            case "CampaignSend" -> LambdaEvents.queue(List.of(campaign(sample)));
            case "ReminderSend" -> LambdaEvents.queue(List.of(reminders(sample)));
            case "CampaignWatch", "ReminderSweep" ->
                "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}"
                        .getBytes(StandardCharsets.UTF_8);
            case "OrderRebuild", "AudienceRebuild" ->
                "{\"store\":\"%s\",\"mode\":\"COMPARE\"}"
                        .formatted(BenchStore.STORE.id())
                        .getBytes(StandardCharsets.UTF_8);
            case "GraphqlApi" -> graphql(stored.get(sample));
            case ColdStartBench.EMPTY -> "{}".getBytes(StandardCharsets.UTF_8);
            default ->
                throw new IllegalStateException(
                        "The bench cold-start knows no first event of " + function + ": add one to FirstEvents.");
        };
    }

    /** What is in every right answer of the function. */
    static String expectedIn(String function) {
        return switch (function) {
            case "OrderIngest",
                    "BehaviourIngest",
                    "OrderProjection",
                    "HistoryImport",
                    "AudienceIndex",
                    "AudienceFreeze",
                    "CampaignSend",
                    "ReminderSend",
                    "DeliveryReceipts",
                    "AudienceCompaction" -> "{\"batchItemFailures\":[]}";
            case "OrderWebhook", "BehaviourWebhook", "DeliveryWebhook" -> "\"statusCode\":202";
            case "PublicLinks" -> "\"statusCode\":404";
            case "SmsLog" -> "\"events\":1";
            case "CampaignWatch" -> "\"woken\":";
            case "ReminderSweep" -> "\"swept\":";
            case "OrderRebuild" -> "\"orders\":";
            case "AudienceRebuild" -> "\"profiles\":";
            case "SegmentQuery" -> "\"preview\":";
            case "GraphqlApi" -> "AWAITING_PAYMENT";
            default -> "";
        };
    }

    private static OrderKey key(Order order) {
        return new OrderKey(BenchStore.STORE.id() + "|" + order.buyer(), "order#" + order.id());
    }

    private static OrderKey profileKey(BuyerId buyer) {
        return new OrderKey(BuyerPartitions.key(BenchStore.STORE.id(), buyer), CustomerProfileTable.PROFILE);
    }

    /** The profile of a buyer whose only order this is, though the order is still to be sent. */
    private static void putProfile(FreshTables tables, Order order) {
        var profile = CustomerProfile.of(order.buyer(), new BuyerHistory(List.of(order), List.of()), BenchStore.STORE);
        var item = new HashMap<>(CustomerProfileTable.key(BenchStore.STORE.id(), order.buyer()));
        item.putAll(CustomerProfileTable.attributes(profile, 1));
        tables.client().putItem(put -> put.tableName(tables.name("Orders")).item(item));
    }

    private static String shard(int sample) {
        return "{\"store\":\"%s\",\"shard\":%d,\"sweep\":false}"
                .formatted(BenchStore.STORE.id(), sample % AudienceIndex.SHARDS);
    }

    /** A look at something by the buyer of the order, when it was placed. */
    private static String view(String change) {
        var order = OrderItems.order(change);
        return JSON.std.asString(new BehaviourEvent(
                        order.buyer(),
                        BehaviourKind.VIEW,
                        "item",
                        null,
                        order.times().orderedAt())
                .values());
    }

    /** A wake-up for an import that is not there any more: what every step reads first, and no file. */
    private static String step(int sample) {
        return "{\"store\":\"%s\",\"import\":\"20261122T031205Z-%08x\",\"step\":0}"
                .formatted(BenchStore.STORE.id(), sample);
    }

    /** Over an index without customers: the reading of all shards, and a plan. */
    private static byte[] question() {
        return "{\"ask\":\"PREVIEW\",\"store\":\"%s\",\"rule\":\"paid_orders >= 2 AND last_paid_at >= -90d\"}"
                .formatted(BenchStore.STORE.id())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Over a shard in which nothing is due. */
    private static String reminders(int sample) {
        return "{\"store\":\"%s\",\"shard\":%d}".formatted(BenchStore.STORE.id(), sample % WakeUps.SHARDS);
    }

    /** A wake-up for an audience that is not there any more, likewise. */
    private static String campaign(int sample) {
        return "{\"store\":\"%s\",\"campaign\":\"20261122T031205Z-%08x\",\"step\":\"ADVANCE\"}"
                .formatted(BenchStore.STORE.id(), sample);
    }

    private static String freeze(int sample) {
        return "{\"store\":\"%s\",\"audience\":\"20261122T031205Z-%08x\",\"step\":\"START\"}"
                .formatted(BenchStore.STORE.id(), sample);
    }

    /** Of a message that is not known any more: what every receipt writes first. */
    private static String receipt(int sample) {
        return "{\"message\":\"SqL0cmZ9wAbCdEfGhIjKlMn.c.%d\",\"state\":\"DELIVERED\",\"at\":\"2026-11-11T00:00:00Z\"}"
                .formatted(sample);
    }

    /** A link that is not there any more: the one read that a link takes. */
    private static byte[] shortLink(int sample) {
        return ("{\"version\":\"2.0\",\"rawPath\":\"/l/bench%05d\",\"headers\":{\"user-agent\":\"Mozilla/5.0\"},"
                        + "\"requestContext\":{\"http\":{\"method\":\"GET\"}}}")
                .formatted(sample)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] smsLog() {
        var line = "{\"notification\":{\"messageId\":\"34d9\",\"timestamp\":\"2026-11-11 00:00:00.000\"},"
                + "\"delivery\":{\"destination\":\"+8613727494530\"},\"status\":\"SUCCESS\"}";
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(JSON.std
                    .asString(Map.of("logEvents", List.of(Map.of("message", line))))
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return JSON.std
                .asString(Map.of("awslogs", Map.of("data", Base64.getEncoder().encodeToString(packed.toByteArray()))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] webhook(String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = Map.of(
                "x-groundswell-store", BenchStore.STORE.id().value(),
                "x-groundswell-provider", SUPPLIER,
                "x-groundswell-signature", WebhookSignature.sign(bytes, BenchStore.WEBHOOK_SECRET));
        return LambdaEvents.post(path, headers, Map.of(), body);
    }

    private static byte[] graphql(Order order) {
        var variables = Map.of(
                "from",
                "2026-02-01T00:00:00+08:00",
                "to",
                "2026-02-08T00:00:00+08:00",
                "order",
                order.id().value());
        var body = JSON.std.asString(Map.of("query", QUERY, "variables", variables));
        var claims = Map.of("store", BenchStore.STORE.id().value(), "roles", "[owner]", "sub", "bench");
        return LambdaEvents.post("/graphql", Map.of("accept", "application/json"), claims, body);
    }
}
