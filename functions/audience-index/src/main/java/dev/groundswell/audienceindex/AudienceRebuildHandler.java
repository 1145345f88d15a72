package dev.groundswell.audienceindex;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.store.RebuildRequest;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.audience.ReadAudience;
import dev.groundswell.core.audience.RebuildAudience;
import dev.groundswell.core.audience.RebuildAudience.Comparison;
import dev.groundswell.core.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.jr.ob.JSON;

/**
 * Invoked by hand with {@code {"store":"demo","mode":"COMPARE"}}, or {@code "REPAIR"}: answers with what was found, {@code
 * {"equal":true,"profiles":…,"rows":…,"missingRows":0,"differingRows":0,"surplusRows":0}}.
 */
public final class AudienceRebuildHandler implements RequestStreamHandler {

    private final Stores stores;
    private final RebuildAudience rebuild;

    public AudienceRebuildHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    AudienceRebuildHandler(FunctionEnvironment environment, RandomGenerator random) {
        var dynamoDb = environment.clients().dynamoDb();
        var parts = IndexParts.of(environment, CompactionLimits.DEFAULT, random);
        this.stores = new StoreTable(dynamoDb, environment.require("STORES_TABLE"));
        this.rebuild = new RebuildAudience(
                new CustomerProfileTable(dynamoDb, environment.require("ORDERS_TABLE")),
                new ReadAudience(parts.shards(), parts.remembered()),
                parts.shards(),
                parts.compaction());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var request = RebuildRequest.read(event, stores);
        var comparison = rebuild.rebuild(request.store().id(), request.mode());
        answer.write(JSON.std.asString(report(comparison)).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> report(Comparison comparison) {
        var report = new LinkedHashMap<String, Object>();
        report.put("equal", comparison.isEqual());
        report.put("profiles", comparison.profiles());
        report.put("rows", comparison.rows());
        report.put("missingRows", comparison.missingRows());
        report.put("differingRows", comparison.differingRows());
        report.put("surplusRows", comparison.surplusRows());
        return report;
    }
}
