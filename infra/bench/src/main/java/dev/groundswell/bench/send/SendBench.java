package dev.groundswell.bench.send;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.BenchShop;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.OtherProcess;
import dev.groundswell.bench.system.TablesProcess;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.ProviderKind;
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

    private static final int MICROS_PER_SECOND = 1_000_000;

    @Option(names = "--messages", paramLabel = "N", description = "of each campaign (${DEFAULT-VALUE})")
    private int messages = 20_000;

    @Option(names = "--rounds", paramLabel = "N", description = "of which the median counts (${DEFAULT-VALUE})")
    private int rounds = 3;

    /** What a message of a channel took. */
    private record Cost(MeasuredCampaigns.Cost time, Usage capacity) {

        double cpuMicros() {
            return time.cpuMicrosPerMessage();
        }

        double perSecond() {
            return time.messagesPerSecond();
        }
    }

    @Override
    public Report run() throws Exception {
        if (messages < 1 || rounds < 1) {
            throw new UnusableInputException("At least one message is needed, and one round.");
        }
        try (var tables = OtherProcess.start(TablesProcess.class);
                var providers = OtherProcess.start(AcceptingProviders.class);
                var client = TableClient.of(tables.url())) {
            var template = FreshTables.template(tables.url());
            say("writing " + messages + " customers");
            var audience = StoredCustomers.asProfiles(client, template).write(messages, Instant.now());
            setUp(template, client);
            var shop = new MeasuredCampaigns.Shop(tables.url(), providers.url(), audience, messages);
            var campaigns = new MeasuredCampaigns(shop);
            var sms = cost(campaigns, Channel.SMS);
            var mail = cost(campaigns, Channel.EMAIL);
            return report(sms, mail, CampaignsByC1.measure(shop, rounds));
        }
    }

    private static void setUp(Template template, DynamoDbClient client) {
        var shop = new BenchShop(client, template);
        shop.prepare(Instant.now());
        shop.save("sns", Channel.SMS, ProviderKind.SNS, PaceLimits.FASTEST);
        shop.save("ses", Channel.EMAIL, ProviderKind.SES, PaceLimits.FASTEST);
    }

    private Cost cost(MeasuredCampaigns campaigns, Channel channel) {
        var capacity = campaigns.capacity(channel);
        return new Cost(campaigns.cost(channel, rounds), capacity);
    }

    private Report report(Cost sms, Cost mail, CampaignsByC1.Cpu byC1) {
        var table = new Table("send: campaigns of " + messages + " messages", "SMS", "e-mail")
                .row("our own CPU, microseconds a message", sms.cpuMicros(), mail.cpuMicros())
                .row("the same by C1 only, as on Lambda", byC1.sms(), byC1.email())
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
        figures.put("sms", figures(sms, byC1.sms()));
        figures.put("email", figures(mail, byC1.email()));
        return new Report(table, figures);
    }

    private static Map<String, Object> figures(Cost cost, double cpuMicrosByC1) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("messagesPerSecond", Samples.rounded(cost.perSecond()));
        figures.put("cpuMicrosPerMessage", Samples.rounded(cost.cpuMicros()));
        figures.put("cpuMicrosPerMessageByC1", Samples.rounded(cpuMicrosByC1));
        figures.put("requestsPerMessage", Samples.rounded(cost.capacity().requests()));
        figures.put("writeUnitsPerMessage", Samples.rounded(cost.capacity().writeUnits()));
        figures.put("readUnitsPerMessage", Samples.rounded(cost.capacity().readUnits()));
        return figures;
    }

    private static void say(String what) {
        System.err.println("send: " + what);
    }
}
