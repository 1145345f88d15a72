package dev.groundswell.core.reminder;

import static dev.groundswell.core.order.AnOrder.anOrder;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** A month of a real shop's order changes, where they are at hand. */
public final class TmallStream {

    private static final Path FILE = Path.of(
            System.getProperty("groundswell.root", "."), "../shared/data/tmall-orders-2020-02/order-changes.jsonl");

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    private TmallStream() {}

    public static boolean isAtHand() {
        return Files.exists(FILE);
    }

    /** All snapshots, in the order of their times. */
    public static List<Order> read() throws IOException {
        try (var lines = Files.lines(FILE)) {
            return lines.map(TmallStream::order)
                    .sorted(Comparator.comparing(order -> order.times().modifiedAt()))
                    .toList();
        }
    }

    private static Order order(String line) {
        var fields = new HashMap<String, String>();
        var matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        var order = anOrder(fields.get("orderId"))
                .by(fields.get("buyerId"))
                .of("Buyer", fields.get("phone"), null)
                .placedAt(instant(fields.get("orderedAt")))
                .closingAt(instant(fields.get("closesAt")).toString());
        if (fields.containsKey("paidAt")) {
            order.paidAt(instant(fields.get("paidAt")));
        }
        return order.with(OrderStatus.valueOf(fields.get("status")))
                .modifiedAt(instant(fields.get("modifiedAt")))
                .build();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
