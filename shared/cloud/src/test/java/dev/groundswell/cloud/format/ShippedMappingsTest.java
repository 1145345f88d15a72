package dev.groundswell.cloud.format;

import static dev.groundswell.core.format.Conversions.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.ColumnMapping.Reading;
import dev.groundswell.core.format.MappedField;
import dev.groundswell.core.format.MappedItemField;
import dev.groundswell.core.format.MappedRows;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

/** The mappings that come with the project, applied to the files they are for: counts and sums as their publishers state them. */
class ShippedMappingsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static ColumnMapping mapping(String name) {
        return switch (ColumnMapping.read(RealFiles.mapping(name))) {
            case Reading.Valid(var mapping) -> mapping;
            case Reading.Invalid(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /** Rows of one order together, as an import does. */
    private static List<Order> orders(ColumnMapping mapping, String currency, List<Map<String, String>> rows) {
        assertThat(mapping.missingIn(rows.getFirst().keySet())).isEmpty();
        var mapped = new MappedRows(mapping, Currency.getInstance(currency), SHANGHAI);
        var orders = new ArrayList<Order>();
        var together = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            if (!together.isEmpty() && !mapped.sameOrder(together.getLast(), row)) {
                orders.add(order(mapped.convert(together)));
                together.clear();
            }
            together.add(row);
        }
        orders.add(order(mapped.convert(together)));
        return orders;
    }

    private static String sum(List<Order> orders, Function<Order, @Nullable Money> amount) {
        return orders.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElseThrow()
                .toString();
    }

    private static long placedOn(List<Order> orders, LocalDate day, ZoneId zone) {
        return orders.stream()
                .filter(order ->
                        LocalDate.ofInstant(order.times().orderedAt(), zone).equals(day))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmall-orders.json", "olist-orders.json", "rfm-orders.json"})
    void areValid(String name) {
        assertThat(mapping(name).note()).isNotBlank();
    }

    @Nested
    class OfTheirDescription {

        private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

        private final String page = RealFiles.page("formats.md");

        @Test
        void theExampleIsValid() {
            var example = EXAMPLE.matcher(page);
            assertThat(example.find()).isTrue();

            assertThat(ColumnMapping.read(JSON.std.mapFrom(example.group(1)))).isInstanceOf(Reading.Valid.class);
        }

        @Test
        void everyFieldIsThere() {
            assertThat(MappedField.values())
                    .allSatisfy(field -> assertThat(page).contains("`" + field.path() + "`"));
            assertThat(MappedItemField.values())
                    .allSatisfy(field -> assertThat(page).contains("`" + field.path() + "`"));
        }
    }

    @Nested
    class ForTheTmallShop {

        @Test
        void giveItsOrders() {
            var orders = orders(
                    mapping("tmall-orders.json"),
                    "CNY",
                    RealFiles.rows("tmall-orders-2020-02/orders.csv", StandardCharsets.UTF_8));

            assertThat(orders).hasSize(28_010);
            assertThat(orders.stream().filter(order -> !order.isPaid())).hasSize(3_923);
            assertThat(orders.stream().filter(order -> order.refunds().minorUnits() > 0))
                    .hasSize(5_646);
            assertThat(sum(orders, order -> order.amounts().payable())).isEqualTo("2995760.61 CNY");
            assertThat(sum(orders, Order::sales)).isEqualTo("1902487.15 CNY");
            assertThat(placedOn(orders, LocalDate.of(2020, 2, 25), SHANGHAI)).isEqualTo(3_416);
            assertThat(orders.stream().map(Order::buyer).distinct()).hasSize(28_010);
        }
    }

    @Nested
    class ForTheTransactionsOfTheRfmExample {

        @Test
        void giveEachAsAPaidOrder() {
            var orders = orders(
                    mapping("rfm-orders.json"),
                    "USD",
                    RealFiles.rows("rfm-oracle/rfm_data_orders.csv", StandardCharsets.UTF_8));

            assertThat(orders.stream().map(Order::id).distinct()).hasSize(4_906);
            assertThat(orders.stream().map(Order::buyer).distinct()).hasSize(995);
            assertThat(sum(orders, Order::sales)).isEqualTo("464158.00 USD");
            assertThat(orders.getFirst().contact().name()).isEqualTo("Brion Stark");
        }
    }

    @Nested
    class ForOlist {

        private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

        /** The join that is shipped beside the mapping. */
        private static Path joined(Path folder) throws IOException, InterruptedException {
            try (var tables = Files.list(RealFiles.path("olist-sample"))) {
                for (var table :
                        tables.filter(path -> path.toString().endsWith(".csv")).toList()) {
                    Files.copy(table, folder.resolve(table.getFileName()));
                }
            }
            try {
                var join = new ProcessBuilder("sqlite3")
                        .directory(folder.toFile())
                        .redirectInput(RealFiles.shipped("olist-orders.sql")
                                .toAbsolutePath()
                                .toFile())
                        .start();
                assertThat(join.waitFor()).isZero();
            } catch (IOException absent) {
                Assumptions.abort("The program sqlite3 is not on this machine.");
            }
            return folder.resolve("olist-orders.csv");
        }

        @Test
        void giveTheJoinedOrdersWithTheirItems(@TempDir Path folder) throws IOException, InterruptedException {
            var orders =
                    orders(mapping("olist-orders.json"), "BRL", RealFiles.rows(joined(folder), StandardCharsets.UTF_8));

            assertThat(orders).hasSize(8_135);
            assertThat(orders.stream().map(Order::buyer).distinct()).hasSize(8_016);
            assertThat(sum(orders, order -> order.amounts().payable())).isEqualTo("1428602.81 BRL");
            assertThat(orders.stream().filter(order -> order.items().isEmpty())).hasSize(775);
            assertThat(orders.stream().mapToLong(Order::pieces).sum()).isEqualTo(8_365);
            assertThat(placedOn(orders, LocalDate.of(2017, 11, 24), SAO_PAULO)).isEqualTo(85);
            assertThat(orders.stream().filter(order -> order.status() == OrderStatus.AWAITING_PAYMENT))
                    .hasSize(5);
        }
    }
}
