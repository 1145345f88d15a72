package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a store's whole audience is like; thresholds of rules follow from it. It does not depend on the time of asking.
 *
 * @param customers         all, whoever paid or not
 * @param payers            customers with at least one paid order; only they are in what follows
 * @param productCycleDays  the median of the days from one paid order to the next, of customers with two of them or more
 * @param averageOrderValue in minor units
 * @param spend             in minor units
 */
public record AudienceStatistics(
        long customers,
        long payers,
        RfmBounds rfm,
        int productCycleDays,
        Quantiles averageOrderValue,
        Quantiles spend) {

    /** Of fewer customers who bought again the median says nothing. */
    public static final int MIN_REPEATERS = 20;

    /** Until then: a quarter of a year. */
    public static final int DEFAULT_CYCLE_DAYS = 90;

    private static final int MEDIAN = 50;
    private static final int FIFTH = 20;

    /**
     * Computes them anew, one column after another.
     *
     * @param shards all shards of the store
     */
    public static AudienceStatistics of(List<ShardRows> shards, Store store) {
        var parts = shards.stream().flatMap(shard -> shard.parts().stream()).toList();
        var payers = parts.stream().map(Payers::of).toList();
        var spend = Quantiles.of(numbers(payers, Column.SPEND));
        var lastPaid = Quantiles.of(numbers(payers, Column.LAST_PAID_AT), second -> dayOf(second, store.zone()));
        var paidOrders = Quantiles.of(numbers(payers, Column.PAID_ORDERS));
        return new AudienceStatistics(
                parts.stream().mapToLong(part -> part.live().count()).sum(),
                payers.stream().mapToLong(part -> part.rows.count()).sum(),
                new RfmBounds(
                        fifths(lastPaid, day -> startOf(day, store.zone())),
                        fifths(paidOrders, quantile -> beyond(quantile, 1)),
                        fifths(spend, quantile -> beyond(quantile, majorUnit(store.currency())))),
                cycleDays(numbers(payers, Column.DAYS_BETWEEN_ORDERS)),
                Quantiles.of(numbers(payers, Column.AVERAGE_ORDER_VALUE)),
                spend);
    }

    /** Live rows with a paid order. */
    private record Payers(Block block, RowSet rows) {

        static Payers of(LiveRows part) {
            var paid = BlockPlan.of(
                    Predicate.number(Column.PAID_ORDERS, new NumberTest(List.of(Span.from(1)), false)), part.block());
            var rows = new RowSet(part.block().size());
            for (var word = 0; word < rows.words(); word++) {
                rows.setWord(word, paid.among(word, part.live().word(word)));
            }
            return new Payers(part.block(), rows);
        }

        /** Adds the numbers that there are, and returns where to go on. */
        int copy(Column column, long[] into, int from) {
            var coded = block.column(column);
            var codes = new long[Long.SIZE];
            var next = from;
            for (var word = 0; word < rows.words(); word++) {
                coded.copyCodes(word, codes);
                for (var left = rows.word(word); left != 0; left &= left - 1) {
                    var code = codes[Long.numberOfTrailingZeros(left)];
                    into[next] = coded.base() + (code - 1);
                    next += code == 0 ? 0 : 1;
                }
            }
            return next;
        }
    }

    private static long[] numbers(List<Payers> payers, Column column) {
        var numbers =
                new long[payers.stream().mapToInt(part -> part.rows.count()).sum() + 1];
        var next = 0;
        for (var part : payers) {
            next = part.copy(column, numbers, next);
        }
        return Arrays.copyOf(numbers, next);
    }

    private interface Bound {
        long of(BigDecimal quantile);
    }

    private static List<Long> fifths(Quantiles quantiles, Bound bound) {
        if (quantiles.isEmpty()) {
            return List.of();
        }
        return IntStream.of(FIFTH, 2 * FIFTH, 3 * FIFTH, 4 * FIFTH)
                .mapToObj(percent -> bound.of(quantiles.at(percent)))
                .toList();
    }

    /** The least whole number that is a unit or more beyond the quantile. */
    private static long beyond(BigDecimal quantile, long unit) {
        return quantile.add(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /**
     * The days since the last payment are the reverse of its day, and a day or more beyond their quantile is a day or more
     * before its: before the day that the quantile falls in.
     */
    private static long startOf(BigDecimal day, ZoneId zone) {
        return LocalDate.ofEpochDay(day.setScale(0, RoundingMode.FLOOR).longValueExact())
                .atStartOfDay(zone)
                .toEpochSecond();
    }

    private static long dayOf(long second, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay();
    }

    private static long majorUnit(Currency currency) {
        return BigDecimal.ONE
                .scaleByPowerOfTen(Math.max(0, currency.getDefaultFractionDigits()))
                .longValueExact();
    }

    private static int cycleDays(long[] daysBetweenOrders) {
        return daysBetweenOrders.length < MIN_REPEATERS
                ? DEFAULT_CYCLE_DAYS
                : (int) Quantiles.of(daysBetweenOrders).rounded(MEDIAN);
    }
}
