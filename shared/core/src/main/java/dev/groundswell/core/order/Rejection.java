package dev.groundswell.core.order;

/**
 * What is wrong with an order change, for the person who sent it.
 *
 * @param field   path of the field, e.g. {@code items[2].price}; empty where it is the change as a whole
 * @param message a sentence that says what would be right
 */
public record Rejection(RejectionCode code, String field, String message) {}
