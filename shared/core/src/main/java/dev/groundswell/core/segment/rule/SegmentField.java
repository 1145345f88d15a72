package dev.groundswell.core.segment.rule;

import dev.groundswell.core.audience.Column;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule can ask about a customer. */
public enum SegmentField implements Field {
    ORDERS(ValueKind.COUNT, Column.ORDERS, "Orders placed, whatever became of them."),
    PAID_ORDERS(ValueKind.COUNT, Column.PAID_ORDERS, "Orders paid at some time, also if closed afterwards."),
    OPEN_ORDERS(ValueKind.COUNT, Column.OPEN_ORDERS, "Orders that are neither paid nor closed now."),
    UNPAID_CLOSED_ORDERS(ValueKind.COUNT, Column.UNPAID_CLOSED_ORDERS, "Orders closed without having been paid."),
    REFUNDED_ORDERS(ValueKind.COUNT, Column.REFUNDED_ORDERS, "Paid orders of which something was given back."),
    WEB_ORDERS(ValueKind.COUNT, Column.WEB_ORDERS, "Orders placed in a browser."),
    MOBILE_ORDERS(ValueKind.COUNT, Column.MOBILE_ORDERS, "Orders placed on a phone."),
    GROUP_DEAL_ORDERS(ValueKind.COUNT, Column.GROUP_DEAL_ORDERS, "Orders of a group deal."),
    FLASH_SALE_ORDERS(ValueKind.COUNT, Column.FLASH_SALE_ORDERS, "Orders of a flash sale."),
    OFFLINE_ORDERS(ValueKind.COUNT, Column.OFFLINE_ORDERS, "Orders placed in a shop."),
    PRESALE_ORDERS(ValueKind.COUNT, Column.PRESALE_ORDERS, "Orders with a deposit step."),
    SPEND(ValueKind.MONEY, Column.SPEND, "What all paid orders brought, refunds not taken off."),
    REFUNDS(ValueKind.MONEY, Column.REFUNDS, "What was given back of paid orders."),
    AVERAGE_ORDER_VALUE(ValueKind.MONEY, Column.AVERAGE_ORDER_VALUE, "The spend divided by the paid orders."),
    FIRST_ORDERED_AT(ValueKind.TIME, Column.FIRST_ORDERED_AT, "When the first order was placed."),
    LAST_ORDERED_AT(ValueKind.TIME, Column.LAST_ORDERED_AT, "When the latest order was placed."),
    FIRST_PAID_AT(ValueKind.TIME, Column.FIRST_PAID_AT, "When an order was first paid."),
    LAST_PAID_AT(ValueKind.TIME, Column.LAST_PAID_AT, "When an order was last paid."),
    DAYS_BETWEEN_ORDERS(
            ValueKind.COUNT, Column.DAYS_BETWEEN_ORDERS, "Days from one paid order to the next, on average."),
    REVIEWS(ValueKind.COUNT, Column.REVIEWS, "Orders reviewed with a score."),
    AVERAGE_REVIEW_SCORE(ValueKind.SCORE, Column.AVERAGE_REVIEW_SCORE, "The average score of the reviews, 1 to 5."),
    LAST_REVIEW_SCORE(ValueKind.SCORE, Column.LAST_REVIEW_SCORE, "The score of the latest review, 1 to 5."),
    LAST_VIEWED_AT(ValueKind.TIME, Column.LAST_VIEWED_AT, "When an item was last viewed."),
    LAST_FAVOURITED_AT(ValueKind.TIME, Column.LAST_FAVOURITED_AT, "When an item was last favourited."),
    LAST_CARTED_AT(ValueKind.TIME, Column.LAST_CARTED_AT, "When an item was last put into the cart."),
    FAVOURITE_ITEMS(ValueKind.COUNT, Column.FAVOURITE_ITEMS, "Items that are favourites now."),
    CART_ITEMS(ValueKind.COUNT, Column.CART_ITEMS, "Items that are in the cart now."),
    VIEWS(ValueKind.COUNT, Column.VIEWS, "Items viewed, each time counted."),
    COUNTRY(ValueKind.TEXT, Column.COUNTRY, "The country that the latest order names, as the source wrote it."),
    PROVINCE(ValueKind.TEXT, Column.PROVINCE, "The province or state that the latest order names."),
    CITY(ValueKind.TEXT, Column.CITY, "The city that the latest order names."),
    HAS_PHONE(ValueKind.FLAG, Column.HAS_PHONE, "There is a phone number that can be read."),
    HAS_EMAIL(ValueKind.FLAG, Column.HAS_EMAIL, "There is an e-mail address that can be read."),
    UNREADABLE_PHONE(
            ValueKind.FLAG,
            Column.UNREADABLE_PHONE,
            "The only phone numbers there are cannot be read: masked, or impossible."),
    UNREADABLE_EMAIL(ValueKind.FLAG, Column.UNREADABLE_EMAIL, "The only e-mail addresses there are cannot be read."),
    PHONE_CARRIER(
            ValueKind.TEXT,
            Column.PHONE_CARRIER,
            "The carrier that the phone number's prefix was given to, e.g. China Mobile; numbers can be moved, so it"
                    + " is a hint."),
    MAILBOX_FAMILY(
            ValueKind.CHOICE,
            Column.MAILBOX_FAMILY,
            "Whose mailbox the e-mail address is.",
            "QQ",
            "NETEASE",
            "SINA",
            "SOHU",
            "CARRIERS",
            "ALIYUN",
            "MICROSOFT",
            "GOOGLE",
            "APPLE",
            "OTHER"),
    SMS_CONSENT(
            ValueKind.CHOICE,
            Column.SMS_CONSENT,
            "What the customer said about messages by SMS.",
            "UNKNOWN",
            "GIVEN",
            "WITHDRAWN"),
    EMAIL_CONSENT(
            ValueKind.CHOICE,
            Column.EMAIL_CONSENT,
            "What the customer said about messages by e-mail.",
            "UNKNOWN",
            "GIVEN",
            "WITHDRAWN"),
    SMS_REACHABLE(ValueKind.FLAG, Column.SMS_REACHABLE, "There is a phone number, and consent was not withdrawn."),
    EMAIL_REACHABLE(
            ValueKind.FLAG, Column.EMAIL_REACHABLE, "There is an e-mail address, and consent was not withdrawn."),
    LAST_SMS_AT(ValueKind.TIME, Column.LAST_SMS_AT, "When an SMS was last received; of several on one day, the first."),
    LAST_EMAIL_AT(
            ValueKind.TIME,
            Column.LAST_EMAIL_AT,
            "When an e-mail was last received; of several on one day, the first."),
    LAST_CLICKED_AT(ValueKind.TIME, Column.LAST_CLICKED_AT, "When a link in a message was last clicked."),
    RFM_RECENCY(
            ValueKind.COUNT,
            null,
            "How recently an order was paid, 1 to 5 by the quintiles of all who have paid; 5 is the most recent."),
    RFM_FREQUENCY(ValueKind.COUNT, null, "How many orders were paid, 1 to 5 by quintiles; 5 is the most."),
    RFM_MONETARY(ValueKind.COUNT, null, "How much was spent, 1 to 5 by quintiles; 5 is the most."),
    RFM_SEGMENT(
            ValueKind.CHOICE,
            null,
            "The group that the three RFM scores fall into.",
            "CHAMPIONS",
            "POTENTIAL_LOYALIST",
            "LOYAL_CUSTOMERS",
            "PROMISING",
            "NEW_CUSTOMERS",
            "CANNOT_LOSE_THEM",
            "AT_RISK",
            "NEED_ATTENTION",
            "ABOUT_TO_SLEEP",
            "LOST",
            "OTHERS");

    private final @Nullable Column column;

    // A record of values that do not change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Facts facts;

    SegmentField(ValueKind kind, @Nullable Column column, String meaning, String... choices) {
        this.facts = new Facts(kind, meaning, choices);
        this.column = column;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    /** Where the index keeps it; empty for what follows from other columns and the store's whole audience. */
    public Optional<Column> column() {
        return Optional.ofNullable(column);
    }
}
