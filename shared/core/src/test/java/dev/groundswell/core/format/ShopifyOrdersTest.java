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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyOrdersTest {

    private final ShopifyOrders orders = new ShopifyOrders();

    private Order orderWith(String field, @Nullable Object value) {
        return order(orders.convert(with(Samples.shopifyOrder(), field, value)));
    }

    @Nested
    class AnOrder {

        @Test
        void isAnOrderFieldByField() {
            assertThat(change(orders.convert(Samples.shopifyOrder())))
                    .containsOnly(
                            Map.entry("orderId", "820982911946154508"),
                            Map.entry("buyerId", "115310627314723954"),
                            Map.entry("status", "PAID"),
                            Map.entry("orderedAt", "2020-09-10T04:26:50-04:00"),
                            Map.entry("modifiedAt", "2020-09-10T04:30:00-04:00"),
                            Map.entry("paidAt", "2020-09-10T04:26:50-04:00"),
                            Map.entry("currency", "USD"),
                            Map.entry("payable", "254.98"),
                            Map.entry("paid", "254.98"),
                            Map.entry("shippingFee", "10.00"),
                            Map.entry("origin", List.of("WEB")),
                            Map.entry("paymentMethod", "visa"),
                            Map.entry(
                                    "buyer",
                                    Map.of("name", "John Smith", "phone", "+1 502 555 0100", "email", "Jon@Doe.ca")),
                            Map.entry("region", Map.of("country", "US", "province", "Kentucky", "city", "Shippington")),
                            Map.entry(
                                    "items",
                                    List.of(
                                            Map.of(
                                                    "itemId", "788032119674292922",
                                                    "skuId", "39072856",
                                                    "title", "Aviator sunglasses",
                                                    "quantity", 1,
                                                    "price", "89.99"),
                                            Map.of(
                                                    "itemId", "788032119674292922",
                                                    "skuId", "SKU2006-001",
                                                    "title", "Aviator sunglasses",
                                                    "quantity", 2,
                                                    "price", "89.99"))));
        }

        @ParameterizedTest
        @CsvSource({
            "pending, , AWAITING_PAYMENT, false",
            "partially_paid, , AWAITING_PAYMENT, false",
            "authorized, , PAID, true",
            "paid, unfulfilled, PAID, true",
            "paid, partial, SHIPPED, true",
            "paid, fulfilled, SHIPPED, true",
            "pending, fulfilled, SHIPPED, false",
            "partially_refunded, fulfilled, SHIPPED, true",
            "refunded, , CLOSED, true",
            "voided, , CLOSED, false",
            "expired, , CLOSED, false"
        })
        void hasTheStatusOfItsPaymentsAndParcels(
                String payments, @Nullable String parcels, OrderStatus status, boolean isPaid) {
            var order = order(orders.convert(
                    with(with(Samples.shopifyOrder(), "financial_status", payments), "fulfillment_status", parcels)));

            assertThat(order.status()).isEqualTo(status);
            assertThat(order.isPaid()).isEqualTo(isPaid);
        }

        @Test
        void thatIsCancelledIsClosed() {
            var order = orderWith("cancelled_at", "2020-09-11T00:00:00Z");

            assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
            assertThat(order.times().closedAt()).isEqualTo("2020-09-11T00:00:00Z");
        }

        @Test
        void thatIsArchivedIsCompletedIfItWasPaid() {
            var archived = with(Samples.shopifyOrder(), "closed_at", "2020-09-20T00:00:00Z");

            assertThat(order(orders.convert(archived)).times().completedAt()).isEqualTo("2020-09-20T00:00:00Z");
            assertThat(order(orders.convert(with(archived, "financial_status", "pending")))
                            .closedUnpaid())
                    .isTrue();
        }

        @Test
        void whoseParcelsHaveAllArrivedIsDelivered() {
            var parcel = object(
                    "status", "success",
                    "shipment_status", "delivered",
                    "created_at", "2020-09-11T10:00:00Z",
                    "updated_at", "2020-09-13T10:00:00Z");
            var failed = object("status", "failure", "created_at", "2020-09-10T12:00:00Z");
            var sent = with(Samples.shopifyOrder(), "fulfillments", list(failed, parcel));

            var order = order(orders.convert(with(sent, "fulfillment_status", "fulfilled")));

            assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
            assertThat(order.times().shippedAt()).isEqualTo("2020-09-11T10:00:00Z");
            assertThat(order.times().deliveredAt()).isEqualTo("2020-09-13T10:00:00Z");
        }

        @Test
        void wasPaidAtItsLastPaymentIfItListsThem() {
            var sale = object("kind", "sale", "status", "success", "created_at", "2020-09-12T08:00:00Z");

            assertThat(orderWith("transactions", list(sale)).times().paidAt()).isEqualTo("2020-09-12T08:00:00Z");
        }

        @Test
        void thatWaitsForItsPaymentHasALinkToPay() {
            assertThat(orderWith("financial_status", "pending").paymentUrl()).startsWith("https://example-test");
            assertThat(orderWith("financial_status", "paid").paymentUrl()).isNull();
        }

        @Test
        void thatIsPaidInPartSaysHowMuch() {
            var order = with(Samples.shopifyOrder(), "financial_status", "partially_paid");

            assertThat(change(orders.convert(with(order, "total_outstanding", "154.98"))))
                    .containsEntry("paid", "100.00");
        }

        @Test
        void isInTheShopsMoneyWhateverTheBuyerSaw() {
            var order = orderWith("total_price", "219.30");

            assertThat(order.amounts().payable()).hasToString("254.98 USD");
            assertThat(change(orders.convert(without(Samples.shopifyOrder(), "total_price_set"))))
                    .containsEntry("payable", "254.98");
        }

        @Test
        void ofATestIsSeenAndIsInNoSales() {
            var order = orderWith("test", true);

            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
            assertThat(order.isPaid()).isFalse();
            assertThat(order.sales().minorUnits()).isZero();
        }

        @Test
        void boughtInAShopOrOnAPhoneSaysSo() {
            assertThat(orderWith("source_name", "pos").origins()).containsExactly(Origin.OFFLINE);
            assertThat(orderWith("source_name", "580111").origins()).isEmpty();
            assertThat(orderWith("client_details.user_agent", "Mozilla/5.0 (iPhone; CPU)")
                            .origins())
                    .containsExactly(Origin.MOBILE);
        }
    }

    @Nested
    class Refunds {

        private Map<String, @Nullable Object> refund(String currency) {
            return object(
                    "created_at",
                    "2020-09-15T00:00:00Z",
                    "transactions",
                    list(object("kind", "refund", "status", "success", "amount", "77.40", "currency", currency)),
                    "refund_line_items",
                    list(object("line_item_id", 487_817_672_276_298_554L, "quantity", 1, "subtotal", 89.99)),
                    "order_adjustments",
                    list(object("amount", "-5.00", "tax_amount", "0.00")));
        }

        @Test
        void areWhatWasTransferredInTheShopsMoney() {
            var order = orderWith("refunds", list(refund("USD")));

            assertThat(order.refunds().toDecimal()).isEqualByComparingTo("77.40");
            assertThat(order.items().getFirst().refunded()).isTrue();
            assertThat(order.items().getLast().refunded()).isFalse();
        }

        @Test
        void inAnotherMoneyAreTakenFromTheirLines() {
            assertThat(orderWith("refunds", list(refund("EUR"))).refunds().toDecimal())
                    .isEqualByComparingTo("94.99");
        }

        @Test
        void ofAllOfItAreTheWholeWhereNoneIsListed() {
            assertThat(orderWith("financial_status", "refunded").refunds().toDecimal())
                    .isEqualByComparingTo("254.98");
        }
    }

    @Nested
    class ABuyer {

        @Test
        void withoutAnIdIsKnownByEmailThenPhoneThenOrder() {
            var order = with(Samples.shopifyOrder(), "customer.id", null);
            var withoutEmail = without(order, "email");

            assertThat(order(orders.convert(order)).buyer().value()).isEqualTo("jon@doe.ca");
            assertThat(order(orders.convert(with(withoutEmail, "phone", "+15025550100")))
                            .buyer()
                            .value())
                    .isEqualTo("+15025550100");
            assertThat(order(orders.convert(without(withoutEmail, "customer")))
                            .buyer()
                            .value())
                    .isEqualTo("order-820982911946154508");
        }
    }

    @Nested
    class AnotherTopic {

        @Test
        void isNoOrder() {
            assertThat(reasonToSkip(orders.convert(object("id", 5, "email", "a@b.example", "total_spent", "3.00"))))
                    .contains("another topic");
            assertThat(reasonToSkip(orders.convert(object("draft_order", object("id", 517119332)))))
                    .isNotBlank();
        }

        @Test
        void ofTheRestApiIsUnwrapped() {
            var order = Samples.shopifyOrder();

            assertThat(orders.records(object("orders", list(order, order)))).hasSize(2);
            assertThat(orders.records(object("order", order))).hasSize(1).allMatch(order::equals);
            assertThat(orders.records(order)).hasSize(1).allMatch(order::equals);
        }
    }

    @Nested
    class AnOrderThatIsWrong {

        @ParameterizedTest
        @ValueSource(strings = {"id", "currency"})
        void namesTheFieldThatIsMissing(String field) {
            var order = without(without(Samples.shopifyOrder(), "total_price_set"), field);

            assertThat(rejection(orders.convert(order)).field()).isEqualTo(field);
        }

        @Test
        void namesTheFieldOfALine() {
            var line = with(Samples.shopifyLine(1, null, 1), "price", "free");

            assertThat(rejection(orders.convert(with(Samples.shopifyOrder(), "line_items", list(line))))
                            .field())
                    .isEqualTo("line_items[0].price");
        }
    }
}
