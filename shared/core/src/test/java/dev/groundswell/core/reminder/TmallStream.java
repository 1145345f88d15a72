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
import java.util.Map;
import java.util.Objects;
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
        var fields = Fields.of(line);
        var order = anOrder(fields.text("orderId"))
                .by(fields.text("buyerId"))
                .of("Buyer", fields.text("phone"), null)
                .placedAt(fields.instant("orderedAt"))
                .closingAt(fields.instant("closesAt").toString());
        if (fields.byName().containsKey("paidAt")) {
            order.paidAt(fields.instant("paidAt"));
        }
        return order.with(OrderStatus.valueOf(fields.text("status")))
                .modifiedAt(fields.instant("modifiedAt"))
                .build();
    }

    /** The texts of a line, each by the name that stands before it first. */
    private record Fields(Map<String, String> byName) {

        static Fields of(String line) {
            var fields = new HashMap<String, String>();
            var matcher = FIELD.matcher(line);
            while (matcher.find()) {
                fields.putIfAbsent(matcher.group(1), matcher.group(2));
            }
            return new Fields(fields);
        }

        String text(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }

        Instant instant(String name) {
            return OffsetDateTime.parse(text(name)).toInstant();
        }
    }
}
