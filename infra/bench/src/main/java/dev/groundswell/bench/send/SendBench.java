package dev.groundswell.bench.send;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.BenchClients;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.OtherProcess;
import dev.groundswell.bench.system.TablesProcess;
import dev.groundswell.cloud.function.SdkClients;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.local.template.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A campaign from its frozen audience to the last outcome, by the function {@code CampaignSend} alone: what a message costs in
 * our own CPU time with the SDK, in requests and in capacity units. Tables and providers are processes of their own.
 */
@Command(
        name = "send",
        description = "What a campaign's message costs, SMS and e-mail: CPU, requests, units, messages/s")
public final class SendBench implements Bench {

    private static final String REGION = "us-east-1";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MICROS_PER_SECOND = 1_000_000;

    @Option(names = "--messages", paramLabel = "N", description = "of each campaign (${DEFAULT-VALUE})")
    private int messages = 20_000;

    @Option(names = "--rounds", paramLabel = "N", description = "of which the median counts (${DEFAULT-VALUE})")
    private int rounds = 3;

    /** What a message of a channel took. */
    private record Cost(double cpuMicros, double perSecond, Usage capacity) {}

    @Override
    public Report run() throws Exception {
        if (messages < 1 || rounds < 1) {
            throw new UnusableInputException("At least one message is needed, and one round.");
        }
        // The functions' own clients find their credentials as on Lambda, one place further on in the chain.
        System.setProperty("aws.accessKeyId", "bench");
        System.setProperty("aws.secretAccessKey", "bench");
        try (var tables = OtherProcess.start(TablesProcess.class);
                var providers = OtherProcess.start(AcceptingProviders.class);
                var client = TableClient.of(tables.url())) {
            var template = FreshTables.template(tables.url());
            say("writing " + messages + " customers");
            var audience = StoredCustomers.asProfiles(client, template).write(messages, Instant.now());
            setUp(template, client);
            var sms = cost(Channel.SMS, template, tables, providers, audience);
            var mail = cost(Channel.EMAIL, template, tables, providers, audience);
            return report(sms, mail);
        }
    }

    private static void setUp(Template template, DynamoDbClient client) {
        var shop = new BenchShop(client, template);
        shop.prepare(Instant.now());
        shop.save("sns", Channel.SMS, ProviderKind.SNS, PaceLimits.FASTEST);
        shop.save("ses", Channel.EMAIL, ProviderKind.SES, PaceLimits.FASTEST);
    }

    private Cost cost(
            Channel channel, Template template, OtherProcess tables, OtherProcess providers, AudienceId audience) {
        var meter = new CapacityMeter();
        var clients = new SdkClients(Map.of("AWS_ENDPOINT_URL", providers.url(), "AWS_REGION", REGION));
        say(channel + ": requests and capacity units");
        try (var metered = TableClient.of(tables.url(), meter)) {
            var before = meter.read();
            send(channel, template, metered, clients, audience);
            var capacity = meter.read().minus(before).per(messages);
            return timed(channel, template, tables, clients, audience, capacity);
        }
    }

    private Cost timed(
            Channel channel,
            Template template,
            OtherProcess tables,
            SdkClients clients,
            AudienceId audience,
            Usage capacity) {
        var cpu = new Samples();
        var perSecond = new Samples();
        try (var client = TableClient.of(tables.url())) {
            for (var round = 1; round <= rounds; round++) {
                say(channel + ": round " + round + " of " + rounds);
                var begun = System.nanoTime();
                var before = Usage.ofCpu();
                send(channel, template, client, clients, audience);
                cpu.add(Usage.ofCpu().minus(before).per(messages).cpuMicros());
                perSecond.add(messages * NANOS_PER_SECOND / (System.nanoTime() - begun));
            }
        }
        return new Cost(cpu.median(), perSecond.median(), capacity);
    }

    private void send(
            Channel channel, Template template, DynamoDbClient client, SdkClients clients, AudienceId audience) {
        var steps = new HeldSteps();
        new BenchCampaigns(template, new BenchClients(clients, client, steps), steps).send(channel, audience, messages);
    }

    private Report report(Cost sms, Cost mail) {
        var table = new Table("send: campaigns of " + messages + " messages", "SMS", "e-mail")
                .row("our own CPU, microseconds a message", sms.cpuMicros(), mail.cpuMicros())
                .row(
                        "messages a second of one core's CPU",
                        MICROS_PER_SECOND / sms.cpuMicros(),
                        MICROS_PER_SECOND / mail.cpuMicros())
                .row("messages a second, DynamoDB Local beside it", sms.perSecond(), mail.perSecond())
                .row(
                        "requests to DynamoDB a message",
                        sms.capacity().requests(),
                        mail.capacity().requests())
                .row(
                        "write units a message",
                        sms.capacity().writeUnits(),
                        mail.capacity().writeUnits())
                .row(
                        "read units a message",
                        sms.capacity().readUnits(),
                        mail.capacity().readUnits());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "send");
        figures.put("messages", messages);
        figures.put("sms", figures(sms));
        figures.put("email", figures(mail));
        return new Report(table, figures);
    }

    private static Map<String, Object> figures(Cost cost) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("messagesPerSecond", Samples.rounded(cost.perSecond()));
        figures.put("cpuMicrosPerMessage", Samples.rounded(cost.cpuMicros()));
        figures.put("requestsPerMessage", Samples.rounded(cost.capacity().requests()));
        figures.put("writeUnitsPerMessage", Samples.rounded(cost.capacity().writeUnits()));
        figures.put("readUnitsPerMessage", Samples.rounded(cost.capacity().readUnits()));
        return figures;
    }

    private static void say(String what) {
        System.err.println("send: " + what);
    }
}
