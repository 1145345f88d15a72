package dev.groundswell.cloud.history;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON Lines of order changes, some of them wrong. */
final class ChangeLines {

    private static final Instant FIRST = Instant.parse("2020-02-01T04:00:00Z");

    private ChangeLines() {}

    static String good(int number) {
        var at = FIRST.plusSeconds(number);
        return String.format(
                Locale.ROOT,
                "{\"orderId\":\"T%d\",\"buyerId\":\"B%d\",\"status\":\"PAID\",\"orderedAt\":\"%s\",\"paidAt\":\"%s\","
                        + "\"modifiedAt\":\"%s\",\"currency\":\"CNY\",\"payable\":\"%d.50\"}",
                number,
                number % 97,
                at,
                at,
                at,
                number % 500);
    }

    /** Every hundredth line has no order id, every other hundredth is no JSON. */
    static String line(int number) {
        return switch (number % 100) {
            case 7 -> good(number).replace("\"orderId\"", "\"id\"");
            case 57 -> good(number).substring(1);
            default -> good(number);
        };
    }

    static boolean isGood(int number) {
        return number % 100 != 7 && number % 100 != 57;
    }

    /** @param count lines, from 1 on, so that a line's number is its order's */
    static String file(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(ChangeLines::line).collect(Collectors.joining("\n"));
    }
}
