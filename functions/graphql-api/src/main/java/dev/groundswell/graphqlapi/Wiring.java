package dev.groundswell.graphqlapi;

import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.customer.ConsentTable;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.customer.ErasureTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.history.ColumnMappingTable;
import dev.groundswell.cloud.history.ImportFileBucket;
import dev.groundswell.cloud.history.ImportStepQueue;
import dev.groundswell.cloud.history.ImportTable;
import dev.groundswell.cloud.history.record.RecordFileReader;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.message.provider.RoutingTable;
import dev.groundswell.cloud.message.receipt.DeliveryCountTable;
import dev.groundswell.cloud.message.text.MessageSettingsTable;
import dev.groundswell.cloud.metrics.ClickCounterTable;
import dev.groundswell.cloud.metrics.ReminderCounterTable;
import dev.groundswell.cloud.metrics.SalesCounterTable;
import dev.groundswell.cloud.metrics.SourceCounterTable;
import dev.groundswell.cloud.metrics.WarmUpCounterTable;
import dev.groundswell.cloud.order.OrderListingTable;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.reminder.BookedMessages;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.cloud.reminder.ProfileBuyers;
import dev.groundswell.cloud.reminder.ReminderTaskTable;
import dev.groundswell.cloud.reminder.RoundTable;
import dev.groundswell.cloud.reminder.WakeUpTable;
import dev.groundswell.cloud.segment.AudienceExportBucket;
import dev.groundswell.cloud.segment.AudienceStepQueue;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.cloud.segment.SegmentQueryFunction;
import dev.groundswell.cloud.segment.SegmentTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.campaign.ListCampaignMessages;
import dev.groundswell.core.customer.Consents;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.customer.EraseCustomer;
import dev.groundswell.core.customer.RecordConsent;
import dev.groundswell.core.customer.WithdrawnConsents;
import dev.groundswell.core.history.CheckHistoryCoverage;
import dev.groundswell.core.link.TakeLinkHost;
import dev.groundswell.core.metrics.ReportSales;
import dev.groundswell.core.metrics.ReportWarmUp;
import dev.groundswell.core.metrics.SalesCounters;
import dev.groundswell.core.metrics.SourceCounters;
import dev.groundswell.core.metrics.WarmUpCounters;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.order.RejectedChanges;
import dev.groundswell.core.reminder.round.SurveyOrders;
import dev.groundswell.core.reminder.sweep.ReminderTexts;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.time.Sleeper;
import dev.groundswell.graphqlapi.behaviour.BehaviourCountsResolver;
import dev.groundswell.graphqlapi.behaviour.BehaviourDayResolver;
import dev.groundswell.graphqlapi.behaviour.BehaviourQueries;
import dev.groundswell.graphqlapi.behaviour.CustomerBehaviourResolver;
import dev.groundswell.graphqlapi.behaviour.ItemInterestResolver;
import dev.groundswell.graphqlapi.behaviour.WarmUpFiguresResolver;
import dev.groundswell.graphqlapi.behaviour.WarmUpMetricsResolver;
import dev.groundswell.graphqlapi.behaviour.WarmUpPointResolver;
import dev.groundswell.graphqlapi.caller.Callers;
import dev.groundswell.graphqlapi.campaign.CampaignPorts;
import dev.groundswell.graphqlapi.customer.ChannelMessagesResolver;
import dev.groundswell.graphqlapi.customer.ChannelReachResolver;
import dev.groundswell.graphqlapi.customer.ConsentMutations;
import dev.groundswell.graphqlapi.customer.ConsentResolver;
import dev.groundswell.graphqlapi.customer.CustomerQueries;
import dev.groundswell.graphqlapi.customer.CustomerResolver;
import dev.groundswell.graphqlapi.customer.OriginCountResolver;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.execution.QueryEngine;
import dev.groundswell.graphqlapi.history.ColumnMappingResolver;
import dev.groundswell.graphqlapi.history.CoverageDayResolver;
import dev.groundswell.graphqlapi.history.CoverageGapResolver;
import dev.groundswell.graphqlapi.history.CoverageMonthResolver;
import dev.groundswell.graphqlapi.history.CoverageQueries;
import dev.groundswell.graphqlapi.history.HistoryCoverageResolver;
import dev.groundswell.graphqlapi.history.ImportFilesOnDemand;
import dev.groundswell.graphqlapi.history.ImportPorts;
import dev.groundswell.graphqlapi.history.OrderSourceCountResolver;
import dev.groundswell.graphqlapi.history.PreviewRowResolver;
import dev.groundswell.graphqlapi.history.RejectedLineResolver;
import dev.groundswell.graphqlapi.history.UploadPartResolver;
import dev.groundswell.graphqlapi.history.UploadResolver;
import dev.groundswell.graphqlapi.http.GraphqlEndpoint;
import dev.groundswell.graphqlapi.message.book.BookPorts;
import dev.groundswell.graphqlapi.message.provider.ProviderPorts;
import dev.groundswell.graphqlapi.message.receipt.ReceiptPorts;
import dev.groundswell.graphqlapi.message.text.TextPorts;
import dev.groundswell.graphqlapi.metrics.SalesFiguresResolver;
import dev.groundswell.graphqlapi.metrics.SalesMetricsResolver;
import dev.groundswell.graphqlapi.metrics.SalesPointResolver;
import dev.groundswell.graphqlapi.metrics.SalesQueries;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.mutation.UserErrorResolver;
import dev.groundswell.graphqlapi.order.BuyerContactResolver;
import dev.groundswell.graphqlapi.order.OrderItemResolver;
import dev.groundswell.graphqlapi.order.OrderPages;
import dev.groundswell.graphqlapi.order.OrderQueries;
import dev.groundswell.graphqlapi.order.OrderResolver;
import dev.groundswell.graphqlapi.order.PresaleResolver;
import dev.groundswell.graphqlapi.order.RegionResolver;
import dev.groundswell.graphqlapi.order.RejectedChangePages;
import dev.groundswell.graphqlapi.order.RejectedChangeResolver;
import dev.groundswell.graphqlapi.order.ReviewResolver;
import dev.groundswell.graphqlapi.page.ConnectionResolver;
import dev.groundswell.graphqlapi.page.EdgeResolver;
import dev.groundswell.graphqlapi.page.PageInfoResolver;
import dev.groundswell.graphqlapi.persistedquery.AutomaticPersistedQueries;
import dev.groundswell.graphqlapi.persistedquery.PersistedQueries;
import dev.groundswell.graphqlapi.persistedquery.PersistedQueryTable;
import dev.groundswell.graphqlapi.reminder.ReminderPorts;
import dev.groundswell.graphqlapi.schema.ApiSchema;
import dev.groundswell.graphqlapi.schema.MoneyResolver;
import dev.groundswell.graphqlapi.segment.ExportFilesOnDemand;
import dev.groundswell.graphqlapi.segment.SegmentPorts;
import dev.groundswell.graphqlapi.segment.SegmentQueriesOnDemand;
import dev.groundswell.graphqlapi.store.ReachabilityResolver;
import dev.groundswell.graphqlapi.store.StoreResolver;
import dev.groundswell.graphqlapi.wallet.WalletPorts;
import graphql.schema.GraphQLSchema;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the function together by hand.
 *
 * @param introspection whether clients may ask for the schema
 */
