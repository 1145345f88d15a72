package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.contact.PhoneCarrier;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.customer.Reach;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Derives rows from profiles. */
public final class AudienceRows {

    /** Of a channel that the customer said nothing about. */
    public static final String UNKNOWN_CONSENT = "UNKNOWN";

    private static final long HUNDREDTHS = 100;

    private AudienceRows() {}

    /** @param version of the profile */
    public static AudienceRow of(CustomerProfile profile, long version) {
        var row = new Values();
        orders(profile, row);
        money(profile, row);
        reviews(profile, row);
        behaviour(profile, row);
        contact(profile, row);
        messages(profile, row);
        return new AudienceRow(
                profile.id(), version, profile.name(), profile.phone(), profile.email(), row.numbers, row.texts);
    }

    private static void orders(CustomerProfile profile, Values row) {
        row.put(Column.ORDERS, profile.orders());
        row.put(Column.PAID_ORDERS, profile.paidOrders());
        row.put(Column.OPEN_ORDERS, profile.openOrders());
        row.put(Column.UNPAID_CLOSED_ORDERS, profile.unpaidClosedOrders());
        row.put(Column.REFUNDED_ORDERS, profile.refundedOrders());
        row.put(Column.PRESALE_ORDERS, profile.presaleOrders());
        for (var origin : Origin.values()) {
            row.put(column(origin), profile.orders(origin));
        }
        row.put(Column.FIRST_ORDERED_AT, profile.firstOrderedAt());
        row.put(Column.LAST_ORDERED_AT, profile.lastOrderedAt());
        row.put(Column.FIRST_PAID_AT, profile.firstPaidAt());
        row.put(Column.LAST_PAID_AT, profile.lastPaidAt());
        profile.daysBetweenOrders().ifPresent(days -> row.put(Column.DAYS_BETWEEN_ORDERS, days));
    }

    private static Column column(Origin origin) {
        return switch (origin) {
            case WEB -> Column.WEB_ORDERS;
            case MOBILE -> Column.MOBILE_ORDERS;
            case GROUP_DEAL -> Column.GROUP_DEAL_ORDERS;
            case FLASH_SALE -> Column.FLASH_SALE_ORDERS;
            case OFFLINE -> Column.OFFLINE_ORDERS;
        };
    }

    private static void money(CustomerProfile profile, Values row) {
        row.put(Column.SPEND, profile.spend().minorUnits());
        row.put(Column.REFUNDS, profile.refunds().minorUnits());
        profile.averageOrderValue()
                .map(Money::minorUnits)
                .ifPresent(value -> row.put(Column.AVERAGE_ORDER_VALUE, value));
    }

    private static void reviews(CustomerProfile profile, Values row) {
        var reviews = profile.reviews();
        row.put(Column.REVIEWS, reviews.count());
        if (reviews.average() != null) {
            row.put(Column.AVERAGE_REVIEW_SCORE, reviews.average());
        }
        if (reviews.lastScore() != null) {
            row.put(Column.LAST_REVIEW_SCORE, reviews.lastScore() * HUNDREDTHS);
        }
    }

    private static void behaviour(CustomerProfile profile, Values row) {
        var behaviour = profile.behaviour();
        row.put(Column.LAST_VIEWED_AT, behaviour.lastViewedAt());
        row.put(Column.LAST_FAVOURITED_AT, behaviour.lastFavouritedAt());
        row.put(Column.LAST_CARTED_AT, behaviour.lastCartedAt());
        row.put(Column.FAVOURITE_ITEMS, behaviour.favouriteItems());
        row.put(Column.CART_ITEMS, behaviour.cartItems());
        row.put(Column.VIEWS, behaviour.counts().views());
    }

    private static void contact(CustomerProfile profile, Values row) {
        row.put(Column.COUNTRY, profile.region().country());
        row.put(Column.PROVINCE, profile.region().province());
        row.put(Column.CITY, profile.region().city());
        row.put(Column.HAS_PHONE, profile.phone() != null);
        row.put(Column.HAS_EMAIL, profile.email() != null);
        row.put(Column.UNREADABLE_PHONE, profile.hasUnreadablePhone());
        row.put(Column.UNREADABLE_EMAIL, profile.hasUnreadableEmail());
        if (profile.phone() != null) {
            row.put(Column.PHONE_CARRIER, PhoneCarrier.of(profile.phone()).orElse(null));
        }
        if (profile.email() != null) {
            row.put(Column.MAILBOX_FAMILY, MailboxFamily.of(profile.email()).name());
        }
    }

    private static void messages(CustomerProfile profile, Values row) {
        row.put(Column.SMS_REACHABLE, Reach.of(profile, Channel.SMS) instanceof Reach.Reachable);
        row.put(Column.EMAIL_REACHABLE, Reach.of(profile, Channel.EMAIL) instanceof Reach.Reachable);
        row.put(Column.SMS_CONSENT, consent(profile, Channel.SMS));
        row.put(Column.EMAIL_CONSENT, consent(profile, Channel.EMAIL));
        row.put(Column.LAST_SMS_AT, received(profile, Channel.SMS));
        row.put(Column.LAST_EMAIL_AT, received(profile, Channel.EMAIL));
        profile.messages().stream()
                .map(MessageTimes::lastClickedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> row.put(Column.LAST_CLICKED_AT, at));
    }

    private static String consent(CustomerProfile profile, Channel channel) {
        return profile.consent(channel).map(Consent::state).map(Enum::name).orElse(UNKNOWN_CONSENT);
    }

    private static @Nullable Instant received(CustomerProfile profile, Channel channel) {
        return profile.messages(channel).map(MessageTimes::lastReceivedAt).orElse(null);
    }

    /** A row while its values come together. */
    private static final class Values {

        private final Map<Column, Long> numbers = new EnumMap<>(Column.class);
        private final Map<Column, String> texts = new EnumMap<>(Column.class);

        void put(Column column, long number) {
            numbers.put(column, number);
        }

        void put(Column column, boolean flag) {
            numbers.put(column, flag ? 1L : 0L);
        }

        /** In seconds, the fraction cut off. */
        void put(Column column, @Nullable Instant at) {
            if (at != null) {
                numbers.put(column, at.getEpochSecond());
            }
        }

        void put(Column column, @Nullable String text) {
            if (text != null) {
                texts.put(column, text);
            }
        }
    }
}
