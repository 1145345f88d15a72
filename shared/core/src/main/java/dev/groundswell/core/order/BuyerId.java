package dev.groundswell.core.order;

/** The shop platform's stable id of a buyer: 1 to 128 characters. */
public record BuyerId(String value) implements Comparable<BuyerId> {

    public static final int MAX_LENGTH = 128;

    public BuyerId {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A buyer id has 1 to " + MAX_LENGTH + " characters.");
        }
    }

    @Override
    public int compareTo(BuyerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
