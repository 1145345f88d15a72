package dev.groundswell.graphqlapi.metrics;

import dev.groundswell.core.metrics.SalesFigures;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class SalesFiguresResolver extends ObjectResolver<SalesFigures> {

    public SalesFiguresResolver() {
        super("SalesFigures", SalesFigures.class);
    }

    @Override
    protected @Nullable Object resolve(String field, SalesFigures figures, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "ordersPlaced" -> figures.ordersPlaced();
            case "ordersPaid" -> figures.ordersPaid();
            case "items" -> figures.items();
            case "customers" -> figures.customers();
            case "customersEstimated" -> figures.customersEstimated();
            case "sales" -> figures.sales();
            case "refunds" -> figures.refunds();
            case "perOrder" -> figures.perOrder().orElse(null);
            case "perItem" -> figures.perItem().orElse(null);
            case "perCustomer" -> figures.perCustomer().orElse(null);
            case "itemsPerCustomer" -> figures.itemsPerCustomer().orElse(null);
            default -> throw withoutCase(field);
        };
    }
}
