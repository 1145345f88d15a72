package dev.groundswell.core.metrics;

import dev.groundswell.core.time.Granule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Sales over a range of whole granules.
 *
 * @param newCustomerShare    of sales, 0 to 1, four decimals; 0 where nothing was sold
 * @param boughtInPrior90Days share of the buyers of each day who had bought on one of the 90 days before it, over all days
 *                            of the range; for exactly one month, of the month's buyers, before the first of their days in
 *                            it. 0 to 1, four decimals; 0 where nobody bought
 * @param series              one point per granule, also where nothing happened
 * @param asOf                the modification time of the last change that is counted in the store
 */
public record SalesReport(
        SalesFigures total,
        SalesFigures newCustomers,
        SalesFigures returningCustomers,
        BigDecimal newCustomerShare,
        BigDecimal boughtInPrior90Days,
        List<Point> series,
        Instant asOf) {

    public SalesReport {
        series = List.copyOf(series);
    }

    /** The sales of one granule. */
    public record Point(
            Granule granule, SalesFigures total, SalesFigures newCustomers, SalesFigures returningCustomers) {}
}