record Wiring(
        Stores stores,
        Orders orders,
        OrderListing listing,
        RejectedChanges rejectedChanges,
        CustomerProfiles customers,
        SalesCounters counters,
        WarmUpCounters warmUp,
        SourceCounters sources,
        ImportPorts imports,
        Consents consents,
        SegmentPorts segments,
        CampaignPorts campaigns,
        ReminderPorts reminders,
        BookPorts books,
        TextPorts texts,
        WalletPorts wallets,
        ProviderPorts providers,
        ReceiptPorts receipts,
        PersistedQueries persistedQueries,
        InstantSource time,
        boolean introspection) {

    /** On AWS: the tables that {@code template.yaml} names to the function. */
    static Wiring of(FunctionEnvironment environment) {
        var client = environment.clients().dynamoDb();
        var orders =
                new OrderTable(client, environment.require("ORDERS_TABLE"), environment.require("ORDER_BUYERS_TABLE"));
        var stores = new StoreTable(client, environment.require("STORES_TABLE"));
        var customers = new CustomerProfileTable(client, environment.require("ORDERS_TABLE"));
        var segments = segmentPorts(environment);
        var campaigns = campaignPorts(environment);
        var settings = new MessageSettingsTable(client, environment.require("CHANNELS_TABLE"));
        return new Wiring(
                stores,
                orders,
                new OrderListingTable(client, environment.require("ORDERS_TABLE"), orders),
                new RejectedChangeTable(client, environment.require("REJECTED_CHANGES_TABLE")),
                customers,
                new SalesCounterTable(client, environment.require("METRICS_TABLE")),
                new WarmUpCounterTable(client, environment.require("METRICS_TABLE")),
                new SourceCounterTable(client, environment.require("METRICS_TABLE"), stores),
                importPorts(environment),
                new ConsentTable(client, environment.require("ORDERS_TABLE")),
                segments,
                campaigns,
                reminderPorts(environment, orders, customers),
                bookPorts(environment, campaigns),
                new TextPorts(settings, segments.queries(), customers, linkHosts(environment)),
                new WalletPorts(
                        new WalletTable(client, environment.require("WALLETS_TABLE"), new SecureRandom()),
                        settings,
                        environment.time()),
                new ProviderPorts(
                        new ProviderTable(client, environment.require("CHANNELS_TABLE")),
                        new RoutingTable(client, environment.require("CHANNELS_TABLE")),
                        environment.find("SIMULATOR_URL").isPresent()),
                receiptPorts(environment),
                new PersistedQueryTable(client, environment.require("PERSISTED_QUERIES_TABLE"), environment.time()),
                environment.time(),
                isOn(environment.require("INTROSPECTION")));
    }

    QueryEngine engine(Duration maxTime) {
        var background = new Background();
        var loaders = new Loaders(customers, orders, counters, receipts.standings(), background);
        return new QueryEngine(schema(background), loaders, introspection, maxTime);
    }

    GraphqlEndpoint endpoint(QueryEngine engine) {
        return new GraphqlEndpoint(new Callers(stores), new AutomaticPersistedQueries(persistedQueries), engine);
    }

    GraphQLSchema schema(Background background) {
        var pages = new OrderPages(listing);
        var resolvers = new ArrayList<>(segments.resolvers(customers, background));
        resolvers.addAll(books.resolvers());
        resolvers.addAll(texts.resolvers());
        resolvers.addAll(campaigns.resolvers(background));
        resolvers.addAll(reminders.resolvers(background));
        resolvers.addAll(wallets.resolvers(background));
        resolvers.addAll(receipts.resolvers());
        resolvers.addAll(providers.resolvers());
        resolvers.addAll(List.of(
                new QueryResolver(
                        new OrderQueries(pages, new RejectedChangePages(rejectedChanges), background),
                        new CustomerQueries(),
                        new SalesQueries(new ReportSales(counters, time), background),
                        new BehaviourQueries(new ReportWarmUp(warmUp), background),
                        new CoverageQueries(new CheckHistoryCoverage(listing, sources, time), background),
                        imports.queries(background),
                        segments.roots(background),
                        segments.audienceRoots(background),
                        campaigns.roots(background),
                        reminders.roots(background),
                        books.roots(background),
                        texts,
                        wallets,
                        providers,
                        receipts.queries(background),
                        background),
                new MutationResolver(
                        imports.mutations(time),
                        imports.mappingMutations(time),
                        new ConsentMutations(new RecordConsent(consents, time), time),
                        segments.mutations(),
                        segments.audienceMutations(),
                        campaigns.mutations(wallets.wallets()),
                        reminders.taskMutations(),
                        reminders.remindNow(),
                        books.mutations(wallets.wallets(), campaigns.providers(), time),
                        texts.checkMutations(),
                        texts.settingsMutations(),
                        wallets.mutations(),
                        providers.mutations(),
                        receipts.mutations(),
                        receipts.erasureMutations(),
                        background),
                new UserErrorResolver(),
                new StoreResolver(),
                new ReachabilityResolver(),
                new MoneyResolver(),
                new PageInfoResolver(),
                new OrderResolver(),
                new BuyerContactResolver(),
                new RegionResolver(),
                new PresaleResolver(),
                new OrderItemResolver(),
                new ReviewResolver(),
                new ConnectionResolver("OrderConnection"),
                new EdgeResolver("OrderEdge"),
                new RejectedChangeResolver(),
                new ConnectionResolver("RejectedChangeConnection"),
                new EdgeResolver("RejectedChangeEdge"),
                new CustomerResolver(pages, background),
                new ChannelReachResolver(),
                new ConsentResolver(),
                new ChannelMessagesResolver(),
                new OriginCountResolver(),
                new CustomerBehaviourResolver(),
                new ItemInterestResolver(),
                new BehaviourCountsResolver(),
                new BehaviourDayResolver(),
                new WarmUpMetricsResolver(),
                new WarmUpPointResolver(),
                new WarmUpFiguresResolver(),
                new SalesMetricsResolver(),
                new SalesPointResolver(),
                new SalesFiguresResolver(),
                new HistoryCoverageResolver(),
                new CoverageMonthResolver(),
                new CoverageDayResolver(),
                new CoverageGapResolver(),
                new OrderSourceCountResolver(),
                imports.resolver(time, background),
                new ConnectionResolver("ImportConnection"),
                new EdgeResolver("ImportEdge"),
                new RejectedLineResolver(),
                new ColumnMappingResolver(),
                new UploadResolver(),
                new UploadPartResolver(),
                new PreviewRowResolver(),
                new PayloadResolver("RecordConsentPayload", "consent"),
                new PayloadResolver("CreateUploadPayload", "upload"),
                new PayloadResolver("PreviewImportPayload", "rows", "columns", "description"),
                new PayloadResolver("StartImportPayload", "import", "sameContentAs"),
                new PayloadResolver("CancelImportPayload", "import"),
                new PayloadResolver("SaveColumnMappingPayload", "columnMapping"),
                new PayloadResolver("DeleteColumnMappingPayload", "deletedName")));
        return ApiSchema.of(resolvers);
    }

    private static BookPorts bookPorts(FunctionEnvironment environment, CampaignPorts campaigns) {
        var client = environment.clients().dynamoDb();
        var messages = new MessageTable(
                client,
                environment.require("MESSAGES_TABLE"),
                new Transactions(client, Sleeper.system(), new SecureRandom()));
        var members = new FrozenAudienceTable(client, environment.require("FROZEN_AUDIENCES_TABLE"));
        return new BookPorts(
                messages,
                new ListCampaignMessages(campaigns.campaigns(), campaigns.chunks(), members, messages),
                campaigns.steps());
    }

    private static ReceiptPorts receiptPorts(FunctionEnvironment environment) {
        var client = environment.clients().dynamoDb();
        var orders = environment.require("ORDERS_TABLE");
        var messages = environment.require("MESSAGES_TABLE");
        var standings = new StandingTable(client, messages);
        var transactions = new Transactions(client, Sleeper.system(), new SecureRandom());
        var books = new MessageTable(client, messages, transactions);
        return new ReceiptPorts(
                standings,
                books,
                new WithdrawnConsents(new ConsentTable(client, orders)),
                new EraseCustomer(
                        new BuyerHistoryTable(client, orders),
                        new ErasureTable(client, orders),
                        standings,
                        books,
                        environment.time()),
                new DeliveryCountTable(client, environment.require("CHANNELS_TABLE")),
                environment.time());
    }

    private static ImportPorts importPorts(FunctionEnvironment environment) {
        var clients = environment.clients();
        var table = environment.require("IMPORTS_TABLE");
        var bucket = environment.require("IMPORT_FILES_BUCKET");
        var queue = environment.require("IMPORT_STEPS_QUEUE");
        return new ImportPorts(
                new ImportTable(clients.dynamoDb(), table),
                new ImportFilesOnDemand(() ->
                        new ImportFileBucket(clients.s3(), clients.s3Presigner(), bucket, clients.dynamoDb(), table)),
                (store, id, step, delay) -> new ImportStepQueue(clients.sqs(), queue).wake(store, id, step, delay),
                new RecordFileReader(),
                new ColumnMappingTable(clients.dynamoDb(), table),
                new SecureRandom());
    }

    private static SegmentPorts segmentPorts(FunctionEnvironment environment) {
        var clients = environment.clients();
        var function = environment.require("SEGMENT_QUERY_FUNCTION");
        var frozen = new FrozenAudienceTable(clients.dynamoDb(), environment.require("FROZEN_AUDIENCES_TABLE"));
        var bucket = environment.require("AUDIENCE_EXPORTS_BUCKET");
        var queue = environment.require("AUDIENCE_STEPS_QUEUE");
        return new SegmentPorts(
                new SegmentTable(clients.dynamoDb(), environment.require("SEGMENTS_TABLE")),
                new FestivalCalendar(),
                new SegmentQueriesOnDemand(() -> new SegmentQueryFunction(clients.lambda(), function)),
                frozen,
                frozen,
                new ExportFilesOnDemand(() -> new AudienceExportBucket(clients.s3(), clients.s3Presigner(), bucket)),
                (store, steps) -> new AudienceStepQueue(clients.sqs(), queue).wake(store, steps),
                environment.time());
    }

    private static CampaignPorts campaignPorts(FunctionEnvironment environment) {
        var clients = environment.clients();
        var client = clients.dynamoDb();
        var table = new CampaignTable(client, environment.require("CAMPAIGNS_TABLE"));
        var channels = environment.require("CHANNELS_TABLE");
        var queue = environment.require("CAMPAIGN_STEPS_QUEUE");
        var function = environment.require("SEGMENT_QUERY_FUNCTION");
        return new CampaignPorts(
                table,
                table,
                (store, steps, delay) -> new CampaignStepQueue(clients.sqs(), queue).wake(store, steps, delay),
                new ClickCounterTable(client, environment.require("METRICS_TABLE")),
                new LinkTable(client, environment.require("LINKS_TABLE"), environment.time(), new SecureRandom()),
                new MessageSettingsTable(client, channels),
                new ProviderTable(client, channels),
                new SegmentQueriesOnDemand(() -> new SegmentQueryFunction(clients.lambda(), function)),
                new CustomerProfileTable(client, environment.require("ORDERS_TABLE")),
                environment.require("LINK_ORIGIN"),
                new SecureRandom(),
                environment.time());
    }

    private static ReminderPorts reminderPorts(
            FunctionEnvironment environment, OrderTable orders, CustomerProfileTable customers) {
        var client = environment.clients().dynamoDb();
        var time = environment.time();
        var table = environment.require("REMINDERS_TABLE");
        var ofOrders = environment.require("ORDERS_TABLE");
        var books = environment.require("MESSAGES_TABLE");
        var channels = environment.require("CHANNELS_TABLE");
        var random = new SecureRandom();
        var transactions = new Transactions(client, Sleeper.system(), random);
        var messages = new MessageTable(client, books, transactions);
        var rounds = new RoundTable(client, table);
        var survey = new SurveyOrders.Ports(
                new OrderListingTable(client, ofOrders, orders),
                new ProfileBuyers(customers),
                new OrderReminderTable(client, ofOrders, transactions, time),
                new BookedMessages(customers, messages),
                new StandingTable(client, books),
                new ReminderTexts(),
                new MessageSettingsTable(client, channels),
                new ProviderTable(client, channels));
        return new ReminderPorts(
                new ReminderTaskTable(client, table),
                rounds,
                rounds,
                new WakeUpTable(client, table),
                orders,
                messages,
                survey,
                new ReminderCounterTable(client, environment.require("METRICS_TABLE")),
                environment.require("LINK_ORIGIN"),
                random,
                time);
    }

    private static TakeLinkHost linkHosts(FunctionEnvironment environment) {
        var hosts = new LinkTable(
                environment.clients().dynamoDb(),
                environment.require("LINKS_TABLE"),
                environment.time(),
                new SecureRandom());
        return new TakeLinkHost(
                hosts, URI.create(environment.require("LINK_ORIGIN")).getHost());
    }

    private static boolean isOn(String introspection) {
        return switch (introspection) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new IllegalStateException(
                        "The environment variable INTROSPECTION is 'on' or 'off', not '" + introspection + "'.");
        };
    }
}
