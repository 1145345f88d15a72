package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BuyerBehaviour;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderItem;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.Region;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a buyer: a pure function of the orders' latest snapshots, of the events, and of what the buyer said about
 * messages and received.
 *
 * @param name               of the latest order that has one, as the source wrote it
 * @param phone              of the latest order with one that can be read
 * @param email              of the latest order with one that can be read
 * @param hasUnreadablePhone some order has one and none can be read: masked, or no possible number
 * @param hasUnreadableEmail likewise
 * @param region             of the latest order that has one
 * @param orders             all, whatever became of them
 * @param paidOrders         those that have been paid at some time, also with nothing to pay, also if closed afterwards
 * @param openOrders         neither paid nor closed yet
 * @param unpaidClosedOrders closed without having been paid
 * @param refundedOrders     paid, and something of them was given back
 * @param ordersByOrigin     an order with several origins counts for each; an origin without orders is not there
 * @param presaleOrders      with a deposit step
 * @param spend              what the paid orders brought
 * @param refunds            what was given back of them; may exceed the spend
 * @param firstOrderedAt     absent for a buyer without orders, known by behaviour only
 * @param lastOrderedAt      likewise
 * @param provinces          the goods went to, the latest order's first, each once
 * @param lastItemCategories of the latest order that names any, in its order, each once
 * @param lastModifiedAt     the latest change of an order that is counted here; absent without orders
 * @param consents           the one that counts of each channel that the buyer said something about
 * @param messages           of each channel that a message came by
 */
