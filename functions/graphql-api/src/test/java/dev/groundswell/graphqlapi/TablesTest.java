package dev.groundswell.graphqlapi;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.metrics.CountedBuyerTable;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.metrics.ProjectBuyers;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.persistedquery.PersistedQueryTable;
import dev.groundswell.graphqlapi.persistedquery.QueryHash;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The function as it is deployed: made by its public constructor, on the tables of the template. */
final class TablesTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private static GraphqlApiHandler handler;

    @BeforeAll
    static void fill() {
        aws.createTables(
                "Stores",
                "Orders",
                "OrderBuyers",
                "Metrics",
                "RejectedChanges",
                "PersistedQueries",
                "Imports",
                "Segments",
                "FrozenAudiences",
                "Channels",
                "Campaigns",
                "Links",
                "Messages",
                "Wallets",
                "Reminders");
        aws.createQueues("ImportSteps", "AudienceSteps", "CampaignSteps");
        aws.createBuckets("ImportFiles", "AudienceExports");
        var client = aws.clients().dynamoDb();
        new StoreTable(client, aws.table("Stores")).save(Api.DEMO);
        var orders = new OrderTable(client, aws.table("Orders"), aws.table("OrderBuyers"));
        var taken = IntStream.range(0, 30)
                .mapToObj(i -> anOrder("T" + (10 + i))
                        .by("B" + i % 20)
                        .placedAt(Instant.parse("2026-06-17T16:00:00Z").plusSeconds(60L * i))
                        .paidAfter(Duration.ofMinutes(5))
                        .costing(1_000)
                        .item("I1", "shoes", 2)
                        .build())
                .toList();
        taken.forEach(order -> orders.write(Api.DEMO.id(), order));
        var counted = new CountedBuyerTable(client, aws.table("Orders"), aws.table("Metrics"), new Random(1));
        var projected = new ProjectBuyers(new BuyerHistoryTable(client, aws.table("Orders")), counted)
                .project(Api.DEMO, taken.stream().map(Order::buyer).collect(Collectors.toSet()));
        assertThat(projected.failures()).isEmpty();
        new RejectedChangeTable(client, aws.table("RejectedChanges"))
                .add(
                        Api.DEMO.id(),
                        Stream.of("r1", "r2", "r3")
                                .map(id -> new RejectedChange(
                                        id,
                                        Api.NOW,
                                        new Rejection(RejectionCode.MISSING, "orderId", "It is missing."),
                                        "{}"))
                                .toList());
        handler = FunctionEnvironment.supplying(
                new FunctionEnvironment(variables(), () -> Api.NOW, aws.clients()), GraphqlApiHandler::new);
    }

    private static Map<String, String> variables() {
        return Map.ofEntries(
                Map.entry("STORES_TABLE", aws.table("Stores")),
                Map.entry("ORDERS_TABLE", aws.table("Orders")),
                Map.entry("ORDER_BUYERS_TABLE", aws.table("OrderBuyers")),
                Map.entry("METRICS_TABLE", aws.table("Metrics")),
                Map.entry("REJECTED_CHANGES_TABLE", aws.table("RejectedChanges")),
                Map.entry("PERSISTED_QUERIES_TABLE", aws.table("PersistedQueries")),
                Map.entry("IMPORTS_TABLE", aws.table("Imports")),
                Map.entry("IMPORT_FILES_BUCKET", aws.bucket("ImportFiles")),
                Map.entry("IMPORT_STEPS_QUEUE", aws.queue("ImportSteps")),
                Map.entry("INTROSPECTION", "on"),
                Map.entry("SEGMENTS_TABLE", aws.table("Segments")),
                Map.entry("FROZEN_AUDIENCES_TABLE", aws.table("FrozenAudiences")),
                Map.entry("CHANNELS_TABLE", aws.table("Channels")),
                Map.entry("MESSAGES_TABLE", aws.table("Messages")),
                Map.entry("WALLETS_TABLE", aws.table("Wallets")),
                Map.entry("AUDIENCE_STEPS_QUEUE", aws.queue("AudienceSteps")),
                Map.entry("CAMPAIGNS_TABLE", aws.table("Campaigns")),
                Map.entry("LINKS_TABLE", aws.table("Links")),
                Map.entry("REMINDERS_TABLE", aws.table("Reminders")),
                Map.entry("CAMPAIGN_STEPS_QUEUE", aws.queue("CampaignSteps")),
                Map.entry("LINK_ORIGIN", "https://go.example.com"),
                Map.entry("AUDIENCE_EXPORTS_BUCKET", aws.bucket("AudienceExports")),
                Map.entry("SEGMENT_QUERY_FUNCTION", "SegmentQuery:live"));
    }

    @Nested
    class A_file_to_import {

        @Test
        void is_put_to_its_address_and_started() throws Exception {
            var change = """
                {"orderId":"I1","buyerId":"B9","status":"AWAITING_PAYMENT","orderedAt":"2026-06-01T00:00:00Z",\
                "modifiedAt":"2026-06-01T00:00:00Z","currency":"CNY","payable":"71.94"}
                """.getBytes(UTF_8);
            var upload = ask(
                    "mutation($bytes: Long!) { createUpload(input: {fileName: \"orders.jsonl\", bytes: $bytes}) {"
                            + " upload { id parts { url bytes } } } }",
                    Map.of("bytes", change.length));
            var id = String.valueOf(upload.data("createUpload.upload.id"));
            put(String.valueOf(upload.data("createUpload.upload.parts.0.url")), change);

            var preview = ask(
                    "mutation($id: ID!) { previewImport(input: {uploadId: $id, format: ORDER_CHANGES}) {"
                            + " rows { outcome change } userErrors { message } } }",
                    Map.of("id", id));
            var started = ask(
                    "mutation($id: ID!) { startImport(input: {uploadId: $id, format: ORDER_CHANGES}) {"
                            + " import { id status } userErrors { message } } }",
                    Map.of("id", id));

            assertThat(preview.data("previewImport.rows.0.outcome")).isEqualTo("ACCEPTED");
            assertThat(preview.data("previewImport.rows.0.change.orderId")).isEqualTo("I1");
            assertThat(started.data("startImport.userErrors")).isEqualTo(List.of());
            assertThat(aws.clients()
                            .sqs()
                            .receiveMessage(receive -> receive.queueUrl(aws.queue("ImportSteps")))
                            .messages())
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message.body()).contains(String.valueOf(started.data("startImport.import.id"))));
        }

        private static void put(String address, byte[] bytes) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static Reply ask(String query, Map<String, ?> variables) {
        var response = new ByteArrayOutputStream();
        handler.handleRequest(
                AnEvent.aPost(query, variables).as("demo", "owner").json(), response, new TestContext());
        var reply = Reply.of(response.toString(UTF_8));
        assertThat(reply.at("errors")).isNull();
        return reply;
    }

    @Nested
    class A_store {

        @Test
        void knows_its_size() {
            assertThat(ask("{ store { name orderCount customerCount } }", Map.of())
                            .data("store"))
                    .isEqualTo(Map.of("name", "Demo", "orderCount", 30, "customerCount", 20));
        }
    }

    @Nested
    class Its_orders {

        @Test
        void come_page_by_page_with_their_buyers_newest_first() {
            var first = page(null);
            var second = page(first.data("orders.pageInfo.endCursor"));

            assertThat(ids(first)).hasSize(20).startsWith("T39", "T38").endsWith("T20");
            assertThat(first.data("orders.totalCount")).isEqualTo(30);
            assertThat(first.data("orders.pageInfo.hasNextPage")).isEqualTo(true);
            assertThat(first.data("orders.nodes.0.buyer.orderCount")).isEqualTo(2);
            assertThat(ids(second)).hasSize(10).startsWith("T19").endsWith("T10");
            assertThat(second.data("orders.pageInfo.hasPreviousPage")).isEqualTo(true);
        }

        @Test
        void are_filtered() {
            var reply = ask(
                    "query($filter: OrderFilter) { orders(filter: $filter) { totalCount nodes { id } } }",
                    Map.of(
                            "filter",
                            Map.of(
                                    "buyerId",
                                    "B3",
                                    "statuses",
                                    List.of("PAID"),
                                    "orderedFrom",
                                    "2026-06-18T00:10:00+08:00")));

            assertThat(ids(reply)).containsExactly("T33");
            assertThat(reply.data("orders.totalCount")).isNull();
        }

        @Test
        void are_found_by_their_ids() {
            var reply = ask(
                    "{ a: order(id: \"T10\") { id buyer { orders { totalCount nodes { id } } } } b: order(id:"
                            + " \"none\") { id } }",
                    Map.of());

            assertThat(reply.data("a.id")).isEqualTo("T10");
            assertThat(reply.data("a.buyer.orders.nodes")).isEqualTo(List.of(Map.of("id", "T30"), Map.of("id", "T10")));
            assertThat(reply.data("b")).isNull();
        }

        private static Reply page(@Nullable Object after) {
            return ask(
                    "query($after: String) { orders(after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage"
                            + " endCursor } nodes { id buyer { id orderCount } } } }",
                    after == null ? Map.of() : Map.of("after", after));
        }

        private static List<String> ids(Reply reply) {
            return ((List<?>) Objects.requireNonNull(reply.data("orders.nodes")))
                    .stream().map(node -> (String) ((Map<?, ?>) node).get("id")).toList();
        }
    }

    @Nested
    class Its_sales {

        @Test
        void are_reported_by_the_day() {
            var reply = ask(
                    "{ salesMetrics(from: \"2026-06-18T00:00:00+08:00\", to: \"2026-06-19T00:00:00+08:00\","
                        + " granularity: DAY) { asOf newCustomerShare total { ordersPlaced ordersPaid items customers"
                        + " customersEstimated sales { amount } perOrder { amount } itemsPerCustomer } series { at } }"
                        + " }",
                    Map.of());

            assertThat(reply.data("salesMetrics.total"))
                    .isEqualTo(Map.of(
                            "ordersPlaced",
                            30,
                            "ordersPaid",
                            30,
                            "items",
                            60,
                            "customers",
                            20,
                            "customersEstimated",
                            false,
                            "sales",
                            Map.of("amount", "300.00"),
                            "perOrder",
                            Map.of("amount", "10.00"),
                            "itemsPerCustomer",
                            "3.00"));
            assertThat(reply.data("salesMetrics.newCustomerShare")).isEqualTo("1.0000");
            assertThat(reply.data("salesMetrics.series.0.at")).isEqualTo("2026-06-18T00:00:00+08:00");
            assertThat(reply.data("salesMetrics.asOf")).isEqualTo("2026-06-18T00:34:00+08:00");
        }
    }

    @Nested
    class Its_rejected_changes {

        @Test
        void come_page_by_page() {
            var first = ask(
                    "{ rejectedChanges(first: 2) { pageInfo { endCursor hasNextPage } nodes { id code } } }", Map.of());
            var second = ask(
                    "query($after: String) { rejectedChanges(first: 2, after: $after) { pageInfo { hasNextPage } nodes"
                            + " { id } } }",
                    Map.of("after", String.valueOf(first.data("rejectedChanges.pageInfo.endCursor"))));

            assertThat(first.data("rejectedChanges.nodes"))
                    .isEqualTo(List.of(Map.of("id", "r3", "code", "MISSING"), Map.of("id", "r2", "code", "MISSING")));
            assertThat(first.data("rejectedChanges.pageInfo.hasNextPage")).isEqualTo(true);
            assertThat(second.data("rejectedChanges"))
                    .isEqualTo(Map.of("pageInfo", Map.of("hasNextPage", false), "nodes", List.of(Map.of("id", "r1"))));
        }
    }

    @Nested
    class A_persisted_query {

        private final StoreId store = new StoreId("demo");
        private final QueryHash hash = QueryHash.of("{ a }");

        @Test
        void is_found_for_thirty_days() {
            at("2026-06-18T04:00:00Z").save(store, hash, "{ a }");

            assertThat(at("2026-07-18T03:59:59Z").find(store, hash)).contains("{ a }");
            assertThat(at("2026-07-18T04:00:00Z").find(store, hash)).isEmpty();
            assertThat(at("2026-06-18T04:00:00Z").find(new StoreId("other"), hash))
                    .isEmpty();
        }

        private static PersistedQueryTable at(String instant) {
            return new PersistedQueryTable(
                    aws.clients().dynamoDb(), aws.table("PersistedQueries"), () -> Instant.parse(instant));
        }
    }

    @Nested
    class Before_a_snapshot {

        @Test
        void a_request_runs_through_and_leaves_nothing() {
            var variables = new HashMap<>(variables());
            variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

            var made = FunctionEnvironment.supplying(
                    new FunctionEnvironment(variables, () -> Api.NOW, aws.clients()), GraphqlApiHandler::new);

            assertThat(made).isNotNull();
            assertThat(ask("{ store { orderCount } }", Map.of()).data("store.orderCount"))
                    .isEqualTo(30);
        }
    }

    @Nested
    class A_function_whose_environment_is_wrong {

        @Test
        void says_so_at_its_start() {
            var variables = new HashMap<>(variables());
            variables.put("INTROSPECTION", "yes");
            var environment = new FunctionEnvironment(variables, () -> Api.NOW, aws.clients());

            assertThatThrownBy(() -> FunctionEnvironment.supplying(environment, GraphqlApiHandler::new))
                    .hasMessageContaining("INTROSPECTION is 'on' or 'off', not 'yes'");
        }
    }
}
