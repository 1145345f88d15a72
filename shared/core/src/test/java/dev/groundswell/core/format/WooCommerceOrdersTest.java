package dev.groundswell.core.format;

import static dev.groundswell.core.format.Conversions.change;
import static dev.groundswell.core.format.Conversions.order;
import static dev.groundswell.core.format.Conversions.reasonToSkip;
import static dev.groundswell.core.format.Conversions.rejection;
import static dev.groundswell.core.format.PlainValues.list;
import static dev.groundswell.core.format.PlainValues.object;
import static dev.groundswell.core.format.PlainValues.with;
import static dev.groundswell.core.format.PlainValues.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WooCommerceOrdersTest {

    private final WooCommerceOrders orders = new WooCommerceOrders(ZoneId.of("America/Sao_Paulo"));

    private Order orderWith(String field, @Nullable Object value) {
        return order(orders.convert(with(Samples.wooOrder(), field, value)));
    }

    @Nested
    class AnOrder {

        @Test
        void isAnOrderFieldByField() {
            assertThat(change(orders.convert(Samples.wooOrder())))
                    .containsOnly(
                            Map.entry("orderId", "727"),
                            Map.entry("buyerId", "john.doe@example.com"),
                            Map.entry("status", "PAID"),
                            Map.entry("orderedAt", "2017-03-22T19:28:02Z"),
                            Map.entry("modifiedAt", "2017-03-22T19:28:08Z"),
                            Map.entry("paidAt", "2017-03-22T19:28:08Z"),
                            Map.entry("currency", "USD"),
                            Map.entry("payable", "29.35"),
                            Map.entry("paid", "29.35"),
                            Map.entry("shippingFee", "10.00"),
                            Map.entry("origin", List.of("MOBILE")),
                            Map.entry("paymentMethod", "bacs"),
                            Map.entry(
                                    "buyer",
                                    Map.of(
                                            "name", "John O’Doe",
                                            "phone", "(555) 555-5555",
                                            "email", "John.Doe@example.com")),
                            Map.entry("region", Map.of("country", "US", "province", "CA", "city", "San Francisco")),
                            Map.entry(
                                    "items",
                                    List.of(
                                            Map.of(
                                                    "itemId", "93",
                                                    "title", "Woo Single #1",
                                                    "quantity", 2,
                                                    "price", "3.00"),
                                            Map.of(
                                                    "itemId", "22",
                                                    "skuId", "23",
                                                    "title", "Ship – Color: Black",
                                                    "quantity", 3,
                                                    "price", "3.33"))));
        }

        @ParameterizedTest
        @CsvSource({
            "pending, AWAITING_PAYMENT",
            "failed, AWAITING_PAYMENT",
            "on-hold, AWAITING_PAYMENT",
            "processing, PAID",
            "wc-processing, PAID",
            "completed, COMPLETED",
            "cancelled, CLOSED",
            "refunded, CLOSED",
            "trash, CLOSED"
        })
        void hasWooCommercesStatus(String written, OrderStatus status) {
            assertThat(orderWith("status", written).status()).isEqualTo(status);
        }

        @Test
        void inAStateOfAPluginIsJudgedByItsTimes() {
            assertThat(orderWith("status", "packed").status()).isEqualTo(OrderStatus.PAID);
            assertThat(rejection(orders.convert(with(without(Samples.wooOrder(), "date_paid_gmt"), "status", "packed")))
                            .field())
                    .isEqualTo("status");
        }

        @Test
        void withoutTimesInUtcIsReadInTheStoresZone() {
            assertThat(orderWith("date_created_gmt", null).times().orderedAt()).isEqualTo("2017-03-22T19:28:02Z");
        }

        @Test
        void completedWithoutAPaymentsTimeWasPaidOnDelivery() {
            var order = with(without(Samples.wooOrder(), "date_paid_gmt"), "date_completed_gmt", "2017-03-24T10:00:00");

            assertThat(order(orders.convert(order)).isPaid()).isFalse();
            assertThat(order(orders.convert(with(order, "status", "completed")))
                            .times()
                            .paidAt())
                    .isEqualTo("2017-03-24T10:00:00Z");
        }

        @Test
        void ofARegisteredCustomerIsTheirs() {
            assertThat(orderWith("customer_id", 25).buyer().value()).isEqualTo("25");
        }

        @Test
        void ofAGuestWithoutAnEmailIsTheOrderKeys() {
            assertThat(orderWith("billing.email", "").buyer().value()).isEqualTo("wc_order_58d2d042d1d");
        }

        @Test
        void addsUpItsRefundsWhichComeNegative() {
            var order =
                    orderWith("refunds", list(object("id", 1, "total", "-10.00"), object("id", 2, "total", "-0.35")));

            assertThat(order.refunds().toDecimal()).isEqualByComparingTo("10.35");
        }

        @Test
        void refundedAsAWholeGaveBackEverything() {
            var order = orderWith("status", "refunded");

            assertThat(order.refunds()).isEqualTo(order.sales());
            assertThat(order.items()).allMatch(line -> line.refunded());
        }

        @Test
        void ofMetresCountsAPieceAtTheLinesPrice() {
            var rope = object("name", "Rope", "product_id", 5, "quantity", 2.5, "price", 4, "total", "10.00");

            assertThat(orderWith("line_items", list(rope)).items())
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.quantity()).isEqualTo(1);
                        assertThat(line.price().toDecimal()).isEqualByComparingTo("10.00");
                    });
        }

        @Test
        void enteredByHandHasNoOrigin() {
            assertThat(orderWith("created_via", "admin").origins()).isEmpty();
            assertThat(orderWith("meta_data", list()).origins()).containsExactly(Origin.WEB);
        }
    }

    @Nested
    class WhatIsNoOrder {

        @Test
        void isATestOfTheWebhookADeletionOrADraft() {
            assertThat(reasonToSkip(orders.convert(object("webhook_id", 5)))).contains("test of the webhook");
            assertThat(reasonToSkip(orders.convert(object("id", 727)))).contains("deletion");
            assertThat(reasonToSkip(orders.convert(with(Samples.wooOrder(), "status", "checkout-draft"))))
                    .contains("draft");
        }
    }

    @Nested
    class AnOrderThatIsWrong {

        @ParameterizedTest
        @ValueSource(strings = {"id", "status", "currency", "total"})
        void namesTheFieldThatIsMissing(String field) {
            assertThat(rejection(orders.convert(without(Samples.wooOrder(), field)))
                            .field())
                    .isEqualTo(field);
        }

        @Test
        void namesTheFieldOfALine() {
            var line = object("name", "Rope", "product_id", 5, "quantity", "many", "price", 4);

            assertThat(rejection(orders.convert(with(Samples.wooOrder(), "line_items", list(line))))
                            .field())
                    .isEqualTo("line_items[0].quantity");
        }
    }
}
