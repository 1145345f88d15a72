package dev.groundswell.local.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.segment.AudienceExportBucket;
import dev.groundswell.cloud.segment.AudienceStepQueue;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.cloud.segment.SegmentQueryFunction;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportAudience;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders in by the queue; who meets a rule is counted by the function, frozen through the queue, and downloaded. */
class SegmentsOfTheWholeSystemTest {

    private static final StoreId STORE = new StoreId(LocalSystem.STORE);
    private static final int BUYERS = 12;

    @Test
    void ordersAreCountedFrozenAndDownloaded() throws PortTakenException, IOException, InterruptedException {
        try (var system = LocalSystem.start(LocalOptions.inMemory())) {
            sendOrders(system);
            system.awaitDrained();

            var preview = preview(system, "paid_orders >= 2");
            assertThat(preview.count()).isEqualTo(4);
            assertThat(preview.reachability().smsOnly()).isEqualTo(4);
            assertThat(preview.sample())
                    .containsExactlyInAnyOrder(
                            new BuyerId("B2"), new BuyerId("B5"), new BuyerId("B8"), new BuyerId("B11"));

            var id = frozen(system, "orders(item = 'item-1') >= 1");
            assertThat(table(system).find(STORE, id))
                    .containsInstanceOf(FrozenAudience.Ready.class)
                    .hasValueSatisfying(ready ->
                            assertThat(((FrozenAudience.Ready) ready).count()).isEqualTo(4));
            assertThat(exported(system, id)).hasSize(4).allMatch(line -> line.contains("\"paid_orders\":2"));
        }
    }

    /** Buyer {@code i} pays for {@code i % 3} orders. */
    private static void sendOrders(LocalSystem system) {
        var changes = IntStream.range(0, BUYERS)
                .boxed()
                .flatMap(i -> IntStream.range(0, i % 3).mapToObj(k -> change(i, k)))
                .collect(Collectors.joining(",", "[", "]"));
        var url = system.template().queue("OrderChanges").orElseThrow().url();
        system.clients().sqs().sendMessage(send -> send.queueUrl(url).messageBody(changes));
    }

    private static String change(int buyer, int number) {
        return String.format(Locale.ROOT, """
            {"orderId":"T%1$d-%2$d","buyerId":"B%1$d","status":"PAID","currency":"CNY","payable":"71.94",
             "orderedAt":"2020-02-0%3$dT04:00:00Z","paidAt":"2020-02-0%3$dT04:00:08Z",
             "modifiedAt":"2020-02-0%3$dT04:00:08Z","buyer":{"phone":"+86138001380%4$d"},
             "items":[{"itemId":"item-%2$d","quantity":1,"price":"71.94"}]}\
            """, buyer, number, number + 1, 10 + buyer);
    }

    private static SegmentPreview preview(LocalSystem system, String rule) {
        var queries = new SegmentQueryFunction(system.clients().lambda(), "SegmentQuery:live");
        return ((PreviewResult.Previewed) queries.preview(STORE, rule(rule))).preview();
    }

    private static SegmentRule rule(String text) {
        return ((RuleReading.Read) RuleText.read(text)).rule();
    }

    private static AudienceId frozen(LocalSystem system, String rule) {
        var freeze = new FreezeAudience(table(system), queue(system), system.clock());
        var begun = (FreezeAudience.Result.Begun)
                freeze.freeze(STORE, new FreezeAudience.Request("All", null, rule(rule), "tester"));
        system.awaitDrained();
        return begun.audience().id();
    }

    private static List<String> exported(LocalSystem system, AudienceId id) throws IOException, InterruptedException {
        var files = new AudienceExportBucket(
                system.clients().s3(), system.clients().s3Presigner(), variable(system, "AUDIENCE_EXPORTS_BUCKET"));
        var exports = new ExportAudience(table(system), table(system), files, queue(system), system.clock());
        exports.export(STORE, id, ExportFormat.JSON_LINES);
        system.awaitDrained();
        var export = table(system)
                .find(STORE, id, ExportFormat.JSON_LINES, system.clock().instant())
                .orElseThrow();
        var address = exports.address(STORE, id, export).orElseThrow();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        }
    }

    private static FrozenAudienceTable table(LocalSystem system) {
        return new FrozenAudienceTable(system.clients().dynamoDb(), variable(system, "FROZEN_AUDIENCES_TABLE"));
    }

    private static AudienceStepQueue queue(LocalSystem system) {
        return new AudienceStepQueue(system.clients().sqs(), variable(system, "AUDIENCE_STEPS_QUEUE"));
    }

    private static String variable(LocalSystem system, String name) {
        return system.template().variable(name).orElseThrow();
    }
}
