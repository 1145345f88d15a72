package dev.groundswell.segmentquery;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.segment.AudienceExportBucket;
import dev.groundswell.cloud.segment.AudienceStepQueue;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.Delta;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

/** A store with customers in the tables of an endpoint, and both functions. Customer {@code i} has {@code i % 3} paid orders, a day apart. */
final class FunctionDesk {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");
    private static final int CUSTOMERS = 30;

    final TestContext context = new TestContext();
    private final AwsEndpoint aws;
    private final FunctionEnvironment environment;
    private final AtomicInteger attempts = new AtomicInteger();

    FunctionDesk(AwsEndpoint aws) {
        this.aws = aws;
        this.environment = new FunctionEnvironment(
                Map.of(
                        "STORES_TABLE", aws.table("Stores"),
                        "ORDERS_TABLE", aws.table("Orders"),
                        "AUDIENCE_TABLE", aws.table("Audience"),
                        "SEGMENTS_TABLE", aws.table("Segments"),
                        "FROZEN_AUDIENCES_TABLE", aws.table("FrozenAudiences"),
                        "AUDIENCE_STEPS_QUEUE", aws.queue("AudienceSteps"),
                        "AUDIENCE_EXPORTS_BUCKET", aws.bucket("AudienceExports")),
                InstantSource.fixed(NOW),
                aws.clients());
    }

    static void create(AwsEndpoint aws) {
        aws.createTables("Stores", "Orders", "OrderBuyers", "Audience", "Segments", "FrozenAudiences");
        aws.createQueues("AudienceSteps");
        aws.createBuckets("AudienceExports");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores")).save(STORE);
        customers(aws);
    }

    private static void customers(AwsEndpoint aws) {
        var orders = new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"));
        var shards = new AudienceTable(aws.clients().dynamoDb(), aws.table("Audience"));
        for (var i = 0; i < CUSTOMERS; i++) {
            var history = new BuyerHistory(ordersOf(i), List.of());
            history.orders().forEach(order -> orders.write(STORE.id(), order));
            shards.put(STORE.id(), new Delta.Changed(row(i, history)));
        }
    }

    private static List<Order> ordersOf(int i) {
        var orders = new ArrayList<Order>();
        for (var k = 0; k < i % 3; k++) {
            orders.add(AnOrder.anOrder("T" + i + "-" + k)
                    .by("B" + i)
                    .of("=name, \"" + i + "\"", i % 2 == 0 ? "+86138001380" + (10 + i) : null, i + "@QQ.com")
                    .placedAt(NOW.minus(Duration.ofDays(k + 1)))
                    .paidAfter(Duration.ofMinutes(1))
                    .item("item-" + k, null, 1)
                    .build());
        }
        return orders;
    }

    static AudienceRow row(int i) {
        return row(i, new BuyerHistory(ordersOf(i), List.of()));
    }

    private static AudienceRow row(int i, BuyerHistory history) {
        return AudienceRows.of(CustomerProfile.of(new BuyerId("B" + i), history, STORE), 1);
    }

    static SegmentRule rule(String text) {
        return ((RuleReading.Read) RuleText.read(text)).rule();
    }

    FrozenAudienceTable table() {
        return new FrozenAudienceTable(aws.clients().dynamoDb(), aws.table("FrozenAudiences"));
    }

    AudienceStepQueue queue() {
        return new AudienceStepQueue(aws.clients().sqs(), aws.queue("AudienceSteps"));
    }

    AudienceExportBucket files() {
        return new AudienceExportBucket(aws.clients().s3(), aws.clients().s3Presigner(), aws.bucket("AudienceExports"));
    }

    InstantSource time() {
        return environment.time();
    }

    SegmentQueryHandler segmentQuery() {
        return new SegmentQueryHandler(environment, () -> 0);
    }

    AudienceFreezeHandler audienceFreeze() {
        return audienceFreeze(environment.time());
    }

    AudienceFreezeHandler audienceFreeze(InstantSource time) {
        return new AudienceFreezeHandler(
                new FunctionEnvironment(environment.variables(), time, environment.clients()),
                new Random(1),
                () -> "attempt-" + attempts.incrementAndGet());
    }

    Map<String, Object> handle(RequestStreamHandler handler, String event) {
        return JSON.std.mapFrom(context.call(handler, event));
    }

    static String event(String body) {
        return JSON.std.asString(Map.of("Records", List.of(Map.of("messageId", "m1", "body", body))));
    }

    /** Hands over whatever waits in the queue, until nothing does. */
    void deliverAll(RequestStreamHandler handler) {
        for (var some = received(); !some.isEmpty(); some = received()) {
            some.forEach(message -> handle(handler, event(message.body())));
        }
    }

    private List<Message> received() {
        var sqs = aws.clients().sqs();
        var url = aws.queue("AudienceSteps");
        var some = sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                .messages();
        some.forEach(
                message -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
        return some;
    }
}
