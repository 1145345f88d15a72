package dev.groundswell.deliveryreceipts;

import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignSettings;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.order.BuyerId;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.jr.ob.JSON;

/** A store that has sent messages, in the tables of an endpoint, and the function. */
final class ReceiptDesk {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    static final Instant SENT_AT = Instant.parse("2026-11-11T02:00:00Z");
    static final Instant NOW = SENT_AT.plus(Duration.ofHours(1));

    final TestContext context = new TestContext();
    private final AwsEndpoint aws;
    private final FunctionEnvironment environment;

    ReceiptDesk(AwsEndpoint aws) {
        this.aws = aws;
        this.environment = new FunctionEnvironment(
                Map.of(
                        "STORE_ID", "demo",
                        "STORES_TABLE", aws.table("Stores"),
                        "ORDERS_TABLE", aws.table("Orders"),
                        "MESSAGES_TABLE", aws.table("Messages"),
                        "LINKS_TABLE", aws.table("Links"),
                        "CHANNELS_TABLE", aws.table("Channels"),
                        "CAMPAIGNS_TABLE", aws.table("Campaigns"),
                        "WALLETS_TABLE", aws.table("Wallets"),
                        "DELIVERY_EVENTS_QUEUE", aws.queue("DeliveryEvents")),
                InstantSource.fixed(NOW),
                aws.clients());
    }

    static void create(AwsEndpoint aws) {
        aws.createTables("Stores", "Orders", "Messages", "Links", "Channels", "Campaigns", "Wallets");
        aws.createQueues("DeliveryEvents");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores")).save(STORE);
    }

    FunctionEnvironment environment() {
        return environment;
    }

    DeliveryReceiptsHandler receipts() {
        return new DeliveryReceiptsHandler(environment, new Random(1));
    }

    private MessageTable messages() {
        var dynamoDb = aws.clients().dynamoDb();
        return new MessageTable(dynamoDb, aws.table("Messages"), new Transactions(dynamoDb, _ -> {}, new Random(1)));
    }

    LinkTable links() {
        return new LinkTable(aws.clients().dynamoDb(), aws.table("Links"), environment.time(), new Random(1));
    }

    /** Claimed and handed over to the provider {@code p1} at {@link #SENT_AT}, which calls it {@code at-p1-<purpose>}. */
    MessageId sent(Draft draft) {
        var claim = new Message.Claim("worker", SENT_AT.minusSeconds(1), SENT_AT.plusSeconds(30));
        messages().claim(STORE.id(), claim, Optional.empty(), List.of(draft));
        messages().settle(STORE.id(), draft.id(), new Outcome.Sent(SENT_AT, "p1", providersIdOf(draft.id())));
        return draft.id();
    }

    /** A campaign of these settings. */
    Campaign launched(CampaignSettings settings) {
        var campaign = new Campaign(
                CampaignId.of(SENT_AT, new Random()),
                settings,
                new CampaignState.Scheduled(SENT_AT, SENT_AT),
                Set.of(),
                "ann",
                SENT_AT,
                SENT_AT,
                1);
        new CampaignTable(aws.clients().dynamoDb(), aws.table("Campaigns")).save(STORE, campaign);
        return campaign;
    }

    static String providersIdOf(MessageId id) {
        return "at-p1-" + id.purpose();
    }

    Message message(MessageId id) {
        return Optional.ofNullable(messages().find(STORE.id(), List.of(id)).get(id))
                .orElseThrow();
    }

    Standing standing(AddressKey address) {
        return new StandingTable(aws.clients().dynamoDb(), aws.table("Messages"))
                .find(STORE.id(), List.of(address))
                .getOrDefault(address, Standing.CLEAR);
    }

    BuyerHistory history(BuyerId buyer) {
        return new BuyerHistoryTable(aws.clients().dynamoDb(), aws.table("Orders")).ofBuyer(STORE.id(), buyer);
    }

    /**
     * Hands over messages of the queue, numbered from {@code m0}.
     *
     * @return those that are to come again
     */
    List<String> deliver(String... bodies) {
        return deliver(Map.of(), bodies);
    }

    /** The same, of what a supplier of the store posted. */
    List<String> deliverSigned(String provider, String... bodies) {
        return deliver(Map.of("store", attribute("demo"), "provider", attribute(provider)), bodies);
    }

    private static Map<String, String> attribute(String value) {
        return Map.of("dataType", "String", "stringValue", value);
    }

    private List<String> deliver(Map<String, Map<String, String>> attributes, String... bodies) {
        var records = new ArrayList<Map<String, Object>>();
        for (var body : bodies) {
            records.add(Map.of(
                    "messageId",
                    "m" + records.size(),
                    "body",
                    body,
                    "attributes",
                    Map.of("SentTimestamp", Long.toString(NOW.toEpochMilli())),
                    "messageAttributes",
                    attributes));
        }
        var answer = JSON.std.mapFrom(context.call(receipts(), JSON.std.asString(Map.of("Records", records))));
        return ((List<?>) Objects.requireNonNull(answer.get("batchItemFailures")))
                .stream()
                        .map(failure -> String.valueOf(((Map<?, ?>) failure).get("itemIdentifier")))
                        .toList();
    }
}
