package dev.groundswell.core.order;

/** Why an order change was not taken in. */
public enum RejectionCode {
    /** A field that every change has is missing. */
    MISSING,
    /** The value is not of the field's type or form. */
    INVALID,
    /** The value is of the right form and beyond a limit. */
    OUT_OF_RANGE,
    /** The change's currency is not the store's. */
    OTHER_CURRENCY,
    /** The order is known as another buyer's. */
    OTHER_BUYER
}
