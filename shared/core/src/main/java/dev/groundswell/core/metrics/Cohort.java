package dev.groundswell.core.metrics;

/**
 * Whether a buyer's order is a new customer's. On the store-zone day of the first paid order ever, all the buyer's orders
 * are; so are the orders placed by a buyer who has never paid. All others are a returning customer's.
 */
public enum Cohort {
    NEW,
    RETURNING
}
