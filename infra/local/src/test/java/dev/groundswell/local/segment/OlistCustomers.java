package dev.groundswell.local.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many of a marketplace's customers each ready-made segment has, straight from the marketplace's files and the definitions
 * in words. Times are the files' own, without a zone; nothing of the product is used.
 */
final class OlistCustomers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> CLOSED = List.of("canceled", "unavailable");

    /** Of 618 in 2018. */
    private static final LocalDateTime PROMOTION_BEGINS = LocalDateTime.of(2018, 6, 1, 0, 0);

    private static final LocalDateTime PROMOTION_ENDS = LocalDateTime.of(2018, 6, 21, 0, 0);

    private final Path folder;
    private final LocalDateTime now;
    private final Map<String, Person> people = new HashMap<>();

    /** Somebody who placed orders. */
    private static final class Person {

        private final List<LocalDateTime> paidAt = new ArrayList<>();
        private long spend;
        private int closedUnpaid;

        int paidOrders() {
            return paidAt.size();
        }

        LocalDateTime firstPaidAt() {
            return Collections.min(paidAt);
        }

        LocalDateTime lastPaidAt() {
            return Collections.max(paidAt);
        }

        long averageValue() {
            return BigDecimal.valueOf(spend)
                    .divide(BigDecimal.valueOf(paidOrders()), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        long daysBetweenOrders() {
            return Duration.between(firstPaidAt(), lastPaidAt()).toSeconds() / (paidOrders() - 1) / 86_400;
        }
    }

    /** @param today at whose beginning the segments are asked for */
    OlistCustomers(Path folder, LocalDate today) {
        this.folder = folder;
        this.now = today.atStartOfDay();
        var persons = new HashMap<String, String>();
        each("customers", row -> persons.put(row.get("customer_id"), row.get("customer_unique_id")));
        var payments = sums("order_payments", "payment_value");
        var prices = sums("order_items", "price");
        var freights = sums("order_items", "freight_value");
        each("orders", row -> {
            var person = people.computeIfAbsent(value(persons, row.get("customer_id")), _ -> new Person());
            var order = row.get("order_id");
            var listed = prices.getOrDefault(order, 0L) + freights.getOrDefault(order, 0L);
            add(row, payments.getOrDefault(order, listed), person);
        });
    }

    private static void add(Row order, long amount, Person person) {
        var approvedAt = order.get("order_approved_at");
        if (!approvedAt.isEmpty()) {
            person.paidAt.add(LocalDateTime.parse(approvedAt, TIME));
            person.spend += amount;
        } else if (CLOSED.contains(order.get("order_status"))) {
            person.closedUnpaid++;
        }
    }

    Map<String, Long> readyMade() {
        var counts = new TreeMap<String, Long>();
        var cycle = now.minusDays(median(payers(person -> person.paidOrders() > 1), Person::daysBetweenOrders));
        var twoCycles = cycle.minus(Duration.between(cycle, now));
        var medianValue = median(payers(_ -> true), Person::averageValue);
        var lowValue = rounded(quantile(payers(_ -> true), Person::averageValue, "0.2"));
        var highSpend = rounded(quantile(payers(_ -> true), person -> person.spend, "0.8"));

        counts.put("POTENTIAL", count(people.values(), person -> person.closedUnpaid > 0 && person.paidOrders() == 0));
        var once = payers(person -> person.paidOrders() == 1);
        counts.put("NEW_RECENT", count(once, person -> !person.lastPaidAt().isBefore(cycle)));
        counts.put(
                "NEW_DORMANT",
                count(
                        once,
                        person -> person.lastPaidAt().isBefore(cycle)
                                && !person.lastPaidAt().isBefore(twoCycles)));
        counts.put("NEW_LOST", count(once, person -> person.lastPaidAt().isBefore(twoCycles)));
        counts.put(
                "OLD_HIGH_QUALITY",
                count(
                        payers(person -> person.paidOrders() >= 3),
                        person -> !person.lastPaidAt().isBefore(cycle) && person.averageValue() >= medianValue));
        counts.put(
                "OLD_LOW_QUALITY",
                count(
                        payers(person -> person.paidOrders() >= 2),
                        person -> person.lastPaidAt().isBefore(cycle) || person.averageValue() < lowValue));
        counts.put("HIGH_VALUE", count(payers(_ -> true), person -> person.spend >= highSpend));
        counts.put("MISSED_PROMOTION", count(payers(_ -> true), OlistCustomers::missedThePromotion));
        // The files tell neither of phones nor of deposits, carts or favourites.
        Stream.of("MOBILE", "PRESALE", "INTERESTED").forEach(none -> counts.put(none, 0L));
        addGroups(counts);
        return counts;
    }

    private static boolean missedThePromotion(Person person) {
        return person.firstPaidAt().isBefore(PROMOTION_BEGINS)
                && person.paidAt.stream()
                        .noneMatch(at -> !at.isBefore(PROMOTION_BEGINS) && at.isBefore(PROMOTION_ENDS));
    }

    private void addGroups(Map<String, Long> counts) {
        var payers = payers(_ -> true);
        var recency = new Scores(payers, this::daysSincePaid, 1);
        var frequency = new Scores(payers, person -> (long) person.paidOrders(), 1);
        var monetary = new Scores(payers, person -> person.spend, 100);
        for (var group : Group.values()) {
            counts.put(
                    "RFM_" + group,
                    count(
                            payers,
                            person -> Group.of(6 - recency.of(person), frequency.of(person), monetary.of(person))
                                    == group));
        }
    }

    private long daysSincePaid(Person person) {
        return ChronoUnit.DAYS.between(person.lastPaidAt().toLocalDate(), now.toLocalDate());
    }

    /** Scores by quintiles; the next begins where a quintile is exceeded by a unit. */
    private record Scores(List<BigDecimal> bounds, Function<Person, Long> value) {

        Scores(Collection<Person> people, Function<Person, Long> value, long unit) {
            this(
                    Stream.of("0.2", "0.4", "0.6", "0.8")
                            .map(share -> quantile(people, value, share).add(BigDecimal.valueOf(unit)))
                            .toList(),
                    value);
        }

        int of(Person person) {
            var own = BigDecimal.valueOf(value.apply(person));
            return 1
                    + (int) bounds.stream()
                            .filter(bound -> own.compareTo(bound) >= 0)
                            .count();
        }
    }

    /** As the R package rfm's manual has them: digits are the least and greatest of each score. The first that fits counts. */
    private enum Group {
        CHAMPIONS("55", "55", "55"),
        POTENTIAL_LOYALIST("35", "35", "25"),
        LOYAL_CUSTOMERS("24", "24", "24"),
        PROMISING("34", "13", "35"),
        NEW_CUSTOMERS("45", "13", "15"),
        CANNOT_LOSE_THEM("12", "34", "45"),
        AT_RISK("12", "25", "45"),
        NEED_ATTENTION("13", "35", "35"),
        ABOUT_TO_SLEEP("23", "13", "14"),
        LOST("11", "15", "15"),
        OTHERS("15", "15", "15");

        private final String recency;
        private final String frequency;
        private final String monetary;

        Group(String recency, String frequency, String monetary) {
            this.recency = recency;
            this.frequency = frequency;
            this.monetary = monetary;
        }

        static Group of(int recency, int frequency, int monetary) {
            return Stream.of(values())
                    .filter(group -> isIn(recency, group.recency)
                            && isIn(frequency, group.frequency)
                            && isIn(monetary, group.monetary))
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean isIn(int score, String fromTo) {
            return score >= fromTo.charAt(0) - '0' && score <= fromTo.charAt(1) - '0';
        }
    }

    private List<Person> payers(Predicate<Person> wanted) {
        return people.values().stream()
                .filter(person -> person.paidOrders() > 0)
                .filter(wanted)
                .toList();
    }

    private static long count(Collection<Person> among, Predicate<Person> wanted) {
        return among.stream().filter(wanted).count();
    }

    private static long median(Collection<Person> people, Function<Person, Long> value) {
        return rounded(quantile(people, value, "0.5"));
    }

    private static long rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Type 7 of R's: between two neighbours in proportion. */
    private static BigDecimal quantile(Collection<Person> people, Function<Person, Long> value, String share) {
        var sorted =
                people.stream().map(value).sorted().map(BigDecimal::valueOf).toList();
        var place = new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L));
        var low = sorted.get(place.intValue());
        var high = sorted.get(Math.min(place.intValue() + 1, sorted.size() - 1));
        return low.add(high.subtract(low).multiply(place.remainder(BigDecimal.ONE)));
    }

    private Map<String, Long> sums(String table, String column) {
        var sums = new HashMap<String, Long>();
        each(
                table,
                row -> sums.merge(
                        row.get("order_id"),
                        new BigDecimal(row.get(column)).movePointRight(2).longValueExact(),
                        Long::sum));
        return sums;
    }

    private static String value(Map<String, String> values, String key) {
        return Objects.requireNonNull(values.get(key));
    }

    private void each(String table, Consumer<Row> reader) {
        var lines = lines(folder.resolve("olist_" + table + "_dataset.csv"));
        var names = List.of(lines.getFirst().replace("\ufeff", "").split(",", -1));
        lines.stream().skip(1).forEach(line -> reader.accept(new Row(names, List.of(line.split(",", -1)))));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line of a file without quotes. */
    private record Row(List<String> names, List<String> values) {

        String get(String name) {
            return values.get(names.indexOf(name));
        }
    }
}
