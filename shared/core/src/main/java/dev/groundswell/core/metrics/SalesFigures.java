package dev.groundswell.core.metrics;

import dev.groundswell.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * Sales as people read them.
 *
 * @param customers          distinct buyers with a paid order
 * @param customersEstimated whether that number comes from a sketch, with a standard error of 2.3 %
 */
public record SalesFigures(
        long ordersPlaced,
        long ordersPaid,
        long items,
        long customers,
        boolean customersEstimated,
        Money sales,
        Money refunds) {

    /** Pieces per customer are told to the hundredth. */
    private static final int PIECES_SCALE = 2;

    static SalesFigures exactly(SalesCounts counts, Currency currency) {
        return new SalesFigures(
                counts.ordersPlaced(),
                counts.ordersPaid(),
                counts.items(),
                counts.customers(),
                false,
                new Money(counts.sales(), currency),
                new Money(counts.refunds(), currency));
    }

    SalesFigures withCustomers(long number, boolean estimated) {
        return new SalesFigures(ordersPlaced, ordersPaid, items, number, estimated, sales, refunds);
    }

    /** Average order value; empty if no order was paid. */
    public Optional<Money> perOrder() {
        return sales.dividedBy(ordersPaid);
    }

    public Optional<Money> perItem() {
        return sales.dividedBy(items);
    }

    public Optional<Money> perCustomer() {
        return sales.dividedBy(customers);
    }

    public Optional<BigDecimal> itemsPerCustomer() {
        return customers == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(items)
                        .divide(BigDecimal.valueOf(customers), PIECES_SCALE, RoundingMode.HALF_UP));
    }
}
