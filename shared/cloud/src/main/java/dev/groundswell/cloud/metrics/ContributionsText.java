package dev.groundswell.cloud.metrics;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.core.metrics.ClickCounts;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.ContributionKey.ClickKey;
import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.ContributionKey.SourceKey;
import dev.groundswell.core.metrics.Contributions;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.metrics.SalesContributions;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.metrics.VisitedDay;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.reminder.DropReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Contributions as attributes of text, one entry after the other.
 *
 * <ul>
 *   <li>{@code counted}: {@code 1582592400N 1 1 2 7194 0;…} is an hour's first second, the cohort's first letter, and the orders
 *       placed, orders paid, items, sales and refunds;
 *   <li>{@code visited}, where there was any behaviour: {@code 17502N 110 3 2 0 1 0;…} is the day since 1970, the cohort, the
 *       views, favourites, cart adds, purchases and removals, and how many events more there were;
 *   <li>{@code sources}, where orders came through another door than {@code live}: {@code import:one 17502 3 17504 1;…} is the
 *       door, and the days with their orders;
 *   <li>{@code clicked}, where links were: {@code c.20261111T000000Z-5f3a9c1e 2026-11 3 1 7194 0;…} is whose, the month of the first
 *       click, the clicks, and the orders paid after it with their sales and refunds;
 *   <li>{@code reminded}, where reminders were due: {@code 20261101T000000Z-0000000a 20768 1 1 0 0 0 1 7194 0 45000 TOO_LATE:1;…} is
 *       the task, the day since 1970, the reminders sent, delivered, failed and unknown, those clicked, those paid after with what this
 *       brought and what was given back of it, the cost, and those dropped by reason.
 * </ul>
 */
final class ContributionsText {

    private static final String COUNTED = "counted";
    private static final String VISITED = "visited";
    private static final String SOURCES = "sources";
    private static final String CLICKED = "clicked";
    private static final String REMINDED = "reminded";

    private static final String ENTRY_END = ";";
    private static final String PART_END = " ";
    private static final String REASON_END = ":";

    /** Before it, an entry of reminders has the task and ten numbers. */
    private static final int FIRST_REASON = 11;

    private ContributionsText() {}

