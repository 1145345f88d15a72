package dev.groundswell.cloud.metrics;

import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.SalesContributions.HourKey;
import dev.groundswell.core.metrics.SalesCounts;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Contributions as text, one hour after the other: {@code 1582592400N 1 1 2 7194 0;…} is the hour's first second, the
 * cohort's first letter, and the orders placed, orders paid, items, sales and refunds.
 */
final class ContributionsText {

    private ContributionsText() {}

    static String write(Map<HourKey, SalesCounts> hours) {
        return hours.entrySet().stream()
                .map(hour -> hour.getKey().start().getEpochSecond()
                        + letter(hour.getKey().cohort())
                        + " " + hour.getValue().ordersPlaced()
                        + " " + hour.getValue().ordersPaid()
                        + " " + hour.getValue().items()
                        + " " + hour.getValue().sales()
                        + " " + hour.getValue().refunds())
                .collect(Collectors.joining(";"));
    }

    /** @throws IllegalArgumentException if it is not what {@link #write} writes */
    static SortedMap<HourKey, SalesCounts> read(String text) {
        var hours = new TreeMap<HourKey, SalesCounts>();
        if (!text.isEmpty()) {
            for (var hour : text.split(";", -1)) {
                var parts = hour.split(" ", -1);
                var key = parts[0];
                hours.put(
                        new HourKey(
                                Instant.ofEpochSecond(Long.parseLong(key, 0, key.length() - 1, 10)),
                                cohort(key.charAt(key.length() - 1))),
                        new SalesCounts(
                                Long.parseLong(parts[1]),
                                Long.parseLong(parts[2]),
                                Long.parseLong(parts[3]),
                                0,
                                0,
                                Long.parseLong(parts[4]),
                                Long.parseLong(parts[5])));
            }
        }
        return hours;
    }

    private static String letter(Cohort cohort) {
        return switch (cohort) {
            case NEW -> "N";
            case RETURNING -> "R";
        };
    }

    private static Cohort cohort(char letter) {
        return switch (letter) {
            case 'N' -> Cohort.NEW;
            case 'R' -> Cohort.RETURNING;
            default -> throw new IllegalArgumentException("No cohort begins with '" + letter + "'.");
        };
    }
}
