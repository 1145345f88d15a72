package dev.groundswell.core.format;

/** Ids of buyers whom the source does not identify. */
final class Buyers {

    private Buyers() {}

    /** Of somebody known by this one order only: nobody else has the id, so nobody is taken for another. */
    static String ofOrder(String orderId) {
        return "order-" + orderId;
    }
}
