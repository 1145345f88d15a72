package dev.groundswell.core.segment.rule;

/** What a rule can ask about an order. Of a field with several values, a test holds if it holds for any of them; a negated one if it holds for none. */
public enum OrderField implements Field {
    STATUS(
            ValueKind.CHOICE,
            "How far the order has come.",
            "AWAITING_PAYMENT",
            "DEPOSIT_PAID",
            "PAID",
            "SHIPPED",
            "DELIVERED",
            "COMPLETED",
            "CLOSED"),
    PLACED_AT(ValueKind.TIME, "When it was placed."),
    PAID_AT(ValueKind.TIME, "When it was paid in full."),
    CLOSED_AT(ValueKind.TIME, "When it was closed."),
    IS_PAID(ValueKind.FLAG, "It was paid at some time, also if closed afterwards."),
    AMOUNT(ValueKind.MONEY, "What it costs."),
    PAID_AMOUNT(ValueKind.MONEY, "What it brought; absent while unpaid."),
    REFUND(ValueKind.MONEY, "What was given back of it; absent while unpaid."),
    PIECES(ValueKind.COUNT, "Pieces, over all its lines."),
    ITEM(ValueKind.TEXT, "The id of an item in it: any of them."),
    CATEGORY(ValueKind.TEXT, "The category of an item in it: any of them."),
    ORIGIN(
            ValueKind.CHOICE,
            "Where or by what kind of offer it was placed: any of them.",
            "WEB",
            "MOBILE",
            "GROUP_DEAL",
            "FLASH_SALE",
            "OFFLINE"),
    PRESALE_STEP(
            ValueKind.CHOICE,
            "How far its deposit and balance have come; NONE for an order without a deposit.",
            "NONE",
            "DEPOSIT_UNPAID",
            "DEPOSIT_PAID",
            "BALANCE_PAID",
            "FORFEITED"),
    SELLER_FLAG(ValueKind.COUNT, "The seller's coloured flag: 0 none, 1 to 5."),
    PAYMENT_METHOD(ValueKind.TEXT, "How it was paid, in the words of the source.");

    // A record of values that do not change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Facts facts;

    OrderField(ValueKind kind, String meaning, String... choices) {
        this.facts = new Facts(kind, meaning, choices);
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
