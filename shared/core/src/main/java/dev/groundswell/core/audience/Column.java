package dev.groundswell.core.audience;

/**
 * A value that the index keeps of every customer. Its code is stored, so it never changes and is never given to another.
 */
public enum Column {
    ORDERS(Kind.NUMBER, 1),
    PAID_ORDERS(Kind.NUMBER, 2),
    /** Neither paid nor closed yet. */
    OPEN_ORDERS(Kind.NUMBER, 3),
    UNPAID_CLOSED_ORDERS(Kind.NUMBER, 4),
    REFUNDED_ORDERS(Kind.NUMBER, 5),
    WEB_ORDERS(Kind.NUMBER, 6),
    MOBILE_ORDERS(Kind.NUMBER, 7),
    GROUP_DEAL_ORDERS(Kind.NUMBER, 8),
    FLASH_SALE_ORDERS(Kind.NUMBER, 9),
    OFFLINE_ORDERS(Kind.NUMBER, 10),
    PRESALE_ORDERS(Kind.NUMBER, 11),
    /** Minor units. */
    SPEND(Kind.NUMBER, 12),
    /** Minor units. */
    REFUNDS(Kind.NUMBER, 13),
    /** Minor units; absent without a paid order. */
    AVERAGE_ORDER_VALUE(Kind.NUMBER, 14),
    /** Seconds since 1970, as are all times; absent without an order. */
    FIRST_ORDERED_AT(Kind.NUMBER, 15),
    LAST_ORDERED_AT(Kind.NUMBER, 16),
    FIRST_PAID_AT(Kind.NUMBER, 17),
    LAST_PAID_AT(Kind.NUMBER, 18),
    /** Whole days from one paid order to the next, on average; absent with fewer than two. */
    DAYS_BETWEEN_ORDERS(Kind.NUMBER, 19),
    /** Orders reviewed with a score. */
    REVIEWS(Kind.NUMBER, 20),
    /** Hundredths: 425 is 4.25. */
    AVERAGE_REVIEW_SCORE(Kind.NUMBER, 21),
    /** Hundredths. */
    LAST_REVIEW_SCORE(Kind.NUMBER, 22),
    LAST_VIEWED_AT(Kind.NUMBER, 23),
    LAST_FAVOURITED_AT(Kind.NUMBER, 24),
    LAST_CARTED_AT(Kind.NUMBER, 25),
    FAVOURITE_ITEMS(Kind.NUMBER, 26),
    CART_ITEMS(Kind.NUMBER, 27),
    VIEWS(Kind.NUMBER, 28),
    /** 0 or 1, as are all that follow until the last times. */
    HAS_PHONE(Kind.NUMBER, 29),
    HAS_EMAIL(Kind.NUMBER, 30),
    UNREADABLE_PHONE(Kind.NUMBER, 31),
    UNREADABLE_EMAIL(Kind.NUMBER, 32),
    /** A phone, and no withdrawn consent. */
    SMS_REACHABLE(Kind.NUMBER, 33),
    EMAIL_REACHABLE(Kind.NUMBER, 34),
    /** Received, as far as is known. */
    LAST_SMS_AT(Kind.NUMBER, 35),
    LAST_EMAIL_AT(Kind.NUMBER, 36),
    LAST_CLICKED_AT(Kind.NUMBER, 37),
    COUNTRY(Kind.TEXT, 64),
    PROVINCE(Kind.TEXT, 65),
    CITY(Kind.TEXT, 66),
    PHONE_CARRIER(Kind.TEXT, 67),
    MAILBOX_FAMILY(Kind.TEXT, 68),
    SMS_CONSENT(Kind.TEXT, 69),
    EMAIL_CONSENT(Kind.TEXT, 70);

    /** What a column holds. */
    public enum Kind {
        /** Whole numbers: counts, minor units, hundredths, seconds since 1970, or 0 and 1. */
        NUMBER,
        /** A few different texts, many times each. */
        TEXT
    }

    private final Kind kind;
    private final int code;

    Column(Kind kind, int code) {
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** 1 to 255. */
    public int code() {
        return code;
    }
}
