package dev.groundswell.core.format;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a canonical order change that a column can fill, each by its path there. */
public enum MappedField {
    ORDER_ID("orderId", Kind.ID),
    BUYER_ID("buyerId", Kind.ID),
    STATUS("status", Kind.STATUS),
    ORDERED_AT("orderedAt", Kind.TIME),
    MODIFIED_AT("modifiedAt", Kind.TIME),
    PAID_AT("paidAt", Kind.TIME),
    SHIPPED_AT("shippedAt", Kind.TIME),
    PROMISED_BY("promisedBy", Kind.TIME),
    DELIVERED_AT("deliveredAt", Kind.TIME),
    COMPLETED_AT("completedAt", Kind.TIME),
    CLOSED_AT("closedAt", Kind.TIME),
    CLOSES_AT("closesAt", Kind.TIME),
    DEPOSIT("presale.deposit", Kind.MONEY),
    DEPOSIT_PAID_AT("presale.depositPaidAt", Kind.TIME),
    BALANCE_FROM("presale.balanceFrom", Kind.TIME),
    BALANCE_UNTIL("presale.balanceUntil", Kind.TIME),
    CURRENCY("currency", Kind.CURRENCY),
    PAYABLE("payable", Kind.MONEY),
    PAID("paid", Kind.MONEY),
    SHIPPING_FEE("shippingFee", Kind.MONEY),
    REFUNDED("refunded", Kind.GIVEN_BACK),
    ORIGIN("origin", Kind.ORIGIN),
    SELLER_FLAG("sellerFlag", Kind.FLAG),
    PAYMENT_METHOD("paymentMethod", Kind.SHORT_TEXT),
    PAYMENT_URL("paymentUrl", Kind.ADDRESS),
    BUYER_NAME("buyer.name", Kind.PERSONAL),
    BUYER_PHONE("buyer.phone", Kind.PERSONAL),
    BUYER_EMAIL("buyer.email", Kind.PERSONAL),
    COUNTRY("region.country", Kind.TEXT),
    PROVINCE("region.province", Kind.TEXT),
    CITY("region.city", Kind.TEXT),
    REVIEW_SCORE("review.score", Kind.SCORE),
    REVIEWED_AT("review.at", Kind.TIME);

    /** How a cell is read. */
    enum Kind {
        ID,
        STATUS,
        TIME,
        MONEY,
        /** An amount that some files write with a minus. */
        GIVEN_BACK,
        CURRENCY,
        ORIGIN,
        FLAG,
        SCORE,
        TEXT,
        SHORT_TEXT,
        /** Left out where it is masked. */
        PERSONAL,
        /** A web address, left out where it is none. */
        ADDRESS
    }

    private final String path;
    private final Kind kind;

    MappedField(String path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    /** Where it stands in an order change, and how a mapping names it: {@code buyer.phone}. */
    public String path() {
        return path;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the same value can stand for every row of a file. */
    boolean canBeConstant() {
        return switch (kind) {
            case ID, TIME, PERSONAL, ADDRESS -> false;
            case STATUS, MONEY, GIVEN_BACK, CURRENCY, ORIGIN, FLAG, SCORE, TEXT, SHORT_TEXT -> true;
        };
    }

    static Optional<MappedField> of(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
