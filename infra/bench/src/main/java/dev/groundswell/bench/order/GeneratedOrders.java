package dev.groundswell.bench.order;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Orders made up in the likeness of a month of a real shop on Tmall: most are paid within seconds, one in seven never, one
 * in five is refunded; one in ten comes from a buyer who has ordered before. The same number of orders is always the same stream.
 */
public final class GeneratedOrders {

    private static final long SEED = 618;
    private static final ZoneOffset SHOP = ZoneOffset.ofHours(8);
    private static final OffsetDateTime START =
            LocalDateTime.of(2026, 2, 1, 0, 0).atOffset(SHOP);
    private static final int SECONDS = 28 * 24 * 3600;
    private static final Duration CLOSES_AFTER = Duration.ofHours(24);
    private static final Duration REFUNDED_AFTER = Duration.ofDays(3);

    private static final double NEVER_PAID = 0.14;
    private static final double REFUNDED = 0.2;
    private static final double KNOWN_BUYER = 0.1;

    private static final List<String> PROVINCES = List.of("浙江省", "江苏省", "广东省", "上海", "北京", "四川省", "湖北省", "山东省");
    private static final List<Integer> PRICES = List.of(38, 76, 109, 199, 38, 152, 299, 38);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final List<Change> changes = new ArrayList<>();
    private int buyers;

    private record Change(OffsetDateTime at, String text) {}

    private GeneratedOrders() {}

    public static OrderChanges changes(int orders) {
        var generated = new GeneratedOrders();
        for (var i = 1; i <= orders; i++) {
            generated.addOrder(i, START.plusSeconds((long) SECONDS * i / orders));
        }
        return new OrderChanges(
                orders + " generated orders",
                generated.changes.stream()
                        .sorted(Comparator.comparing(Change::at))
                        .map(Change::text)
                        .toList());
    }

    private void addOrder(int number, OffsetDateTime orderedAt) {
        var payable = pick(PRICES) + ".00";
        var placed = placed(number, orderedAt, payable);
        add(placed, orderedAt, "\"status\":\"AWAITING_PAYMENT\"");
        if (random.nextDouble() < NEVER_PAID) {
            var closedAt = orderedAt.plus(CLOSES_AFTER);
            add(placed, closedAt, "\"status\":\"CLOSED\",\"closedAt\":\"" + iso(closedAt) + "\"");
            return;
        }
        var paidAt = orderedAt.plusSeconds(5 + (long) (random.nextExponential() * 30));
        var paid = "\"paidAt\":\"" + iso(paidAt) + "\",\"paid\":\"" + payable + "\"";
        add(placed, paidAt, "\"status\":\"PAID\"," + paid);
        if (random.nextDouble() < REFUNDED) {
            var closedAt = paidAt.plus(REFUNDED_AFTER);
            add(
                    placed,
                    closedAt,
                    "\"status\":\"CLOSED\"," + paid + ",\"refunded\":\"" + payable + "\",\"closedAt\":\""
                            + iso(closedAt) + "\"");
        }
    }

    private String placed(int number, OffsetDateTime orderedAt, String payable) {
        var buyer = buyers > 0 && random.nextDouble() < KNOWN_BUYER ? 1 + random.nextInt(buyers) : ++buyers;
        return String.format(
                Locale.ROOT,
                "{\"orderId\":\"G%07d\",\"buyerId\":\"B%07d\",\"orderedAt\":\"%s\",\"currency\":\"CNY\",\"payable\":\"%s\","
                    + "\"origin\":[\"MOBILE\"],\"region\":{\"country\":\"CN\",\"province\":\"%s\"},"
                    + "\"buyer\":{\"phone\":\"+86135%08d\"},\"closesAt\":\"%s\","
                    + "\"items\":[{\"itemId\":\"I%d\",\"quantity\":1,\"price\":\"%s\"}],",
                number,
                buyer,
                iso(orderedAt),
                payable,
                pick(PROVINCES),
                buyer,
                iso(orderedAt.plus(CLOSES_AFTER)),
                random.nextInt(100),
                payable);
    }

    private void add(String placed, OffsetDateTime at, String state) {
        changes.add(new Change(at, placed + state + ",\"modifiedAt\":\"" + iso(at) + "\"}"));
    }

    private static String iso(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