    static Map<String, AttributeValue> write(Contributions contributions) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        attributes.put(COUNTED, AttributeValue.fromS(hours(contributions.sales().hours())));
        if (!contributions.visits().isEmpty()) {
            attributes.put(VISITED, AttributeValue.fromS(visits(contributions.visits())));
        }
        if (!contributions.sources().isEmpty()) {
            attributes.put(SOURCES, AttributeValue.fromS(sources(contributions.sources())));
        }
        if (!contributions.clicks().isEmpty()) {
            attributes.put(CLICKED, AttributeValue.fromS(clicks(contributions.clicks())));
        }
        if (!contributions.reminders().isEmpty()) {
            attributes.put(REMINDED, AttributeValue.fromS(reminders(contributions.reminders())));
        }
        return attributes;
    }

    /** @throws RuntimeException if an item's text is not what {@link #write} writes */
    static Contributions read(ZoneId zone, Iterable<Map<String, AttributeValue>> items) {
        var hours = new TreeMap<HourKey, SalesCounts>();
        var visits = new TreeMap<LocalDate, VisitedDay>();
        var sources = new TreeMap<SourceKey, Long>();
        var clicks = new TreeMap<ClickKey, ClickCounts>();
        var reminders = new TreeMap<ReminderKey, ReminderCounts>();
        for (var item : items) {
            entries(item, COUNTED).forEach(entry -> readHour(entry, hours));
            entries(item, VISITED).forEach(entry -> readVisit(entry, visits));
            entries(item, SOURCES).forEach(entry -> readSource(entry, sources));
            entries(item, CLICKED).forEach(entry -> readClicks(entry, clicks));
            entries(item, REMINDED).forEach(entry -> readReminders(entry, reminders));
        }
        return new Contributions(new SalesContributions(zone, hours), visits, sources, clicks, reminders);
    }

    private static String hours(Map<HourKey, SalesCounts> hours) {
        return hours.entrySet().stream()
                .map(hour -> hour.getKey().start().getEpochSecond()
                        + letter(hour.getKey().cohort())
                        + " " + hour.getValue().ordersPlaced()
                        + " " + hour.getValue().ordersPaid()
                        + " " + hour.getValue().items()
                        + " " + hour.getValue().sales()
                        + " " + hour.getValue().refunds())
                .collect(Collectors.joining(ENTRY_END));
    }

    private static String visits(Map<LocalDate, VisitedDay> visits) {
        return visits.entrySet().stream()
                .map(visit -> visit.getKey().toEpochDay()
                        + letter(visit.getValue().cohort())
                        + " " + visit.getValue().events().views()
                        + " " + visit.getValue().events().favourites()
                        + " " + visit.getValue().events().cartAdds()
                        + " " + visit.getValue().events().purchases()
                        + " " + visit.getValue().events().removals()
                        + " " + visit.getValue().beyond())
                .collect(Collectors.joining(ENTRY_END));
    }

    private static String sources(SortedMap<SourceKey, Long> sources) {
        var bySource = new TreeMap<OrderSource, StringBuilder>();
        sources.forEach(
                (key, orders) -> bySource.computeIfAbsent(key.source(), source -> new StringBuilder(source.value()))
                        .append(PART_END)
                        .append(key.day().toEpochDay())
                        .append(PART_END)
                        .append(orders));
        return String.join(ENTRY_END, bySource.values());
    }

    private static String clicks(Map<ClickKey, ClickCounts> clicks) {
        return clicks.entrySet().stream()
                .map(click -> click.getKey().to()
                        + " " + click.getKey().month()
                        + " " + click.getValue().clicks()
                        + " " + click.getValue().orders()
                        + " " + click.getValue().sales()
                        + " " + click.getValue().refunds())
                .collect(Collectors.joining(ENTRY_END));
    }

    private static String reminders(Map<ReminderKey, ReminderCounts> reminders) {
        return reminders.entrySet().stream()
                .map(due -> due.getKey().task()
                        + " " + due.getKey().day().toEpochDay()
                        + " " + due.getValue().sent()
                        + " " + due.getValue().delivered()
                        + " " + due.getValue().failed()
                        + " " + due.getValue().unknown()
                        + " " + due.getValue().clicked()
                        + " " + due.getValue().paid()
                        + " " + due.getValue().recovered()
                        + " " + due.getValue().refunds()
                        + " " + due.getValue().cost()
                        + dropped(due.getValue()))
                .collect(Collectors.joining(ENTRY_END));
    }

    private static String dropped(ReminderCounts counts) {
        return counts.dropped().entrySet().stream()
                .map(dropped -> PART_END + dropped.getKey() + REASON_END + dropped.getValue())
                .collect(Collectors.joining());
    }

    private static List<String> entries(Map<String, AttributeValue> item, String attribute) {
        return new Item(item)
                .find(attribute)
                .map(AttributeValue::s)
                .filter(text -> !text.isEmpty())
                .map(text -> Arrays.asList(text.split(ENTRY_END, -1)))
                .orElse(List.of());
    }

    private static void readHour(String entry, Map<HourKey, SalesCounts> hours) {
        var parts = entry.split(PART_END, -1);
        hours.put(
                new HourKey(Instant.ofEpochSecond(number(parts[0])), cohort(parts[0])),
                new SalesCounts(
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]),
                        0,
                        0,
                        Long.parseLong(parts[4]),
                        Long.parseLong(parts[5])));
    }

    private static void readVisit(String entry, Map<LocalDate, VisitedDay> visits) {
        var parts = entry.split(PART_END, -1);
        visits.put(
                LocalDate.ofEpochDay(number(parts[0])),
                new VisitedDay(
                        cohort(parts[0]),
                        new BehaviourCounts(
                                Long.parseLong(parts[1]),
                                Long.parseLong(parts[2]),
                                Long.parseLong(parts[3]),
                                Long.parseLong(parts[4]),
                                Long.parseLong(parts[5])),
                        Long.parseLong(parts[6])));
    }

    private static void readSource(String entry, Map<SourceKey, Long> sources) {
        var parts = entry.split(PART_END, -1);
        for (var i = 1; i < parts.length; i += 2) {
            sources.put(
                    new SourceKey(LocalDate.ofEpochDay(Long.parseLong(parts[i])), new OrderSource(parts[0])),
                    Long.parseLong(parts[i + 1]));
        }
    }

    private static void readClicks(String entry, Map<ClickKey, ClickCounts> clicks) {
        var parts = entry.split(PART_END, -1);
        clicks.put(
                new ClickKey(YearMonth.parse(parts[1]), parts[0]),
                ClickCounts.ofPerson(
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]),
                        Long.parseLong(parts[4]),
                        Long.parseLong(parts[5])));
    }

    private static void readReminders(String entry, Map<ReminderKey, ReminderCounts> reminders) {
        var parts = Arrays.asList(entry.split(PART_END, -1));
        var numbers = parts.subList(1, FIRST_REASON).stream()
                .mapToLong(Long::parseLong)
                .toArray();
        reminders.put(
                new ReminderKey(LocalDate.ofEpochDay(numbers[0]), parts.getFirst()),
                new ReminderCounts(
                        numbers[1],
                        numbers[2],
                        numbers[3],
                        numbers[4],
                        dropped(parts.subList(FIRST_REASON, parts.size())),
                        numbers[5],
                        numbers[6],
                        numbers[7],
                        numbers[8],
                        numbers[9]));
    }

    private static Map<DropReason, Long> dropped(List<String> parts) {
        return parts.stream()
                .map(part -> part.split(REASON_END, -1))
                .collect(Collectors.toMap(part -> DropReason.valueOf(part[0]), part -> Long.parseLong(part[1])));
    }

    private static long number(String key) {
        return Long.parseLong(key, 0, key.length() - 1, 10);
    }

    private static String letter(Cohort cohort) {
        return switch (cohort) {
            case NEW -> "N";
            case RETURNING -> "R";
        };
    }

    private static Cohort cohort(String key) {
        var letter = key.charAt(key.length() - 1);
        return switch (letter) {
            case 'N' -> Cohort.NEW;
            case 'R' -> Cohort.RETURNING;
            default -> throw new IllegalArgumentException("No cohort begins with '" + letter + "'.");
        };
    }
}
