package dev.groundswell.graphqlapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.campaign.ListCampaignMessages;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.customer.EraseCustomer;
import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.customer.WithdrawnConsents;
import dev.groundswell.core.link.LinksInMemory;
import dev.groundswell.core.link.TakeLinkHost;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.receipt.DeliveryCountsInMemory;
import dev.groundswell.core.message.route.RoutingBooksInMemory;
import dev.groundswell.core.message.text.MessageSettingsInMemory;
import dev.groundswell.core.metrics.CountersInMemory;
import dev.groundswell.core.metrics.ProjectBuyers;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.order.RejectedChange;
import dev.groundswell.core.order.RejectedChangesInMemory;
import dev.groundswell.core.segment.freeze.FrozenAudiencesInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoresInMemory;
import dev.groundswell.core.wallet.WalletsInMemory;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.QueryEngine;
import dev.groundswell.graphqlapi.message.book.BookPorts;
import dev.groundswell.graphqlapi.message.provider.ProviderPorts;
import dev.groundswell.graphqlapi.message.receipt.ReceiptPorts;
import dev.groundswell.graphqlapi.message.text.TextPorts;
import dev.groundswell.graphqlapi.persistedquery.PersistedQueries;
import dev.groundswell.graphqlapi.persistedquery.QueryHash;
import dev.groundswell.graphqlapi.wallet.WalletPorts;
import graphql.schema.GraphQLSchema;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** The function on tables in memory, for tests; it counts what is read. */
final class Api {

    static final Store DEMO = store("demo", "Demo", "Asia/Shanghai");
    static final Store OTHER = store("other", "Other", "America/Sao_Paulo");
    static final Instant NOW = Instant.parse("2026-06-18T04:00:00Z");

    final OrdersInMemory orders = new OrdersInMemory();
    final RejectedChangesInMemory rejectedChanges = new RejectedChangesInMemory();
    final CountersInMemory counters = new CountersInMemory();
    final HistoriesInMemory histories = new HistoriesInMemory(orders);
    final CountedProfileReads profileReads = new CountedProfileReads();
    final CountedOrderReads orderReads = new CountedOrderReads();
    final ImportDesk importDesk = new ImportDesk();
    final SegmentDesk segmentDesk;
    final CampaignShelf campaignShelf = new CampaignShelf();
    final ReminderShelf reminderShelf = new ReminderShelf();
    final MessagesInMemory messages = new MessagesInMemory();
    final FrozenAudiencesInMemory members = new FrozenAudiencesInMemory();
    final MessageSettingsInMemory messageSettings = new MessageSettingsInMemory();
    final WalletsInMemory wallets = new WalletsInMemory();
    final ProvidersInMemory providers = new ProvidersInMemory();
    final RoutingBooksInMemory routing = new RoutingBooksInMemory();
    final StandingsInMemory standings = new StandingsInMemory();
    final DeliveryCountsInMemory deliveryCounts = new DeliveryCountsInMemory();
    final KeptQueries persistedQueries = new KeptQueries();
    final TestContext log = new TestContext();
    private final Wiring wiring;
    private GraphqlApiHandler handler;

    Api() {
        this(true);
    }

    Api(boolean introspection) {
        var stores = new StoresInMemory();
        stores.save(DEMO);
        stores.save(OTHER);
        segmentDesk = new SegmentDesk(stores, histories);
        var segments = segmentDesk.ports();
        var campaigns = campaignShelf.ports(messageSettings, segments.queries(), profileReads);
        wiring = new Wiring(
                stores,
                orderReads,
                orders,
                rejectedChanges,
                profileReads,
                counters,
                counters,
                this::ordersBySource,
                importDesk.ports(),
                histories,
                segments,
                campaigns,
                reminderShelf.ports(this),
                new BookPorts(
                        messages,
                        new ListCampaignMessages(campaigns.campaigns(), campaigns.chunks(), members, messages),
                        campaigns.steps()),
                new TextPorts(
                        messageSettings,
                        segments.queries(),
                        profileReads,
                        new TakeLinkHost(new LinksInMemory(), "api.example.com")),
                new WalletPorts(wallets, messageSettings, () -> NOW),
                new ProviderPorts(providers, routing, true),
                new ReceiptPorts(
                        standings,
                        messages,
                        new WithdrawnConsents(histories),
                        new EraseCustomer(histories, histories, standings, messages, () -> NOW),
                        deliveryCounts,
                        () -> NOW),
                persistedQueries,
                () -> NOW,
                introspection);
        handler = handler(QueryEngine.MAX_TIME);
    }

