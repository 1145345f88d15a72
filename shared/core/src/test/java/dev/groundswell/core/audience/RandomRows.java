package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random rows of different customers that put columns to the test; what they say of a customer is nonsense. */
public final class RandomRows {

    private static final List<String> TEXTS = List.of(
            "", "上海", "São Paulo", "a", "A", "\u0000", "😀", "half \uD83D of a pair", "\uDC00", "x".repeat(300));

    private RandomRows() {}

    /** {@code number} rows whose columns have ranges and absences of their own. */
    public static List<AudienceRow> some(RandomGenerator random, int number) {
        var shapes = new EnumMap<Column, Shape>(Column.class);
        for (var column : Column.values()) {
            shapes.put(column, shape(random));
        }
        var rows = new HashMap<BuyerId, AudienceRow>();
        while (rows.size() < number) {
            var row = one(random, shapes);
            rows.put(row.buyer(), row);
        }
        return new ArrayList<>(rows.values());
    }

    /**
     * What a column's values are like.
     *
     * @param known in ten rows
     * @param low   of its numbers
     * @param span  how far they reach from there, as an unsigned number
     */
    private record Shape(int known, long low, long span) {

        @Nullable
        Long number(RandomGenerator random) {
            if (random.nextInt(10) >= known) {
                return null;
            }
            return switch (random.nextInt(4)) {
                case 0 -> low;
                case 1 -> low + span;
                default -> low + (span < 0 ? random.nextLong(Long.MAX_VALUE) : random.nextLong(span + 1));
            };
        }

        @Nullable
        String text(RandomGenerator random) {
            if (random.nextInt(10) >= known) {
                return null;
            }
            var text = random.nextInt((int) Math.min(span & Long.MAX_VALUE, 400) + 1);
            return text < TEXTS.size() ? TEXTS.get(text) : "text " + text;
        }
    }

    private static Shape shape(RandomGenerator random) {
        var known = List.of(0, 1, 9, 10, 10).get(random.nextInt(5));
        return switch (random.nextInt(7)) {
            case 0 -> new Shape(known, random.nextLong(), 0);
            case 1 -> new Shape(known, random.nextInt(10), random.nextInt(1, 255));
            case 2 -> new Shape(known, -random.nextInt(10), 255 + random.nextInt(-2, 3));
            case 3 -> new Shape(known, random.nextLong(Long.MAX_VALUE / 2), 0xFFFF + random.nextInt(-2, 3));
            case 4 -> new Shape(known, 1_500_000_000, 0xFFFF_FFFFL + random.nextInt(-2, 3));
            case 5 -> new Shape(known, -random.nextLong(Long.MAX_VALUE / 2), 1L << 40);
            // Up to the greatest number that a column holds.
            default -> new Shape(known, Long.MIN_VALUE, -2);
        };
    }

    private static AudienceRow one(RandomGenerator random, Map<Column, Shape> shapes) {
        var numbers = new HashMap<Column, Long>();
        var texts = new HashMap<Column, String>();
        shapes.forEach((column, shape) -> {
            switch (column.kind()) {
                case NUMBER -> put(numbers, column, shape.number(random));
                case TEXT -> put(texts, column, shape.text(random));
            }
        });
        var buyer = random.nextInt(20) == 0 ? "客户😀" + random.nextLong() : "B" + random.nextLong();
        return new AudienceRow(
                new BuyerId(buyer),
                random.nextInt(3) == 0 ? random.nextLong(Long.MAX_VALUE) : random.nextInt(5),
                random.nextInt(3) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size())),
                random.nextBoolean() ? null : new Phone("+861380000" + random.nextInt(1000, 10_000)),
                random.nextBoolean() ? null : new Email("b" + random.nextInt(1000) + "@example.com"),
                numbers,
                texts);
    }

    private static <V> void put(Map<Column, V> values, Column column, @Nullable V value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
