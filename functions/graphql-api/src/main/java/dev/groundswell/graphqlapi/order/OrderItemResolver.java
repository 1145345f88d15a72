package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.OrderItem;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class OrderItemResolver extends ObjectResolver<OrderItem> {

    public OrderItemResolver() {
        super("OrderItem", OrderItem.class);
    }

    @Override
    protected @Nullable Object resolve(String field, OrderItem item, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "itemId" -> item.itemId();
            case "skuId" -> item.skuId();
            case "title" -> item.title();
            case "category" -> item.category();
            case "quantity" -> item.quantity();
            case "price" -> item.price();
            case "refunded" -> item.refunded();
            default -> throw withoutCase(field);
        };
    }
}