    private GraphqlApiHandler handler(Duration maxTime) {
        return new GraphqlApiHandler(wiring.endpoint(wiring.engine(maxTime)));
    }

    /** Gives queries up after this time. */
    void limitedTo(Duration maxTime) {
        handler = handler(maxTime);
    }

    /** As after a cold start: nothing is remembered in memory. */
    void restart() {
        handler = handler(QueryEngine.MAX_TIME);
    }

    GraphQLSchema schema() {
        return wiring.schema(new Background());
    }

    /** Takes orders in and counts them. */
    void has(Store store, AnOrder... changes) {
        var taken = Arrays.stream(changes).map(AnOrder::build).toList();
        taken.forEach(order -> orders.write(store.id(), order));
        var buyers = taken.stream().map(Order::buyer).collect(Collectors.toSet());
        var result = new ProjectBuyers(histories, counters).project(store, buyers);
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException(result.failures().toString());
        }
    }

    void rejected(Store store, RejectedChange... changes) {
        rejectedChanges.add(store.id(), List.of(changes));
    }

    Reply answer(AnEvent event) {
        var response = new ByteArrayOutputStream();
        handler.handleRequest(event.json(), response, log);
        return Reply.of(response.toString(UTF_8));
    }

    /** Asks as the owner of the demo store. */
    Reply ask(String query) {
        return answer(AnEvent.aPost(query).as("demo", "owner"));
    }

    Reply ask(String query, Map<String, ?> variables) {
        return answer(AnEvent.aPost(query, variables).as("demo", "owner"));
    }

    /** Counted from the orders themselves. */
    private Map<LocalDate, Map<OrderSource, Long>> ordersBySource(StoreId store, LocalDate from, LocalDate to) {
        var zone = store.equals(OTHER.id()) ? OTHER.zone() : DEMO.zone();
        return orders.all(store).stream()
                .filter(order ->
                        !day(order, zone).isBefore(from) && !day(order, zone).isAfter(to))
                .collect(Collectors.groupingBy(
                        order -> day(order, zone), Collectors.groupingBy(Order::source, Collectors.counting())));
    }

    private static LocalDate day(Order order, ZoneId zone) {
        return LocalDate.ofInstant(order.times().orderedAt(), zone);
    }

    /** Takes the events in and projects their buyers. */
    void behaved(Store store, BehaviourEvent... events) {
        for (var event : events) {
            var day = LocalDate.ofInstant(event.at(), store.zone());
            histories.add(store.id(), event.buyer(), day, List.of(event));
        }
        var buyers = Arrays.stream(events).map(BehaviourEvent::buyer).collect(Collectors.toSet());
        var result = new ProjectBuyers(histories, counters).project(store, buyers);
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException(result.failures().toString());
        }
    }

    private static Store store(String id, String name, String zone) {
        return new Store(new StoreId(id), name, AnOrder.CNY, ZoneId.of(zone));
    }

    /** Profiles, and how often a batch of them was read. */
    final class CountedProfileReads implements CustomerProfiles {

        int count;

        /** Without a permit in it, reads wait. */
        final Semaphore hold = new Semaphore(1);

        /** What the next reads throw. */
        Optional<RuntimeException> fault = Optional.empty();

        @Override
        public synchronized Map<BuyerId, CustomerProfile> find(StoreId store, Collection<BuyerId> buyers) {
            count++;
            hold.acquireUninterruptibly();
            hold.release();
            fault.ifPresent(thrown -> {
                throw thrown;
            });
            return counters.find(store, buyers);
        }
    }

    /** Orders, and how often a batch of them was read. */
    final class CountedOrderReads implements Orders {

        int count;

        @Override
        public synchronized Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids) {
            count++;
            return orders.find(store, ids);
        }

        @Override
        public Written write(StoreId store, Order order, Expected expected) {
            return orders.write(store, order, expected);
        }

        @Override
        public List<Order> ofBuyer(StoreId store, BuyerId buyer) {
            return orders.ofBuyer(store, buyer);
        }
    }

    /** Queries kept in memory. */
    static final class KeptQueries implements PersistedQueries {

        final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> find(StoreId store, QueryHash hash) {
            return Optional.ofNullable(kept.get(store + "|" + hash));
        }

        @Override
        public void save(StoreId store, QueryHash hash, String text) {
            kept.put(store + "|" + hash, text);
        }
    }
}
