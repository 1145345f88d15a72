package dev.groundswell.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class DemoHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<String> changes = changes(NOW, "CNY");
    private final List<Map<String, Object>> orders =
            changes.stream().map(JSON.std::mapFrom).toList();

    private static List<String> changes(Instant now, String currency) {
        var changes = new ArrayList<String>();
        new DemoHistory(now, ZONE, Currency.getInstance(currency)).forEach(changes::add);
        return changes;
    }

    private long with(String field) {
        return orders.stream().filter(order -> order.containsKey(field)).count();
    }

    private Map<Object, Long> countBy(Function<Map<String, Object>, Object> property) {
        return orders.stream().collect(Collectors.groupingBy(property, Collectors.counting()));
    }

    private static OffsetDateTime orderedAt(Map<String, Object> order) {
        return OffsetDateTime.parse(String.valueOf(order.get("orderedAt")));
    }

    @Test
    void theSameEveryTime() {
        assertThat(changes(NOW, "CNY")).isEqualTo(changes);
    }

    @Test
    void aYearOfSomeThousandCustomersThatEndsNow() {
        assertThat(countBy(order -> String.valueOf(order.get("buyerId")))).hasSize(5_000);
        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(orderedAt(order).toInstant()).isBetween(NOW.minusSeconds(366 * 86_400L), NOW));
        assertThat(orders)
                .allSatisfy(order -> assertThat(OffsetDateTime.parse(String.valueOf(order.get("modifiedAt")))
                                .toInstant())
                        .isBeforeOrEqualTo(NOW));
    }

    @Test
    void everyKindOfOrderComesUp() {
        assertThat(countBy(order -> String.valueOf(order.get("status"))))
                .containsKeys("AWAITING_PAYMENT", "PAID", "SHIPPED", "DELIVERED", "COMPLETED", "CLOSED");
        assertThat(with("presale")).isPositive();
        assertThat(with("refunded")).isPositive();
        assertThat(orders).hasSizeGreaterThan(7_000);
    }

    @Test
    void doubleElevenPeaksAtMidnight() {
        var perDay = countBy(order -> orderedAt(order).toLocalDate());
        var busiest =
                perDay.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var hours = orders.stream()
                .map(DemoHistoryTest::orderedAt)
                .filter(at -> at.toLocalDate().equals(busiest.getKey()))
                .collect(Collectors.groupingBy(OffsetDateTime::getHour, Collectors.counting()));

        assertThat(busiest.getKey()).hasToString("2026-11-11");
        assertThat(hours.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .isZero();
    }

    @Test
    void aCurrencyWithoutCentsGetsWholeNumbers() {
        assertThat(changes(NOW, "JPY"))
                .noneMatch(change ->
                        change.contains("\"payable\":\"") && change.matches(".*\"payable\":\"\\d+\\.\\d+\".*"));
    }
}
