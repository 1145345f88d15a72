package dev.groundswell.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.OrderChangeReader.Outcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderChangeReaderTest {

    private final OrderChangeReader reader = new OrderChangeReader(Currency.getInstance("CNY"));

    private static Map<String, Object> change() {
        return new HashMap<>(Map.of(
                "orderId", "T1",
                "buyerId", "B1",
                "status", "PAID",
                "orderedAt", "2020-02-01T00:14:15+08:00",
                "modifiedAt", "2020-02-01T00:14:20.5+08:00",
                "currency", "CNY",
                "payable", "38.00"));
    }

    private static Map<String, Object> with(String field, @Nullable Object value) {
        var change = change();
        change.put(field, value);
        return change;
    }

    private Rejection rejection(Map<String, Object> change) {
        return switch (reader.read(change)) {
            case Outcome.Invalid(var rejection) -> rejection;
            case Outcome.Valid(var order) -> throw new AssertionError("It was read: " + order);
        };
    }

    private Order order(Map<String, Object> change) {
        return switch (reader.read(change)) {
            case Outcome.Valid(var order) -> order;
            case Outcome.Invalid(var rejection) -> throw new AssertionError(rejection.message());
        };
    }

    @Nested
    class AChange {

        @Test
        void needsItsRequiredFieldsOnly() {
            var order = order(change());

            assertThat(order.id()).isEqualTo(new OrderId("T1"));
            assertThat(order.times().modifiedAt()).isEqualTo("2020-01-31T16:14:20.500Z");
            assertThat(order.amounts().payable().minorUnits()).isEqualTo(3_800);
            assertThat(order.isPaid()).isFalse();
        }

        @Test
        void mayHoldFieldsWeDoNotKnow() {
            assertThat(order(with("colour", Map.of("red", 1))).id()).isEqualTo(new OrderId("T1"));
        }

        @Test
        void withNullsIsAsIfTheyWereLeftOut() {
            var change = change();
            Stream.of(
                            "paidAt",
                            "presale",
                            "paid",
                            "origin",
                            "sellerFlag",
                            "buyer",
                            "region",
                            "items",
                            "review",
                            "paymentUrl")
                    .forEach(field -> change.put(field, null));

            assertThat(reader.read(change)).isEqualTo(reader.read(change()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"orderId", "buyerId", "status", "orderedAt", "modifiedAt", "currency", "payable"})
        void withoutARequiredFieldIsRefusedAndTheFieldNamed(String field) {
            var change = change();
            change.remove(field);

            assertThat(rejection(change))
                    .isEqualTo(new Rejection(RejectionCode.MISSING, field, "The field " + field + " is missing."));
        }

        @Test
        void inAnotherCurrencyIsRefused() {
            assertThat(rejection(with("currency", "BRL")).code()).isEqualTo(RejectionCode.OTHER_CURRENCY);
        }
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of("orderId", 5, RejectionCode.INVALID),
                Arguments.of("orderId", "", RejectionCode.INVALID),
                Arguments.of("orderId", "x".repeat(65), RejectionCode.OUT_OF_RANGE),
                Arguments.of("orderId", "\ud83d", RejectionCode.INVALID),
                Arguments.of("buyerId", "x".repeat(129), RejectionCode.OUT_OF_RANGE),
                Arguments.of("status", "paid", RejectionCode.INVALID),
                Arguments.of("status", 1, RejectionCode.INVALID),
                Arguments.of("orderedAt", "2020-02-01 00:14:15", RejectionCode.INVALID),
                Arguments.of("orderedAt", "2020-02-30T00:14:15Z", RejectionCode.INVALID),
                Arguments.of("modifiedAt", "9999-12-31T00:00:00Z", RejectionCode.OUT_OF_RANGE),
                Arguments.of("modifiedAt", "0001-01-01T00:00:00Z", RejectionCode.OUT_OF_RANGE),
                Arguments.of("payable", 38.0, RejectionCode.INVALID),
                Arguments.of("paid", "-1.00", RejectionCode.INVALID),
                Arguments.of("refunded", "1.005", RejectionCode.INVALID),
                Arguments.of("origin", "WEB", RejectionCode.INVALID),
                Arguments.of("origin", List.of("PHONE"), RejectionCode.INVALID),
                Arguments.of("origin", Arrays.asList("WEB", null), RejectionCode.INVALID),
                Arguments.of("sellerFlag", 6, RejectionCode.OUT_OF_RANGE),
                Arguments.of("sellerFlag", -1L, RejectionCode.OUT_OF_RANGE),
                Arguments.of("sellerFlag", 1.5, RejectionCode.INVALID),
                Arguments.of("paymentMethod", "x".repeat(33), RejectionCode.OUT_OF_RANGE),
                Arguments.of("paymentUrl", "javascript:alert(1)", RejectionCode.INVALID),
                Arguments.of("paymentUrl", "not a link", RejectionCode.INVALID),
                Arguments.of("buyer", "Wang", RejectionCode.INVALID),
                Arguments.of("items", Map.of(), RejectionCode.INVALID),
                Arguments.of("items", Collections.nCopies(201, Map.of()), RejectionCode.OUT_OF_RANGE),
                Arguments.of("presale", Map.of("deposit", 5), RejectionCode.INVALID),
                Arguments.of("review", Map.of("score", 6), RejectionCode.OUT_OF_RANGE));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsRefusedAndItsFieldNamed(String field, Object value, RejectionCode code) {
        var rejection = rejection(with(field, value));

        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.field()).startsWith(field);
        assertThat(rejection.message()).contains(rejection.field());
    }

    @Test
    void aWrongValueInsideIsNamedByItsPath() {
        var items = List.of(
                Map.of("itemId", "I1", "quantity", 1, "price", "1.00"),
                Map.of("itemId", "I2", "quantity", 0, "price", "1.00"));

        assertThat(rejection(with("items", items)).field()).isEqualTo("items[1].quantity");
        assertThat(rejection(with("presale", Map.of())).field()).isEqualTo("presale.deposit");
    }

    @Test
    void anOrderTooLargeForAnItemIsRefused() {
        var items = Collections.nCopies(
                200, Map.of("itemId", "I", "title", "四".repeat(2_000), "quantity", 1, "price", "1.00"));

        assertThat(rejection(with("items", items)).code()).isEqualTo(RejectionCode.OUT_OF_RANGE);
    }
}
