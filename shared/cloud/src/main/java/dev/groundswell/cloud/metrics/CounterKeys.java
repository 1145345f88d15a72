package dev.groundswell.cloud.metrics;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.metrics.ClickCounts;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.metrics.WarmUpCounts;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The layout of the table {@code Metrics}.
 *
 * <table>
 * <caption>Its items; month and year are those of the granule's first instant, UTC</caption>
 * <tr><th>pk</th><th>sk</th><th>what</th></tr>
 * <tr><td>{@code store|HOUR|2026-11}</td><td>{@code instant#lane}</td><td>counters of an hour, new and returning</td></tr>
 * <tr><td>{@code store|DAY|2026}</td><td>{@code instant#lane}</td><td>of a day; and its behaviour, and how many of its orders
 * came through other doors than {@code live}: attributes {@code from:import:…}</td></tr>
 * <tr><td>{@code store|MONTH}</td><td>{@code instant#lane}</td><td>of a month</td></tr>
 * <tr><td>{@code store|TOTALS}</td><td>{@code lane}</td><td>orders and people of the store</td></tr>
 * <tr><td>{@code store|TOTALS}</td><td>{@code countedUpTo}</td><td>the last change that is counted</td></tr>
 * <tr><td>{@code store|BUYERS|2026-11}</td><td>{@code instant#lane}</td><td>sketches of the distinct buyers of an hour</td></tr>
 * <tr><td>{@code store|PEOPLE|2026-11}</td><td>{@code instant#lane}</td><td>sketches of the distinct visitors of a day</td></tr>
 * <tr><td>{@code store|CLICKS|c.20261111T000000Z-5f3a9c1e}</td><td>{@code lane}</td><td>clicks in one sender's messages, and the
 * payments after them</td></tr>
 * <tr><td>{@code store|REMINDERS|20261101T000000Z-0000000a}</td><td>{@code day#lane}</td><td>a task's reminders, or a round's, that
 * were due on a day of the store's zone, and the payments after them; attributes {@code dropped:TOO_LATE} and so on</td></tr>
 * </table>
 *
 * A counter's value is the sum over its lanes: transactions of concurrent projections that meet in one item would refuse
 * each other.
 */
final class CounterKeys {

    static final String PK = "pk";
    static final String SK = "sk";
    static final String COUNTED_UP_TO = "countedUpTo";
    static final String AT = "at";
    static final String ORDERS = "orders";
    static final String CUSTOMERS = "customers";
    static final String VISITORS = "visitors";
    static final String WITH_PHONE = "withPhone";
    static final String WITH_EMAIL = "withEmail";
    static final String WITH_NEITHER = "withNeither";
    static final String REVISION = "revision";

    /** As many as projections that we expect to run at once at the height of a promotion. */
    static final int LANES = 4;

    private static final String SOURCE_PREFIX = "from:";

    /** One figure of some counts, by the end of its attribute's name. */
    record Figure<C>(String name, ToLongFunction<C> of) {

        String attribute(Cohort cohort) {
            return switch (cohort) {
                case NEW -> "new" + name;
                case RETURNING -> "returning" + name;
            };
        }
    }

    static final List<Figure<SalesCounts>> FIGURES = List.of(
            new Figure<>("OrdersPlaced", SalesCounts::ordersPlaced),
            new Figure<>("OrdersPaid", SalesCounts::ordersPaid),
            new Figure<>("Items", SalesCounts::items),
            new Figure<>("Customers", SalesCounts::customers),
            new Figure<>("BoughtInPrior90Days", SalesCounts::boughtInPrior90Days),
            new Figure<>("Sales", SalesCounts::sales),
            new Figure<>("Refunds", SalesCounts::refunds));

    /** A day's item stays below the kilobyte that is one write unit with both figures' lists and some sources. */
    static final List<Figure<WarmUpCounts>> WARM_UP_FIGURES = List.of(
            new Figure<>("Visitors", WarmUpCounts::visitors),
            new Figure<>("Favouriters", WarmUpCounts::favouriters),
            new Figure<>("Carters", WarmUpCounts::carters),
            new Figure<>("Views", counts -> counts.events().views()),
            new Figure<>("Favourites", counts -> counts.events().favourites()),
            new Figure<>("CartAdds", counts -> counts.events().cartAdds()),
            new Figure<>("Purchases", counts -> counts.events().purchases()),
            new Figure<>("Removals", counts -> counts.events().removals()),
            new Figure<>("Beyond", WarmUpCounts::beyond));

    static final List<Figure<ClickCounts>> CLICK_FIGURES = List.of(
            new Figure<>("Clicks", ClickCounts::clicks),
            new Figure<>("People", ClickCounts::people),
            new Figure<>("Orders", ClickCounts::orders),
            new Figure<>("Payers", ClickCounts::payers),
            new Figure<>("Sales", ClickCounts::sales),
            new Figure<>("Refunds", ClickCounts::refunds));

    /** Of those that were dropped, a day has an attribute for each reason. */
    static final List<Figure<ReminderCounts>> REMINDER_FIGURES = List.of(
            new Figure<>("Sent", ReminderCounts::sent),
            new Figure<>("Delivered", ReminderCounts::delivered),
            new Figure<>("Failed", ReminderCounts::failed),
            new Figure<>("Unknown", ReminderCounts::unknown),
            new Figure<>("Clicked", ReminderCounts::clicked),
            new Figure<>("Paid", ReminderCounts::paid),
            new Figure<>("Recovered", ReminderCounts::recovered),
            new Figure<>("Refunds", ReminderCounts::refunds),
            new Figure<>("Cost", ReminderCounts::cost));

    private static final String CLICKS = "|CLICKS|";
    private static final String REMINDERS = "|REMINDERS|";
    private static final String DROPPED_PREFIX = "dropped:";

    private CounterKeys() {}

    /** The attribute of a day's item that counts the orders of a source; never of {@link OrderSource#LIVE}, which has the rest. */
    static String attribute(OrderSource source) {
        return SOURCE_PREFIX + source;
    }

    /** The sources that a day's item counts. */
    static Map<OrderSource, Long> sources(Map<String, AttributeValue> item) {
        var sources = new HashMap<OrderSource, Long>();
        item.forEach((name, value) -> {
            if (name.startsWith(SOURCE_PREFIX)) {
                sources.put(new OrderSource(name.substring(SOURCE_PREFIX.length())), Long.parseLong(value.n()));
            }
        });
        return sources;
    }

    /** The attribute of a day's reminders that counts those dropped for a reason. */
    static String attribute(DropReason reason) {
        return DROPPED_PREFIX + reason;
    }

    static Map<String, AttributeValue> counters(StoreId store, Granule granule, int lane) {
        return key(partition(store, granule.granularity(), granule.start()), granule.start() + "#" + lane);
    }

    static Map<String, AttributeValue> clicks(StoreId store, String to, int lane) {
        return key(clicksPartition(store, to), Integer.toString(lane));
    }

    static String clicksPartition(StoreId store, String to) {
        return store + CLICKS + to;
    }

    /** What the partitions of all clicks of a store begin with. */
    static String clicksPartitions(StoreId store) {
        return store + CLICKS;
    }

    static Map<String, AttributeValue> reminders(StoreId store, ReminderKey key, int lane) {
        return key(remindersPartition(store, key.task()), key.day() + "#" + lane);
    }

    static String remindersPartition(StoreId store, String task) {
        return store + REMINDERS + task;
    }

    /** What the partitions of all reminders of a store begin with. */
    static String remindersPartitions(StoreId store) {
        return store + REMINDERS;
    }

    /** The day of an item of reminders. */
    static LocalDate day(Map<String, AttributeValue> item) {
        var sk = new Item(item).text(SK);
        return LocalDate.parse(sk.substring(0, sk.indexOf('#')));
    }

    static Map<String, AttributeValue> totals(StoreId store, int lane) {
        return key(totalsPartition(store), Integer.toString(lane));
    }

    static Map<String, AttributeValue> countedUpTo(StoreId store) {
        return key(totalsPartition(store), COUNTED_UP_TO);
    }

    static Map<String, AttributeValue> buyers(StoreId store, Instant hour, int lane) {
        return key(buyersPartition(store, hour), hour + "#" + lane);
    }

    static Map<String, AttributeValue> people(StoreId store, Instant day, int lane) {
        return key(peoplePartition(store, monthOf(day)), day + "#" + lane);
    }

    static String totalsPartition(StoreId store) {
        return store + "|TOTALS";
    }

    static List<String> partitions(StoreId store, Granularity granularity, Instant from, Instant to) {
        return months(from, to).stream()
                .map(month -> partition(store, granularity, month))
                .distinct()
                .toList();
    }

    static List<String> buyersPartitions(StoreId store, Instant from, Instant to) {
        return months(from, to).stream()
                .map(month -> store + "|BUYERS|" + month)
                .toList();
    }

    static List<String> peoplePartitions(StoreId store, Instant from, Instant to) {
        return months(from, to).stream()
                .map(month -> peoplePartition(store, month))
                .toList();
    }

    /** The granule's first instant, from the sort key of its counters or sketches. */
    static Instant start(Map<String, AttributeValue> item) {
        var sk = new Item(item).text(SK);
        return Instant.parse(sk.substring(0, sk.indexOf('#')));
    }

    private static String partition(StoreId store, Granularity granularity, Instant start) {
        return partition(store, granularity, monthOf(start));
    }

    private static String partition(StoreId store, Granularity granularity, YearMonth month) {
        return switch (granularity) {
            case HOUR -> store + "|HOUR|" + month;
            case DAY -> store + "|DAY|" + month.getYear();
            case MONTH -> store + "|MONTH";
        };
    }

    private static String buyersPartition(StoreId store, Instant hour) {
        return store + "|BUYERS|" + monthOf(hour);
    }

    private static String peoplePartition(StoreId store, YearMonth month) {
        return store + "|PEOPLE|" + month;
    }

    private static List<YearMonth> months(Instant from, Instant to) {
        var months = new ArrayList<YearMonth>();
        for (var month = monthOf(from); !month.isAfter(monthOf(to)); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
}
