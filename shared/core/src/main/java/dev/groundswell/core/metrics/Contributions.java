package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BuyerBehaviour;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.metrics.ContributionKey.ClickKey;
import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.ContributionKey.SourceKey;
import dev.groundswell.core.metrics.ContributionKey.VisitKey;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import dev.groundswell.core.time.StoreCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that one buyer contributes to the counters. It is remembered with the buyer, so a change moves each counter by
 * <em>new − old</em>.
 *
 * @param visits  behaviour, by the day of the store's zone
 * @param sources orders placed on a day of the store's zone that came through another door than {@link OrderSource#LIVE}
 * @param clicks  in messages, and what was paid after them
 * @param reminders that were due, and what was paid after them
 */
public record Contributions(
        SalesContributions sales,
        SortedMap<LocalDate, VisitedDay> visits,
        SortedMap<SourceKey, Long> sources,
        SortedMap<ClickKey, ClickCounts> clicks,
        SortedMap<ReminderKey, ReminderCounts> reminders) {

    /** About 2 KB: more would make each change of a profile dear. */
    private static final int MAX_ENTRIES_IN_PROFILE = 64;

    public Contributions {
        visits = Collections.unmodifiableSortedMap(new TreeMap<>(visits));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        clicks = Collections.unmodifiableSortedMap(new TreeMap<>(clicks));
        reminders = Collections.unmodifiableSortedMap(new TreeMap<>(reminders));
    }

    public static Contributions none(ZoneId zone) {
        return new Contributions(
                SalesContributions.none(zone),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap());
    }

    /** What the buyer with this history contributes. */
    public static Contributions of(BuyerHistory history, StoreCalendar calendar) {
        var firstPaidDay = SalesContributions.firstPaidDay(history.orders(), calendar);
        return new Contributions(
                SalesContributions.of(history.orders(), calendar),
                visits(history, firstPaidDay, calendar),
                sources(history.orders(), calendar),
                ClickContributions.of(history),
                ReminderContributions.of(history, calendar));
    }

    public ZoneId zone() {
        return sales.zone();
    }

    /** The contributions to all counters. */
    public Counters counters() {
        var sum = new Counters.Sum();
        sales.counters().forEach(sum::addSales);
        visits.forEach((day, visit) -> sum.addWarmUp(new CounterKey(granule(day), visit.cohort()), visit.counts()));
        sources.forEach((key, orders) -> sum.addSource(granule(key.day()), key.source(), orders));
        clicks.forEach((key, counts) -> sum.addClicks(key.to(), counts));
        reminders.forEach(sum::addReminders);
        return sum.counters();
    }

    /** The days on which the buyer is one of those people. */
    Set<Granule> days(Interest interest) {
        var days = new HashSet<Granule>();
        visits.forEach((day, visit) -> {
            if (visit.counts().people(interest) > 0) {
                days.add(granule(day));
            }
        });
        return days;
    }

    /**
     * The months that are kept in items of their own: of a buyer with few entries none, so that one item tells all; of a
     * heavy buyer every one, so that a profile stays small and a change rewrites one month.
     */
    public SortedMap<YearMonth, Contributions> monthsApart() {
        if (entries() <= MAX_ENTRIES_IN_PROFILE) {
            return Collections.emptySortedMap();
        }
        var keys = new HashMap<YearMonth, List<ContributionKey>>();
        keys().forEach(key ->
                keys.computeIfAbsent(key.month(), _ -> new ArrayList<>()).add(key));
        var months = new TreeMap<YearMonth, Contributions>();
        keys.forEach((month, ofMonth) -> months.put(month, none(zone()).with(ofMonth, this)));
        return months;
    }

    private int entries() {
        return sales.hours().size() + visits.size() + sources.size() + clicks.size() + reminders.size();
    }

    /** The months kept apart whose items have to be written or deleted for these contributions to follow {@code before}. */
    public Set<YearMonth> changedMonths(Contributions before) {
        var now = monthsApart();
        var then = before.monthsApart();
        var changed = new TreeSet<>(now.keySet());
        changed.addAll(then.keySet());
        changed.removeIf(month -> Objects.equals(now.get(month), then.get(month)));
        return changed;
    }

    /** The entries that differ from {@code before}: hours first, in order; then visits, sources, clicks and reminders. */
    List<ContributionKey> changedKeys(Contributions before) {
        var changed = new ArrayList<ContributionKey>(sales.changedHours(before.sales));
        differing(visits, before.visits).forEach(day -> changed.add(new VisitKey(day)));
        changed.addAll(differing(sources, before.sources));
        changed.addAll(differing(clicks, before.clicks));
        changed.addAll(differing(reminders, before.reminders));
        return changed;
    }

    private static <K> SortedSet<K> differing(SortedMap<K, ?> now, SortedMap<K, ?> then) {
        var keys = new TreeSet<>(now.keySet());
        keys.addAll(then.keySet());
        keys.removeIf(key -> Objects.equals(now.get(key), then.get(key)));
        return keys;
    }

    /** These contributions, but for the given entries, which are as in {@code other}. */
    Contributions with(Collection<ContributionKey> keys, Contributions other) {
        var hours = new ArrayList<HourKey>();
        var mixedVisits = new TreeMap<>(visits);
        var mixedSources = new TreeMap<>(sources);
        var mixedClicks = new TreeMap<>(clicks);
        var mixedReminders = new TreeMap<>(reminders);
        for (var key : keys) {
            switch (key) {
                case HourKey hour -> hours.add(hour);
                case VisitKey(var day) -> mixedVisits.compute(day, (_, _) -> other.visits.get(day));
                case SourceKey source -> mixedSources.compute(source, (_, _) -> other.sources.get(source));
                case ClickKey click -> mixedClicks.compute(click, (_, _) -> other.clicks.get(click));
                case ReminderKey due -> mixedReminders.compute(due, (_, _) -> other.reminders.get(due));
            }
        }
        return new Contributions(
                sales.with(hours, other.sales), mixedVisits, mixedSources, mixedClicks, mixedReminders);
    }

    private List<ContributionKey> keys() {
        return changedKeys(none(zone()));
    }

    private Granule granule(LocalDate day) {
        return new Granule(Granularity.DAY, day.atStartOfDay(zone()).toInstant());
    }

    private static SortedMap<LocalDate, VisitedDay> visits(
            BuyerHistory history, Optional<LocalDate> firstPaidDay, StoreCalendar calendar) {
        var visits = new TreeMap<LocalDate, VisitedDay>();
        var beyond = beyond(history.days());
        BuyerBehaviour.byDay(history.events(), calendar).forEach((day, events) -> {
            var cohort = firstPaidDay.map(day::isAfter).orElse(false) ? Cohort.RETURNING : Cohort.NEW;
            visits.put(day, new VisitedDay(cohort, BehaviourCounts.of(events), beyond.getOrDefault(day, 0L)));
        });
        return visits;
    }

    private static Map<LocalDate, Long> beyond(List<BehaviourDay> days) {
        var beyond = new HashMap<LocalDate, Long>();
        days.forEach(day -> beyond.put(day.day(), day.beyond().estimate()));
        return beyond;
    }

    private static SortedMap<SourceKey, Long> sources(Collection<Order> orders, StoreCalendar calendar) {
        var sources = new TreeMap<SourceKey, Long>();
        for (var order : orders) {
            if (!order.source().equals(OrderSource.LIVE)) {
                var day = calendar.dayOf(order.times().orderedAt());
                sources.merge(new SourceKey(day, order.source()), 1L, Long::sum);
            }
        }
        return sources;
    }
}
