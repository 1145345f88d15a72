package dev.groundswell.graphqlapi;

import dev.groundswell.graphqlapi.behaviour.BehaviourQueries;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.campaign.CampaignRoots;
import dev.groundswell.graphqlapi.customer.CustomerQueries;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.history.CoverageQueries;
import dev.groundswell.graphqlapi.history.ImportQueries;
import dev.groundswell.graphqlapi.message.book.MessageRoots;
import dev.groundswell.graphqlapi.message.provider.ProviderPorts;
import dev.groundswell.graphqlapi.message.receipt.ReceiptQueries;
import dev.groundswell.graphqlapi.message.text.TextPorts;
import dev.groundswell.graphqlapi.metrics.SalesQueries;
import dev.groundswell.graphqlapi.order.OrderQueries;
import dev.groundswell.graphqlapi.reminder.ReminderRoots;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import dev.groundswell.graphqlapi.segment.AudienceRoots;
import dev.groundswell.graphqlapi.segment.SegmentRoots;
import dev.groundswell.graphqlapi.wallet.WalletPorts;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The root. The store of every read is the caller's, never an argument. */
final class QueryResolver extends ObjectResolver<Caller> {

    private final OrderQueries orders;
    private final CustomerQueries customers;
    private final SalesQueries sales;
    private final BehaviourQueries behaviour;
    private final CoverageQueries coverage;
    private final ImportQueries imports;
    private final SegmentRoots segments;
    private final AudienceRoots audiences;
    private final CampaignRoots campaigns;
    private final ReminderRoots reminders;
    private final MessageRoots messages;
    private final TextPorts texts;
    private final WalletPorts wallets;
    private final ProviderPorts providers;
    private final ReceiptQueries receipts;
    private final Background background;

    QueryResolver(
            OrderQueries orders,
            CustomerQueries customers,
            SalesQueries sales,
            BehaviourQueries behaviour,
            CoverageQueries coverage,
            ImportQueries imports,
            SegmentRoots segments,
            AudienceRoots audiences,
            CampaignRoots campaigns,
            ReminderRoots reminders,
            MessageRoots messages,
            TextPorts texts,
            WalletPorts wallets,
            ProviderPorts providers,
            ReceiptQueries receipts,
            Background background) {
        super("Query", Caller.class);
        this.orders = orders;
        this.customers = customers;
        this.sales = sales;
        this.behaviour = behaviour;
        this.coverage = coverage;
        this.imports = imports;
        this.segments = segments;
        this.audiences = audiences;
        this.campaigns = campaigns;
        this.reminders = reminders;
        this.messages = messages;
        this.texts = texts;
        this.wallets = wallets;
        this.providers = providers;
        this.receipts = receipts;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(String field, Caller caller, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "store" -> caller.store();
            case "order" -> orders.order(query.get());
            case "orders" -> orders.orders(caller.store(), query.get());
            case "rejectedChanges" -> orders.rejectedChanges(caller.store(), query.get());
            case "customer" -> customers.customer(query.get());
            case "salesMetrics" -> sales.salesMetrics(caller.store(), query.get());
            case "warmUpMetrics" -> behaviour.warmUpMetrics(caller.store(), query.get());
            case "historyCoverage" -> coverage.historyCoverage(caller.store(), query.get());
            case "import" -> imports.find(caller.store(), query.get());
            case "imports" -> imports.list(caller.store(), query.get());
            case "columnMappings" -> imports.columnMappings(caller.store());
            case "segments" -> segments.list(caller.store(), query.get());
            case "segment" -> segments.find(caller.store(), query.get());
            case "segmentPreview" -> segments.preview(caller.store(), query.get());
            case "checkSegmentRule" -> segments.checkRule(caller.store(), query.get());
            case "segmentFields" -> segments.fields();
            case "segmentCompletions" -> segments.completions(query.get());
            case "audience" -> audiences.find(caller.store(), query.get());
            case "audiences" -> audiences.list(caller.store(), query.get());
            case "campaign" -> campaigns.find(caller.store(), query.get());
            case "campaigns" -> campaigns.list(caller.store(), query.get());
            case "reminderTasks" -> reminders.tasks(caller.store());
            case "reminderRounds" -> reminders.rounds(caller.store(), query.get());
            case "explainOrder" -> reminders.explain(caller.store(), query.get());
            case "messages" -> messages.list(caller.store(), query.get());
            case "messageSettings" -> texts.find(caller.store(), background);
            case "messageVariables" -> TextPorts.VARIABLES;
            case "wallet" -> wallets.find(caller.store(), background);
            case "providers" -> providers.all(caller.store(), background);
            case "routingChanges" -> providers.changes(caller.store(), query.get(), background);
            case "deliveryFigures" -> receipts.figures(caller.store().id(), query.get());
            default -> throw withoutCase(field);
        };
    }
}
