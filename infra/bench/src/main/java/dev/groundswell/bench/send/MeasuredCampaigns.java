package dev.groundswell.bench.send;

import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.system.BenchClients;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.local.template.Template;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Campaigns to one audience, one after the other, and what a message of theirs took in this process. */
final class MeasuredCampaigns {

    private static final String REGION = "us-east-1";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Shop shop;
    private final Template template;
    private final SdkClients clients;

    MeasuredCampaigns(Shop shop) {
        this.shop = shop;
        this.template = FreshTables.template(shop.tables());
        // The functions' own clients find their credentials as on Lambda, one place further on in the chain.
        System.setProperty("aws.accessKeyId", "bench");
        System.setProperty("aws.secretAccessKey", "bench");
        this.clients = new SdkClients(Map.of("AWS_ENDPOINT_URL", shop.providers(), "AWS_REGION", REGION));
    }

    /**
     * What lies ready to be sent to.
     *
     * @param tables    where DynamoDB is
     * @param providers where SNS and SES are
     * @param messages  of each campaign, one a member
     */
    record Shop(String tables, String providers, AudienceId audience, int messages) {}

    /** Medians of some campaigns. */
    record Cost(double cpuMicrosPerMessage, double messagesPerSecond) {}

    /** Requests and units of DynamoDB a message, of one campaign. */
    Usage capacity(Channel channel) {
        var meter = new CapacityMeter();
        say(channel + ": requests and capacity units");
        try (var client = TableClient.of(shop.tables(), meter)) {
            var before = meter.read();
            send(channel, client);
            return meter.read().minus(before).per(shop.messages());
        }
    }

    /** One campaign, so that what is called then is compiled. */
    void warmUp(Channel channel) {
        try (var client = TableClient.of(shop.tables())) {
            send(channel, client);
        }
    }

    /** CPU of this process and time a message, of so many campaigns. */
    Cost cost(Channel channel, int rounds) {
        var cpu = new Samples();
        var perSecond = new Samples();
        try (var client = TableClient.of(shop.tables())) {
            for (var round = 1; round <= rounds; round++) {
                say(channel + ": round " + round + " of " + rounds);
                var begun = System.nanoTime();
                var before = Usage.ofCpu();
                send(channel, client);
                cpu.add(Usage.ofCpu().minus(before).per(shop.messages()).cpuMicros());
                perSecond.add(shop.messages() * NANOS_PER_SECOND / (System.nanoTime() - begun));
            }
        }
        return new Cost(cpu.median(), perSecond.median());
    }

    private void send(Channel channel, DynamoDbClient client) {
        var steps = new HeldSteps();
        new BenchCampaigns(template, new BenchClients(clients, client, steps), steps)
                .send(channel, shop.audience(), shop.messages());
    }

    private static void say(String what) {
        System.err.println("send: " + what);
    }
}
