package dev.groundswell.core.order;

import java.util.regex.Pattern;

/**
 * The door through which an order's latest snapshot came: a live feed, or one import of history. Not part of the snapshot,
 * so the same snapshot through two doors counts once, and stays the first one's.
 *
 * @param value {@code live}, {@code live:shopify}, {@code import:20261122T031205Z-5f3a9c1e}
 */
public record OrderSource(String value) implements Comparable<OrderSource> {

    /** As short as a counter's attribute name should be, long enough for an import's id. */
    private static final Pattern FORM = Pattern.compile("[a-z]{1,12}(:[A-Za-z0-9-]{1,40})?");

    /** The store's own signed webhook, and whatever is put on the queue without saying where it comes from. */
    public static final OrderSource LIVE = new OrderSource("live");

    private static final String IMPORT = "import:";

    public OrderSource {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No source of orders is named '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** A platform's webhook, by the platform's name. */
    public static OrderSource live(String platform) {
        return new OrderSource(LIVE + ":" + platform);
    }

    public static OrderSource ofImport(String importId) {
        return new OrderSource(IMPORT + importId);
    }

    public boolean isImport() {
        return value.startsWith(IMPORT);
    }

    @Override
    public int compareTo(OrderSource other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
