package dev.groundswell.orderprojection;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.metrics.CountedBuyerTable;
import dev.groundswell.cloud.metrics.CounterArchiveTable;
import dev.groundswell.cloud.store.RebuildRequest;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.customer.BuyerArchive;
import dev.groundswell.core.metrics.RebuildProjection;
import dev.groundswell.core.metrics.RebuildProjection.Comparison;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.jr.ob.JSON;

/**
 * Invoked by hand with {@code {"store":"demo","mode":"COMPARE"}}, or {@code "REPAIR"}: answers with what was found, {@code
 * {"equal":true,"buyers":…,"orders":…,"differingProfiles":0,"differingCounters":0,"totalsDiffer":false}}.
 */
public final class OrderRebuildHandler implements RequestStreamHandler {

    private final Stores stores;
    private final BuyerHistoryTable histories;
    private final NoteOpenOrders openOrders;
    private final CountedBuyerTable countedBuyers;
    private final CounterArchiveTable counters;

    public OrderRebuildHandler() {
        this(FunctionEnvironment.current(), RandomGenerator.getDefault());
    }

    OrderRebuildHandler(FunctionEnvironment environment, RandomGenerator random) {
        var dynamoDb = environment.clients().dynamoDb();
        var orders = environment.require("ORDERS_TABLE");
        var metrics = environment.require("METRICS_TABLE");
        this.stores = new StoreTable(dynamoDb, environment.require("STORES_TABLE"));
        this.histories = new BuyerHistoryTable(dynamoDb, orders);
        this.openOrders = OpenOrderNotes.of(environment);
        this.countedBuyers = new CountedBuyerTable(dynamoDb, orders, metrics, random);
        this.counters = new CounterArchiveTable(dynamoDb, metrics);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var request = RebuildRequest.read(event, stores);
        var rebuild = new RebuildProjection(archive(request.mode()), histories, countedBuyers, counters);
        var comparison = rebuild.rebuild(request.store(), request.mode());
        answer.write(JSON.std.asString(report(comparison)).getBytes(StandardCharsets.UTF_8));
    }

    private BuyerArchive archive(RebuildMode mode) {
        return switch (mode) {
            case COMPARE -> histories;
            case REPAIR -> new OpenOrderNotes(histories, openOrders);
        };
    }

    private static Map<String, Object> report(Comparison comparison) {
        var report = new LinkedHashMap<String, Object>();
        report.put("equal", comparison.isEqual());
        report.put("buyers", comparison.buyers());
        report.put("orders", comparison.orders());
        report.put("differingProfiles", comparison.differingProfiles());
        report.put("differingCounters", comparison.differingCounters());
        report.put("totalsDiffer", comparison.totalsDiffer());
        return report;
    }
}
