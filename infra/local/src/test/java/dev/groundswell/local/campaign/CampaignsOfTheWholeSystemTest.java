package dev.groundswell.local.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.text.MessageSettingsTable;
import dev.groundswell.cloud.metrics.ClickCounterTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.campaign.ACampaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStatus;
import dev.groundswell.core.campaign.OutcomeCounts;
import dev.groundswell.core.campaign.ReportProgress;
import dev.groundswell.core.campaign.SaveCampaign;
import dev.groundswell.core.campaign.ScheduleCampaign;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.metrics.ClickCounts;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Orders in by the queue; whoever paid is frozen, planned, paid for, and sent one message by the simulator; somebody follows the
 * link and pays again: through every function as wired.
 */
class CampaignsOfTheWholeSystemTest {

    private static final Store STORE =
            new Store(new StoreId(LocalSystem.STORE), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private static final int BUYERS = 40;
    private static final long PURSE = 100_000;
    private static final URI TARGET = URI.create("https://shop.example/11.11");

    @Test
    @Timeout(120)
    void everyMemberHasOneOutcomeAndOneMessageAndWhatFollowsAClickIsCounted() throws Exception {
        try (var system = LocalSystem.start(LocalOptions.inMemory())) {
            sendOrders(system);
            system.awaitDrained();
            wallets(system)
                    .recharge(
                            STORE.id(), "first", PURSE, "tester", system.clock().instant());

            var id = scheduled(system);
            while (campaigns(system).find(STORE.id(), id).orElseThrow().status() != CampaignStatus.COMPLETED) {
                assertThat(campaigns(system).find(STORE.id(), id).orElseThrow().status())
                        .isNotEqualTo(CampaignStatus.FAILED);
                Thread.sleep(200);
            }
            system.awaitDrained();

            var counts = counts(system, id);
            assertThat(counts.members()).isEqualTo(BUYERS);
            assertThat(counts.sent() + counts.delivered() + counts.failed()).isEqualTo(BUYERS - 1);
            assertThat(counts.excluded()).containsOnlyKeys(ExclusionReason.DUPLICATE_ADDRESS);
            assertThat(system.simulator().outbox().doubled()).isZero();
            var wallet = wallets(system).find(STORE.id());
            assertThat(wallet.reserved()).isZero();
            assertThat(wallet.balance()).isLessThan(PURSE);

            followLink(system, id);
            system.awaitDrained();
            sendOrder(system, paidNow(system));
            system.awaitDrained();

            var metrics = new ClickCounterTable(system.clients().dynamoDb(), variable(system, "METRICS_TABLE"));
            assertThat(metrics.after(STORE.id(), id.purpose())).isEqualTo(new ClickCounts(1, 1, 1, 1, 1_000, 0));
        }
    }

    /** The first buyer's, as a phone's browser does. */
    private static void followLink(LocalSystem system, CampaignId id) throws IOException, InterruptedException {
        var links = new LinkTable(
                system.clients().dynamoDb(), variable(system, "LINKS_TABLE"), system.clock(), new Random(5));
        var message = new MessageId(AddressKey.of(new Phone("+8613800100000")), id.purpose());
        var link = new SignedLinks(links, links)
                .prepare(STORE.id(), message, new BuyerId("B0"), List.of(TARGET))
                .getFirst();
        var request = HttpRequest.newBuilder(URI.create(link.at(system.url())))
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 15) Mobile")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("location")).contains(TARGET.toString());
        }
    }

    private static String paidNow(LocalSystem system) {
        return String.format(Locale.ROOT, """
            {"orderId":"T-after","buyerId":"B0","status":"PAID","currency":"CNY","payable":"10.00",
             "orderedAt":"%1$s","paidAt":"%1$s","modifiedAt":"%1$s"}\
            """, system.clock().instant());
    }

    /** The last two buyers have one phone. */
    private static void sendOrders(LocalSystem system) {
        sendOrder(
                system,
                IntStream.range(0, BUYERS)
                        .mapToObj(i -> change(i, Math.min(i, BUYERS - 2)))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static void sendOrder(LocalSystem system, String changes) {
        var url = system.template().queue("OrderChanges").orElseThrow().url();
        system.clients().sqs().sendMessage(send -> send.queueUrl(url).messageBody(changes));
    }

    private static String change(int buyer, int phone) {
        return String.format(Locale.ROOT, """
            {"orderId":"T%1$d","buyerId":"B%1$d","status":"PAID","currency":"CNY","payable":"71.94",
             "orderedAt":"2020-02-01T04:00:00Z","paidAt":"2020-02-01T04:00:08Z",
             "modifiedAt":"2020-02-01T04:00:08Z","buyer":{"name":"Ann %1$d","phone":"+86138001%2$05d"},
             "items":[{"itemId":"item","quantity":1,"price":"71.94"}]}\
            """, buyer, phone);
    }

    private static CampaignId scheduled(LocalSystem system) {
        var settings = new MessageSettingsTable(system.clients().dynamoDb(), variable(system, "CHANNELS_TABLE"));
        var queue = new CampaignStepQueue(system.clients().sqs(), variable(system, "CAMPAIGN_STEPS_QUEUE"));
        var request = new SaveCampaign.Request(
                null,
                null,
                ACampaign.sms("【秋季】{{name}}, {{link}} ")
                        .linkingTo(TARGET.toString())
                        .settings(),
                "tester");
        var saved = (SaveCampaign.Result.Saved)
                new SaveCampaign(campaigns(system), settings, system.clock(), new Random(2)).save(STORE, request);
        var id = saved.campaign().id();
        new ScheduleCampaign(campaigns(system), queue, settings, system.clock()).schedule(STORE, id);
        return id;
    }

    private static OutcomeCounts counts(LocalSystem system, CampaignId id) {
        var campaign = campaigns(system).find(STORE.id(), id).orElseThrow();
        return new ReportProgress(campaigns(system)).of(STORE.id(), campaign).counts();
    }

    private static CampaignTable campaigns(LocalSystem system) {
        return new CampaignTable(system.clients().dynamoDb(), variable(system, "CAMPAIGNS_TABLE"));
    }

    private static WalletTable wallets(LocalSystem system) {
        return new WalletTable(system.clients().dynamoDb(), variable(system, "WALLETS_TABLE"), new Random(4));
    }

    private static String variable(LocalSystem system, String name) {
        return system.template().variable(name).orElseThrow();
    }
}
