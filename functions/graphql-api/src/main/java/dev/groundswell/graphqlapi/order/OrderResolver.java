package dev.groundswell.graphqlapi.order;

import dev.groundswell.core.order.Order;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class OrderResolver extends ObjectResolver<Order> {

    public OrderResolver() {
        super("Order", Order.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Order order, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> order.id().value();
            case "status" -> order.status();
            case "isPaid" -> order.isPaid();
            case "buyerId" -> order.buyer().value();
            case "buyer" -> Loaders.customer(query.get(), order.buyer());
            case "contact" -> order.contact();
            case "region" -> order.region();
            case "orderedAt" -> order.times().orderedAt();
            case "modifiedAt" -> order.times().modifiedAt();
            case "paidAt" -> order.times().paidAt();
            case "shippedAt" -> order.times().shippedAt();
            case "promisedBy" -> order.times().promisedBy();
            case "deliveredAt" -> order.times().deliveredAt();
            case "completedAt" -> order.times().completedAt();
            case "closedAt" -> order.times().closedAt();
            case "closesAt" -> order.times().closesAt();
            case "payable" -> order.amounts().payable();
            case "paid" -> order.amounts().paid();
            case "shippingFee" -> order.amounts().shippingFee();
            case "refunded" -> order.amounts().refunded();
            case "sales" -> order.sales();
            case "refunds" -> order.refunds();
            case "presale" -> order.presale();
            case "origins" -> order.origins();
            case "sellerFlag" -> order.sellerFlag();
            case "paymentMethod" -> order.paymentMethod();
            case "paymentUrl" -> order.paymentUrl();
            case "items" -> order.items();
            case "pieces" -> order.pieces();
            case "review" -> order.review();
            default -> throw withoutCase(field);
        };
    }
}
