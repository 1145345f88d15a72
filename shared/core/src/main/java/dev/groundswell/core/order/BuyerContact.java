package dev.groundswell.core.order;

import org.jspecify.annotations.Nullable;

/** The buyer as the source wrote it on this order: any of it may be missing or masked. */
public record BuyerContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email) {

    public static final BuyerContact UNKNOWN = new BuyerContact(null, null, null);

    /** Never a name or an address in a log. */
    @Override
    public String toString() {
        return "BuyerContact[…]";
    }
}
