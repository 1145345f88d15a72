package dev.groundswell.core.order;

/** The shop platform's id of an order: 1 to 64 characters. */
public record OrderId(String value) implements Comparable<OrderId> {

    public static final int MAX_LENGTH = 64;

    public OrderId {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An order id has 1 to " + MAX_LENGTH + " characters.");
        }
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