public record CustomerProfile(
        BuyerId id,
        @Nullable String name,
        @Nullable Phone phone,
        @Nullable Email email,
        boolean hasUnreadablePhone,
        boolean hasUnreadableEmail,
        Region region,
        int orders,
        int paidOrders,
        int openOrders,
        int unpaidClosedOrders,
        int refundedOrders,
        Map<Origin, Integer> ordersByOrigin,
        int presaleOrders,
        Money spend,
        Money refunds,
        @Nullable Instant firstOrderedAt,
        @Nullable Instant lastOrderedAt,
        @Nullable Instant firstPaidAt,
        @Nullable Instant lastPaidAt,
        List<String> provinces,
        List<String> lastItemCategories,
        @Nullable Instant lastModifiedAt,
        ReviewScores reviews,
        BuyerBehaviour behaviour,
        List<Consent> consents,
        List<MessageTimes> messages) {

    /** A person's parcels go to few provinces; a reseller's to all of them. */
    private static final int MAX_PROVINCES = 40;

    private static final int MAX_CATEGORIES = 20;

    private static final Comparator<Order> LATEST_FIRST = Comparator.<Order, Instant>comparing(
                    order -> order.times().orderedAt())
            .thenComparing(Order::id)
            .reversed();

    public CustomerProfile {
        var byOrigin = new EnumMap<Origin, Integer>(Origin.class);
        byOrigin.putAll(ordersByOrigin);
        ordersByOrigin = Collections.unmodifiableMap(byOrigin);
        provinces = List.copyOf(provinces);
        lastItemCategories = List.copyOf(lastItemCategories);
        consents = List.copyOf(consents);
        messages = List.copyOf(messages);
    }

    /**
     * The profile of a buyer.
     *
     * @param history all that the buyer did; not empty
     */
    public static CustomerProfile of(BuyerId id, BuyerHistory history, Store store) {
        var latestFirst = history.orders().stream().sorted(LATEST_FIRST).toList();
        var paid = latestFirst.stream().filter(Order::isPaid).toList();
        var none = Money.zero(store.currency());
        var phone = first(latestFirst, CustomerProfile::phoneOf);
        var email = first(latestFirst, CustomerProfile::emailOf);
        return new CustomerProfile(
                id,
                first(latestFirst, order -> order.contact().name()),
                phone,
                email,
                phone == null && isWritten(latestFirst, BuyerContact::phone),
                email == null && isWritten(latestFirst, BuyerContact::email),
                latestFirst.stream()
                        .map(Order::region)
                        .filter(region -> !region.equals(Region.UNKNOWN))
                        .findFirst()
                        .orElse(Region.UNKNOWN),
                latestFirst.size(),
                paid.size(),
                count(latestFirst.stream().filter(Order::isOpen)),
                count(latestFirst.stream().filter(Order::closedUnpaid)),
                count(paid.stream().filter(order -> order.refunds().minorUnits() > 0)),
                byOrigin(latestFirst),
                count(latestFirst.stream().filter(order -> order.presale() != null)),
                paid.stream().map(Order::sales).reduce(none, Money::plus),
                paid.stream().map(Order::refunds).reduce(none, Money::plus),
                first(latestFirst.reversed(), order -> order.times().orderedAt()),
                first(latestFirst, order -> order.times().orderedAt()),
                paid.stream()
                        .map(order -> order.times().paidAt())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                paid.stream()
                        .map(order -> order.times().paidAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                latestFirst.stream()
                        .map(order -> order.region().province())
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(MAX_PROVINCES)
                        .toList(),
                latestFirst.stream()
                        .map(CustomerProfile::categoriesOf)
                        .filter(categories -> !categories.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                latestFirst.stream()
                        .map(order -> order.times().modifiedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                ReviewScores.of(latestFirst),
                BuyerBehaviour.of(history.events(), new StoreCalendar(store.zone())),
                history.consents(),
                history.messages());
    }

    /** Whether this is a customer; without orders somebody is known by behaviour only. */
    public boolean hasOrdered() {
        return orders > 0;
    }

    /** The spend over the paid orders, rounded half up; empty for whoever never paid. */
    public Optional<Money> averageOrderValue() {
        return spend.dividedBy(paidOrders);
    }

    /** What the buyer said about a channel; empty for whoever said nothing. */
    public Optional<Consent> consent(Channel channel) {
        return consents.stream().filter(consent -> consent.channel() == channel).findFirst();
    }

    /** When messages came by a channel; empty if none did, as far as is known. */
    public Optional<MessageTimes> messages(Channel channel) {
        return messages.stream().filter(times -> times.channel() == channel).findFirst();
    }

    public int orders(Origin origin) {
        return ordersByOrigin.getOrDefault(origin, 0);
    }

    /** From one paid order to the next, on average, in whole days of 24 hours, rounded down; empty with fewer than two. */
    public OptionalLong daysBetweenOrders() {
        if (paidOrders < 2 || firstPaidAt == null || lastPaidAt == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Duration.between(firstPaidAt, lastPaidAt)
                .dividedBy(paidOrders - 1L)
                .toDays());
    }

    private static Map<Origin, Integer> byOrigin(List<Order> orders) {
        var byOrigin = new EnumMap<Origin, Integer>(Origin.class);
        orders.forEach(order -> order.origins().forEach(origin -> byOrigin.merge(origin, 1, Integer::sum)));
        return byOrigin;
    }

    private static <T> @Nullable T first(List<Order> orders, Function<Order, @Nullable T> part) {
        for (var order : orders) {
            var value = part.apply(order);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Phone phoneOf(Order order) {
        var written = order.contact().phone();
        return written == null
                ? null
                : Phone.parse(written, order.region().country()).orElse(null);
    }

    private static boolean isWritten(List<Order> orders, Function<BuyerContact, @Nullable String> address) {
        return orders.stream()
                .map(order -> address.apply(order.contact()))
                .anyMatch(written -> written != null && !written.isBlank());
    }

    private static @Nullable Email emailOf(Order order) {
        var written = order.contact().email();
        return written == null ? null : Email.parse(written).orElse(null);
    }

    private static List<String> categoriesOf(Order order) {
        return order.items().stream()
                .map(OrderItem::category)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MAX_CATEGORIES)
                .toList();
    }

    private static int count(Stream<Order> orders) {
        return (int) orders.count();
    }
}
