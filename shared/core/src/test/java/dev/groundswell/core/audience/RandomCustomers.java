package dev.groundswell.core.audience;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderAmounts;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderItem;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrderTimes;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.order.Region;
import dev.groundswell.core.order.Review;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers by chance, each with the history, the profile and the row that follow from each other. Their values are few and
 * near each other: counts to 6, amounts to 300, days of the 400 before {@link #TODAY}, texts {@code a} to {@code d}.
 */
public final class RandomCustomers {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final int DAYS = 400;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int MOST_AMOUNT = 300;
    private static final List<String> TEXTS = List.of("a", "b", "c", "d", "广东", "O'Higgins");
    private static final List<String> PHONES = List.of("13727494530", "+8613912345678", "137****4530", "1", "");
    private static final List<String> EMAILS = List.of("li@QQ.com", "wang@gmail.com", "l***@qq.com", "a@b.co", "");

    private final Store store;
    private final RandomGenerator random;

    private RandomCustomers(Store store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /** A customer, all of whose parts are of one moment. */
    public record Customer(BuyerHistory history, CustomerProfile profile, AudienceRow row) {}

    /** So many different customers of a store. */
    public static List<Customer> some(Store store, RandomGenerator random, int number) {
        var customers = new RandomCustomers(store, random);
        return IntStream.range(0, number)
                .mapToObj(i -> customers.one(new BuyerId("B" + i + "-" + random.nextInt(1_000_000))))
                .toList();
    }

    private Customer one(BuyerId buyer) {
        var history = new BuyerHistory(orders(buyer), days(buyer), consents(), messages(), List.of());
        var profile = CustomerProfile.of(buyer, history, store);
        return new Customer(history, profile, AudienceRows.of(profile, random.nextInt(1, 100)));
    }

    private List<Order> orders(BuyerId buyer) {
        var number = chance(4) ? 0 : random.nextInt(1, 7);
        return IntStream.range(0, number)
                .mapToObj(i -> order(new OrderId(buyer + "-" + i), buyer))
                .toList();
    }

    private Order order(OrderId id, BuyerId buyer) {
        var isPaid = !chance(3);
        var orderedAt = time();
        return new Order(
                id,
                buyer,
                one(OrderStatus.values()),
                new OrderTimes(
                        orderedAt,
                        time(),
                        isPaid ? time() : null,
                        null,
                        null,
                        null,
                        null,
                        chance(3) ? time() : null,
                        null),
                new OrderAmounts(money(), chance(2) ? money() : null, null, chance(3) ? money() : null),
                chance(3) ? new Presale(money(), chance(2) ? time() : null, null, null, chance(4)) : null,
                origins(),
                random.nextInt(6),
                maybe(text()),
                null,
                new BuyerContact(maybe("Li"), maybe(one(PHONES)), maybe(one(EMAILS))),
                chance(4) ? Region.UNKNOWN : new Region(one(List.of("CN", "a")), maybe(text()), maybe(text())),
                items(),
                chance(3) ? new Review(maybe(random.nextInt(1, 6)), maybe(time())) : null,
                OrderSource.LIVE);
    }

    private Set<Origin> origins() {
        var origins = EnumSet.noneOf(Origin.class);
        for (var origin : Origin.values()) {
            if (chance(4)) {
                origins.add(origin);
            }
        }
        return origins;
    }

    private List<OrderItem> items() {
        return Stream.generate(
                        () -> new OrderItem(text(), null, null, maybe(text()), random.nextInt(1, 4), money(), false))
                .limit(random.nextInt(3))
                .toList();
    }

    private List<BehaviourDay> days(BuyerId buyer) {
        var events = new ArrayList<BehaviourEvent>();
        for (var left = chance(2) ? 0 : random.nextInt(1, 6); left > 0; left--) {
            events.add(new BehaviourEvent(buyer, one(BehaviourKind.values()), text(), maybe(text()), time()));
        }
        var calendar = new StoreCalendar(store.zone());
        return events.stream()
                .map(event -> calendar.dayOf(event.at()))
                .distinct()
                .map(day -> BehaviourDay.empty(day)
                        .with(events.stream()
                                .filter(event -> calendar.dayOf(event.at()).equals(day))
                                .toList()))
                .toList();
    }

    private List<Consent> consents() {
        return Stream.of(Channel.values())
                .filter(_ -> chance(3))
                .map(channel -> new Consent(channel, one(Consent.State.values()), time(), "checkout", "test"))
                .toList();
    }

    private List<MessageTimes> messages() {
        return Stream.of(Channel.values())
                .filter(_ -> chance(3))
                .map(channel -> new MessageTimes(channel, maybe(time()), maybe(time())))
                .toList();
    }

    /** Often at the very beginning or end of a day of the store's zone, and often not in whole seconds. */
    private Instant time() {
        var day = TODAY.minusDays(random.nextInt(-2, DAYS));
        var beginning = day.atStartOfDay(store.zone()).toInstant();
        var time = switch (random.nextInt(4)) {
            case 0 -> beginning;
            case 1 -> beginning.minusSeconds(1);
            default -> beginning.plusSeconds(random.nextInt(SECONDS_A_DAY));
        };
        return chance(3) ? time.plusMillis(random.nextInt(1000)) : time;
    }

    private Money money() {
        var minorUnits = (int) Math.pow(10, Math.max(0, store.currency().getDefaultFractionDigits()));
        var whole = random.nextLong(MOST_AMOUNT + 1L) * minorUnits;
        return new Money(chance(2) ? whole : whole + random.nextInt(minorUnits), store.currency());
    }

    private String text() {
        return one(TEXTS);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> @Nullable T maybe(T value) {
        return chance(3) ? null : value;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
