package dev.groundswell.bench.order;

import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.queue.JsonText;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.OrderChangeReader.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Order changes as the items that {@link OrderTable} makes of them. */
public final class OrderItems {

    private static final String ORDERS = "Orders";

    private OrderItems() {}

    /** One item per change, in the same order. */
    public static List<Map<String, AttributeValue>> of(OrderChanges changes) {
        var recorded = new RecordingClient();
        var table = new OrderTable(recorded, ORDERS, "OrderBuyers");
        changes.changes().forEach(change -> table.write(BenchStore.STORE.id(), order(change)));
        return recorded.items;
    }

    /** The item of one order. */
    public static Map<String, AttributeValue> of(Order order) {
        var recorded = new RecordingClient();
        new OrderTable(recorded, ORDERS, "OrderBuyers").write(BenchStore.STORE.id(), order);
        return recorded.items.getFirst();
    }

    /** The order that a change tells. */
    public static Order order(String change) {
        var values = JsonText.read(change).getFirst().values().orElseThrow();
        return switch (new OrderChangeReader(BenchStore.STORE.currency()).read(values)) {
            case Outcome.Valid(var order) -> order;
            case Outcome.Invalid(var rejection) ->
                throw new IllegalStateException("A change of the bench's input is invalid: " + rejection.message());
        };
    }

    /** Takes every write, and keeps those of orders. */
    private static final class RecordingClient implements DynamoDbClient {

        private final List<Map<String, AttributeValue>> items = new ArrayList<>();

        @Override
        public PutItemResponse putItem(PutItemRequest put) {
            if (put.tableName().equals(ORDERS)) {
                items.add(put.item());
            }
            return PutItemResponse.builder().build();
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest update) {
            return UpdateItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
