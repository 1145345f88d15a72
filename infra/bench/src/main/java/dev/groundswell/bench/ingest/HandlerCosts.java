package dev.groundswell.bench.ingest;

import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.ingest.HandlerCalls.Shares;
import dev.groundswell.bench.ingest.HandlerCalls.Step;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.OtherProcess;
import dev.groundswell.bench.system.UnusedQueues;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.local.aws.LocalClients;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the two handlers cost by themselves: CPU time, and requests with the capacity units they use. */
final class HandlerCosts {

    private static final String REGION = "us-east-1";

    private final List<Step> steps;

    HandlerCosts(List<Step> steps) {
        this.steps = steps;
    }

    /** CPU microseconds per change, with the SDK and its HTTP client, against an endpoint that does nothing. */
    Shares cpu(int rounds, int changes) throws IOException {
        var ingest = new Samples();
        var projection = new Samples();
        // The functions' own clients find their credentials as on Lambda, one place further on in the chain.
        System.setProperty("aws.accessKeyId", "bench");
        System.setProperty("aws.secretAccessKey", "bench");
        try (var endpoint = OtherProcess.start(AcceptingEndpoint.class)) {
            var clients = new SdkClients(Map.of("AWS_ENDPOINT_URL", endpoint.url(), "AWS_REGION", REGION));
            var calls = new HandlerCalls(FreshTables.template(endpoint.url()), clients);
            calls.run(steps, Usage::ofCpu);
            for (var round = 0; round < rounds; round++) {
                var shares = calls.run(steps, Usage::ofCpu);
                ingest.add(shares.ingest().per(changes).cpuMicros());
                projection.add(shares.projection().per(changes).cpuMicros());
            }
        }
        return new Shares(cpu(ingest), cpu(projection));
    }

    private static Usage cpu(Samples samples) {
        return new Usage(samples.median(), 0, 0, 0);
    }

    /** Requests and units per change, at DynamoDB Local. */
    Shares capacity(int changes) {
        try (var tables = FreshTables.open()) {
            var meter = new CapacityMeter();
            try (var client = TableClient.of(tables.listen(), meter)) {
                var shares = new HandlerCalls(tables.template(), new LocalClients(client, new UnusedQueues()))
                        .run(steps, meter::read);
                return new Shares(
                        shares.ingest().per(changes), shares.projection().per(changes));
            }
        }
    }
}
