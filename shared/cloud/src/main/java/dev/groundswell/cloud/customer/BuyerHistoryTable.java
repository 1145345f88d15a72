package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.behaviour.BehaviourDayTable;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.customer.BuyerArchive;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * What buyers did, from the table {@code Orders}: of one a single query, of all a scan, which gives a partition's items one
 * after the other.
 */
public final class BuyerHistoryTable implements BuyerHistories, BuyerArchive {

    /**
     * Behind the last sort key that begins with {@code order#} or {@code order-reminders#}. Between it and the first of behaviour lie
     * clicked links, consents, the erasure and times of messages, and what a heavy buyer has counted by month, which is left out.
     */
    private static final String AFTER_ORDERS = "order.";

    private final DynamoDbClient client;
    private final String table;

    public BuyerHistoryTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Read read(StoreId store, BuyerId buyer) {
        var history = new Reading(buyer);
        var readUnits = 0.0;
        var requests = 0;
        var pages = client.queryPaginator(query -> query.tableName(table)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :behaviour AND :afterOrders")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(BuyerPartitions.key(store, buyer)),
                        ":behaviour", AttributeValue.fromS(BehaviourDayTable.PREFIX),
                        ":afterOrders", AttributeValue.fromS(AFTER_ORDERS)))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        for (var page : pages) {
            page.items().forEach(history::add);
            readUnits += Optional.ofNullable(page.consumedCapacity())
                    .map(ConsumedCapacity::capacityUnits)
                    .orElse(0.0);
            requests++;
        }
        return new Read(history.read(), readUnits, requests);
    }

    @Override
    public void eachBuyer(StoreId store, BiConsumer<BuyerId, BuyerHistory> reader) {
        var ofStore = store + "|";
        var current = new ArrayList<Reading>();
        client.scanPaginator(scan -> scan.tableName(table)
                        .filterExpression(
                                "begins_with(pk, :store) AND (begins_with(sk, :order) OR begins_with(sk, :behaviour)"
                                    + " OR begins_with(sk, :consent) OR begins_with(sk, :messages) OR begins_with(sk,"
                                    + " :clicked) OR begins_with(sk, :reminders) OR sk = :erased)")
                        .expressionAttributeValues(Map.of(
                                ":store", AttributeValue.fromS(ofStore),
                                ":order", AttributeValue.fromS(BuyerPartitions.ORDER_PREFIX),
                                ":behaviour", AttributeValue.fromS(BehaviourDayTable.PREFIX),
                                ":consent", AttributeValue.fromS(ConsentTable.PREFIX),
                                ":messages", AttributeValue.fromS(MessageTimesTable.PREFIX),
                                ":clicked", AttributeValue.fromS(ClickedLinkTable.PREFIX),
                                ":reminders", AttributeValue.fromS(OrderReminderTable.PREFIX),
                                ":erased", AttributeValue.fromS(ErasureTable.SORT_KEY)))
                        .consistentRead(true))
                .items()
                .forEach(item -> {
                    var buyer = new BuyerId(new Item(item).text("pk").substring(ofStore.length()));
                    if (current.isEmpty() || !current.getLast().buyer.equals(buyer)) {
                        handOver(current, reader);
                        current.add(new Reading(buyer));
                    }
                    current.getLast().add(item);
                });
        handOver(current, reader);
    }

    private static void handOver(List<Reading> current, BiConsumer<BuyerId, BuyerHistory> reader) {
        current.forEach(reading -> reader.accept(reading.buyer, reading.read()));
        current.clear();
    }

    /** A history while its items come in. */
    private static final class Reading {

        private final BuyerId buyer;
        private final List<Order> orders = new ArrayList<>();
        private final List<BehaviourDay> days = new ArrayList<>();
        private final List<Consent> consents = new ArrayList<>();
        private final List<MessageTimes> messages = new ArrayList<>();
        private final List<ClickedLink> clicks = new ArrayList<>();
        private final List<OrderReminders> reminders = new ArrayList<>();
        private Optional<Instant> erasedAt = Optional.empty();

        Reading(BuyerId buyer) {
            this.buyer = buyer;
        }

        void add(Map<String, AttributeValue> item) {
            var sk = new Item(item).text("sk");
            if (sk.startsWith(BuyerPartitions.ORDER_PREFIX)) {
                orders.add(BuyerPartitions.order(item));
            } else if (sk.startsWith(BehaviourDayTable.PREFIX)) {
                days.add(BehaviourDayTable.day(buyer, item));
            } else if (sk.startsWith(ConsentTable.PREFIX)) {
                consents.add(ConsentTable.consent(item));
            } else if (sk.startsWith(MessageTimesTable.PREFIX)) {
                messages.add(MessageTimesTable.times(item));
            } else if (sk.startsWith(ClickedLinkTable.PREFIX)) {
                clicks.add(ClickedLinkTable.link(item));
            } else if (sk.startsWith(OrderReminderTable.PREFIX)) {
                reminders.addAll(OrderReminderTable.reminders(buyer, item));
            } else if (sk.equals(ErasureTable.SORT_KEY)) {
                erasedAt = Optional.of(ErasureTable.at(item));
            }
        }

        BuyerHistory read() {
            var all = new BuyerHistory(orders, days, consents, messages, clicks, reminders);
            return erasedAt.map(all::erased).orElse(all);
        }
    }
}
