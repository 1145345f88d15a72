package dev.groundswell.local.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.cloud.metrics.SalesCounterTable;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** Real orders through the whole system, against figures computed from their sources' own files. */
class RealOrdersTest {

    private static final Path DATA = Path.of(System.getProperty("groundswell.root", ""), "..", "shared", "data");
    private static final StoreId STORE = new StoreId(LocalSystem.STORE);
    private static final Instant ALWAYS_FROM = Instant.parse("2015-12-31T00:00:00Z");
    private static final Instant ALWAYS_TO = Instant.parse("2021-01-02T00:00:00Z");

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "Skipped: the real orders in " + DATA + " are not part of the product.");
    }

    @Test
    void olistsFiguresPerDayAndMonthAreThoseOfItsFilesWhateverTheOrderOfArrival() throws PortTakenException {
        var zone = ZoneId.of("-03:00");
        var options = LocalOptions.inMemory().withStore(Currency.getInstance("BRL"), zone);
        try (var system = LocalSystem.start(options)) {
            var changes = linesOf("olist-sample/order-changes.jsonl");
            var shuffled = new ArrayList<>(changes);
            shuffled.addAll(everyFourth(changes));
            Collections.shuffle(shuffled, new Random(11));
            var done = new Import(system, "Olist").run(shuffled.size(), shuffled::forEach);

            assertThat(done.changes()).isEqualTo(34_045 + 8_511);
            var counters = counters(system);
            assertThat(counters.totals(STORE).orders()).isEqualTo(8_135);
            assertThat(counters.totals(STORE).customers()).isEqualTo(8_016);
            var expected = new OlistFiles(zone);
            assertThat(withoutWhatTheFilesDoNotTell(counters.read(STORE, Granularity.DAY, ALWAYS_FROM, ALWAYS_TO)))
                    .isEqualTo(expected.days());
            assertThat(customers(counters.read(STORE, Granularity.MONTH, ALWAYS_FROM, ALWAYS_TO)))
                    .isEqualTo(expected.monthsCustomers());
            assertThat(rebuilt(system)).containsEntry("equal", true);
        }
    }

    /** All of them are in {@link RealFilesTest}; these come as changes, which pay, close and refund one after the other. */
    @Test
    void tmallsSalesOfEveryFourthOrderAreThoseOfItsFile() throws PortTakenException {
        var sample = new TmallSample();
        try (var system = LocalSystem.start(LocalOptions.inMemory())) {
            var changes = linesOf("tmall-orders-2020-02/order-changes.jsonl").stream()
                    .filter(change ->
                            sample.has(String.valueOf(JSON.std.mapFrom(change).get("orderId"))))
                    .toList();
            new Import(system, "Tmall").run(changes.size(), changes::forEach);

            var counters = counters(system);
            assertThat(counters.totals(STORE).orders()).isEqualTo(sample.placed());
            var all = counters.read(STORE, Granularity.MONTH, ALWAYS_FROM, ALWAYS_TO).values().stream()
                    .reduce(SalesCounts.ZERO, SalesCounts::plus);
            assertThat(all.ordersPlaced()).isEqualTo(sample.placed());
            assertThat(all.ordersPaid()).isEqualTo(sample.paid());
            assertThat(all.sales()).isEqualTo(sample.sales());
            assertThat(rebuilt(system)).containsEntry("equal", true);
        }
    }

    private static SalesCounterTable counters(LocalSystem system) {
        var table = Objects.requireNonNull(
                system.template().environment("OrderProjection").get("METRICS_TABLE"));
        return new SalesCounterTable(system.clients().dynamoDb(), table);
    }

    private static Map<String, Object> rebuilt(LocalSystem system) {
        var outcome = system.invoke("OrderRebuild", "{\"store\":\"demo\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Outcome.Answer.class);
        return JSON.std.mapFrom(((Outcome.Answer) outcome).bytes());
    }

    /** Refunds are partly invented in the stream, and the share of earlier buyers is not asked of the files. */
    private static Map<CounterKey, SalesCounts> withoutWhatTheFilesDoNotTell(Map<CounterKey, SalesCounts> counters) {
        var told = new TreeMap<CounterKey, SalesCounts>();
        counters.forEach((key, counts) -> told.put(
                key,
                new SalesCounts(
                        counts.ordersPlaced(),
                        counts.ordersPaid(),
                        counts.items(),
                        counts.customers(),
                        0,
                        counts.sales(),
                        0)));
        return told;
    }

    private static Map<CounterKey, Long> customers(Map<CounterKey, SalesCounts> counters) {
        var customers = new TreeMap<CounterKey, Long>();
        counters.forEach((key, counts) -> {
            if (counts.customers() > 0) {
                customers.put(key, counts.customers());
            }
        });
        return customers;
    }

    private static List<String> everyFourth(List<String> changes) {
        return IntStream.range(0, changes.size())
                .filter(place -> place % 4 == 3)
                .mapToObj(changes::get)
                .toList();
    }

    private static List<String> linesOf(String file) {
        try {
            return Files.readAllLines(DATA.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every fourth order of Tmall's file. */
    private static final class TmallSample {

        private static final int ORDER = 0;
        private static final int PAID = 2;
        private static final int PAID_AT = 5;

        private final Map<String, String[]> orders = new HashMap<>();

        TmallSample() {
            var lines = linesOf("tmall-orders-2020-02/orders.csv");
            IntStream.range(1, lines.size())
                    .filter(line -> line % 4 == 0)
                    .mapToObj(line -> lines.get(line).split(",", -1))
                    .forEach(order -> orders.put("T" + order[ORDER], order));
        }

        boolean has(String order) {
            return orders.containsKey(order);
        }

        long placed() {
            return orders.size();
        }

        long paid() {
            return orders.values().stream()
                    .filter(order -> !order[PAID_AT].isEmpty())
                    .count();
        }

        long sales() {
            return orders.values().stream()
                    .filter(order -> !order[PAID_AT].isEmpty())
                    .mapToLong(order ->
                            new BigDecimal(order[PAID]).movePointRight(2).longValueExact())
                    .sum();
        }
    }

    /** The figures straight from Olist's tables: no code of the product but the records they are told in. */
    private static final class OlistFiles {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

        private final ZoneId zone;
        private final Map<String, String> people = new HashMap<>();
        private final Map<String, Long> payments = new HashMap<>();
        private final Map<String, Long> prices = new HashMap<>();
        private final Map<String, Long> pieces = new HashMap<>();
        private final Map<String, LocalDate> firstPaidDays = new HashMap<>();
        private final Map<CounterKey, SalesCounts> days = new TreeMap<>();
        private final Map<CounterKey, Set<String>> dayBuyers = new HashMap<>();
        private final Map<CounterKey, Set<String>> monthBuyers = new HashMap<>();

        OlistFiles(ZoneId zone) {
            this.zone = zone;
            each("customers", row -> people.put(row.get("customer_id"), row.get("customer_unique_id")));
            each(
                    "order_payments",
                    row -> payments.merge(row.get("order_id"), cents(row.get("payment_value")), Long::sum));
            each("order_items", row -> {
                prices.merge(row.get("order_id"), cents(row.get("price")) + cents(row.get("freight_value")), Long::sum);
                pieces.merge(row.get("order_id"), 1L, Long::sum);
            });
            each("orders", this::noteFirstPaidDay);
            each("orders", this::count);
            dayBuyers.forEach((key, buyers) ->
                    days.merge(key, new SalesCounts(0, 0, 0, buyers.size(), 0, 0, 0), SalesCounts::plus));
        }

        Map<CounterKey, SalesCounts> days() {
            return days;
        }

        Map<CounterKey, Long> monthsCustomers() {
            var customers = new TreeMap<CounterKey, Long>();
            monthBuyers.forEach((key, buyers) -> customers.put(key, (long) buyers.size()));
            return customers;
        }

        private void noteFirstPaidDay(Row row) {
            if (!row.get("order_approved_at").isEmpty()) {
                firstPaidDays.merge(
                        buyer(row),
                        day(row.get("order_approved_at")),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }

        private void count(Row row) {
            var order = row.get("order_id");
            add(day(row.get("order_purchase_timestamp")), row, new SalesCounts(1, 0, 0, 0, 0, 0, 0));
            if (row.get("order_approved_at").isEmpty()) {
                return;
            }
            var day = day(row.get("order_approved_at"));
            var sales = payments.getOrDefault(order, prices.getOrDefault(order, 0L));
            add(day, row, new SalesCounts(0, 1, pieces.getOrDefault(order, 0L), 0, 0, sales, 0));
            dayBuyers.computeIfAbsent(key(day, row), _ -> new HashSet<>()).add(buyer(row));
            var isNewInMonth = YearMonth.from(firstPaidDay(row)).equals(YearMonth.from(day));
            monthBuyers
                    .computeIfAbsent(
                            new CounterKey(
                                    granule(Granularity.MONTH, day.withDayOfMonth(1)),
                                    isNewInMonth ? Cohort.NEW : Cohort.RETURNING),
                            _ -> new HashSet<>())
                    .add(buyer(row));
        }

        private void add(LocalDate day, Row row, SalesCounts counts) {
            days.merge(key(day, row), counts, SalesCounts::plus);
        }

        private CounterKey key(LocalDate day, Row row) {
            var isNew =
                    !firstPaidDays.containsKey(buyer(row)) || firstPaidDay(row).equals(day);
            return new CounterKey(granule(Granularity.DAY, day), isNew ? Cohort.NEW : Cohort.RETURNING);
        }

        private LocalDate firstPaidDay(Row row) {
            return Objects.requireNonNull(firstPaidDays.get(buyer(row)));
        }

        private String buyer(Row row) {
            return Objects.requireNonNull(people.get(row.get("customer_id")));
        }

        private Granule granule(Granularity granularity, LocalDate day) {
            return new Granule(granularity, day.atStartOfDay(zone).toInstant());
        }

        private static LocalDate day(String time) {
            return LocalDateTime.parse(time, TIME).atOffset(ZoneOffset.UTC).toLocalDate();
        }

        private static long cents(String decimal) {
            return new BigDecimal(decimal).movePointRight(2).longValueExact();
        }

        private static void each(String table, Consumer<Row> reader) {
            var lines = linesOf("olist-sample/olist_" + table + "_dataset.csv");
            var names = List.of(lines.getFirst().replace("\ufeff", "").split(",", -1));
            lines.stream().skip(1).forEach(line -> reader.accept(new Row(names, line.split(",", -1))));
        }

        /** A line of a file without quotes. */
        private record Row(List<String> names, List<String> values) {

            Row(List<String> names, String[] values) {
                this(names, List.of(values));
            }

            String get(String name) {
                return values.get(names.indexOf(name));
            }
        }
    }
}
