package dev.groundswell.core.format;

import static dev.groundswell.core.format.Conversions.change;
import static dev.groundswell.core.format.Conversions.order;
import static dev.groundswell.core.format.Conversions.reasonToSkip;
import static dev.groundswell.core.format.Conversions.rejection;
import static dev.groundswell.core.format.PlainValues.list;
import static dev.groundswell.core.format.PlainValues.object;
import static dev.groundswell.core.format.PlainValues.with;
import static dev.groundswell.core.format.PlainValues.without;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.RejectionCode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaobaoTradesTest {

    private final TaobaoTrades trades = new TaobaoTrades();

    private Order orderWith(String field, @Nullable Object value) {
        return order(trades.convert(with(Samples.trade(), field, value)));
    }

    @Nested
    class ATrade {

        @Test
        void isAnOrderFieldByField() {
            var line = Map.of(
                    "itemId", "100018587597100018587597",
                    "skuId", "5000000017",
                    "title", "正常001",
                    "category", "50010222",
                    "quantity", 1,
                    "price", "100.00");

            assertThat(change(trades.convert(Samples.trade())))
                    .containsOnly(
                            Map.entry("orderId", "9223372036854775000"),
                            Map.entry("buyerId", "AAHd5d-EAAeGwJedwSHpg8bT"),
                            Map.entry("status", "PAID"),
                            Map.entry("orderedAt", "2017-07-28T14:18:32+08:00"),
                            Map.entry("modifiedAt", "2017-07-28T14:20:00+08:00"),
                            Map.entry("paidAt", "2017-07-28T14:18:50+08:00"),
                            Map.entry("currency", "CNY"),
                            Map.entry("payable", "323.58"),
                            Map.entry("paid", "323.58"),
                            Map.entry("shippingFee", "10.00"),
                            Map.entry("origin", List.of("MOBILE", "GROUP_DEAL")),
                            Map.entry("sellerFlag", 3),
                            Map.entry("paymentMethod", "alipay"),
                            Map.entry("buyer", Map.of("name", "测试甲", "phone", "13900000001")),
                            Map.entry("region", Map.of("country", "CN", "province", "陕西省", "city", "西安市")),
                            Map.entry("items", List.of(line, line)));
        }

        @ParameterizedTest
        @CsvSource({
            "TRADE_NO_CREATE_PAY, AWAITING_PAYMENT, false",
            "WAIT_BUYER_PAY, AWAITING_PAYMENT, false",
            "PAY_PENDING, AWAITING_PAYMENT, false",
            "WAIT_SELLER_SEND_GOODS, PAID, true",
            "PAID_FORBID_CONSIGN, PAID, true",
            "SELLER_CONSIGNED_PART, SHIPPED, true",
            "WAIT_BUYER_CONFIRM_GOODS, SHIPPED, true",
            "TRADE_BUYER_SIGNED, DELIVERED, true",
            "TRADE_FINISHED, COMPLETED, true",
            "TRADE_CLOSED, CLOSED, true",
            "TRADE_CLOSED_BY_TAOBAO, CLOSED, false"
        })
        void hasThePlatformsStatus(String written, OrderStatus status, boolean isPaid) {
            var order = orderWith("status", written);

            assertThat(order.status()).isEqualTo(status);
            assertThat(order.isPaid()).isEqualTo(isPaid);
        }

        @ParameterizedTest
        @ValueSource(strings = {"9223372036854775807", "12345678901234567890123"})
        void keepsAllDigitsOfItsIdHoweverTheyCome(String id) {
            assertThat(orderWith("tid", id).id().value()).isEqualTo(id);
            assertThat(orderWith("tid", new BigInteger(id)).id().value()).isEqualTo(id);
        }

        @Test
        void whoseIdHasLostDigitsIsRefused() {
            var rejection = rejection(trades.convert(with(Samples.trade(), "tid", 9.223372036854776E18)));

            assertThat(rejection.field()).isEqualTo("tid");
        }

        @Test
        void thatWaitsForItsPaymentSaysWhenItCloses() {
            var trade = with(Samples.trade(), "timeout_action_time", "2017-07-31 14:18:32");

            assertThat(order(trades.convert(trade)).times().closesAt()).isNull();
            assertThat(order(trades.convert(with(trade, "status", "WAIT_BUYER_PAY")))
                            .times()
                            .closesAt())
                    .isEqualTo("2017-07-31T06:18:32Z");
        }

        @Test
        void thatIsFinishedOrClosedSaysWhen() {
            var ended = with(Samples.trade(), "end_time", "2017-08-10 00:00:00");

            var finished = order(trades.convert(with(ended, "status", "TRADE_FINISHED")));
            var closed = order(trades.convert(with(ended, "status", "TRADE_CLOSED")));

            assertThat(finished.times().completedAt()).isEqualTo("2017-08-09T16:00:00Z");
            assertThat(finished.times().closedAt()).isNull();
            assertThat(closed.times().closedAt()).isEqualTo("2017-08-09T16:00:00Z");
            assertThat(closed.refunds().toDecimal()).isEqualByComparingTo("323.58");
        }

        @Test
        void withARefundedSubOrderGivesBackItsShareAndMarksTheLine() {
            var refunded = with(Samples.subOrder(1, "203.97"), "refund_status", "SUCCESS");
            var order = orderWith("orders", object("order", list(refunded, Samples.subOrder(2, "109.61"))));

            assertThat(order.refunds().toDecimal()).isEqualByComparingTo("203.97");
            assertThat(order.items().getFirst().refunded()).isTrue();
            assertThat(order.items().getLast().refunded()).isFalse();
        }

        @Test
        void thatIsFinishedGaveBackWhatTheSellerDidNotReceive() {
            var refunded = with(Samples.subOrder(1, "203.97"), "refund_status", "SUCCESS");
            var trade = with(Samples.trade(), "orders", object("order", list(refunded)));
            trade = with(with(trade, "status", "TRADE_FINISHED"), "received_payment", "300.00");

            assertThat(order(trades.convert(trade)).refunds().toDecimal()).isEqualByComparingTo("23.58");
        }

        @Test
        void thatIsClosedGaveBackAllOfItUnlessItsRefundsSayOtherwise() {
            var closed = with(Samples.subOrder(1, "203.97"), "status", "TRADE_CLOSED");
            var trade = with(Samples.trade(), "status", "TRADE_CLOSED");

            assertThat(order(trades.convert(with(trade, "orders", object("order", list(closed)))))
                            .refunds()
                            .toDecimal())
                    .isEqualByComparingTo("323.58");
            assertThat(order(trades.convert(
                                    with(trade, "orders", object("order", list(with(closed, "refund_fee", "300.00"))))))
                            .refunds()
                            .toDecimal())
                    .isEqualByComparingTo("300.00");
        }

        @Test
        void ofOneItemHasItsLineOnTheTradeItself() {
            var trade = with(with(Samples.trade(), "orders", object("order", list(Map.of()))), "num_iid", 3424234);
            trade = with(with(trade, "num", 2), "price", "161.79");

            assertThat(order(trades.convert(trade)).items()).singleElement().satisfies(line -> {
                assertThat(line.itemId()).isEqualTo("3424234");
                assertThat(line.quantity()).isEqualTo(2);
            });
        }

        @Test
        void withAFlagOfANewColourIsTakenWithoutIt() {
            assertThat(orderWith("seller_flag", 9).sellerFlag()).isZero();
        }

        @Test
        void ofTheOrdinaryTaobaoIsFromTheWeb() {
            assertThat(orderWith("trade_from", "TAOBAO").origins()).containsExactly(Origin.WEB);
            assertThat(orderWith("trade_from", "TAOBAO, wap").origins()).containsExactly(Origin.MOBILE);
        }

        @Test
        void paidOnDeliveryIsPaidOnceItIsFinished() {
            var trade = with(without(Samples.trade(), "pay_time"), "type", "cod");

            assertThat(order(trades.convert(trade)).isPaid()).isFalse();
            assertThat(order(trades.convert(
                                    with(with(trade, "status", "TRADE_FINISHED"), "end_time", "2017-08-01 10:00:00")))
                            .times()
                            .paidAt())
                    .isEqualTo("2017-08-01T02:00:00Z");
        }
    }

    @Nested
    class ABuyer {

        @Test
        void isTheOpenUidBeforeTheNick() {
            assertThat(orderWith("buyer_open_uid", null).buyer().value())
                    .as("a masked nick is no buyer")
                    .isEqualTo("order-9223372036854775000");
            assertThat(order(trades.convert(with(without(Samples.trade(), "buyer_open_uid"), "buyer_nick", "采购004")))
                            .buyer()
                            .value())
                    .isEqualTo("采购004");
        }

        @ParameterizedTest
        @ValueSource(strings = {"139****0001", "$138$AbCdEf$1$", "~abc~1~"})
        void whosePhoneIsHiddenHasNone(String phone) {
            assertThat(orderWith("receiver_mobile", phone).contact().phone()).isNull();
        }

        @Test
        void withAnOaidHasNoPhoneEvenIfItLooksLikeOne() {
            var order = orderWith("oaid", "1a2b3c");

            assertThat(order.contact().phone()).isNull();
            assertThat(order.region().province()).isEqualTo("陕西省");
        }
    }

    @Nested
    class APresale {

        private Order order(String status, String step, String paid) {
            var trade = with(with(Samples.trade(), "status", status), "step_trade_status", step);
            return Conversions.order(trades.convert(with(trade, "step_paid_fee", paid)));
        }

        @Test
        void withNothingPaidWaits() {
            var order = order("WAIT_BUYER_PAY", "FRONT_NOPAID_FINAL_NOPAID", "0.00");

            assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
            assertThat(order.presale()).isNotNull();
        }

        @Test
        void withItsDepositPaidIsNotPaid() {
            var order = order("WAIT_BUYER_PAY", "FRONT_PAID_FINAL_NOPAID", "50.00");

            assertThat(order.status()).isEqualTo(OrderStatus.DEPOSIT_PAID);
            assertThat(order.isPaid()).isFalse();
            assertThat(order.presale()).isNotNull();
            assertThat(requireNonNull(order.presale()).deposit().toDecimal()).isEqualByComparingTo("50.00");
            assertThat(requireNonNull(order.presale()).depositPaidAt()).isEqualTo("2017-07-28T06:18:50Z");
            assertThat(order.amounts().paid()).isNotNull();
        }

        @Test
        void paidInFullIsPaid() {
            var order = order("WAIT_SELLER_SEND_GOODS", "FRONT_PAID_FINAL_PAID", "323.58");

            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
            assertThat(order.sales().toDecimal()).isEqualByComparingTo("323.58");
            assertThat(order.presale()).isNotNull();
        }

        @Test
        void forfeitedIsClosedAndNeverWasPaid() {
            var order = order("TRADE_CLOSED", "FRONT_PAID_FRONT_FORFEITED", "50.00");

            assertThat(order.closedUnpaid()).isTrue();
            assertThat(order.presale()).isNotNull();
            assertThat(requireNonNull(order.presale()).forfeited()).isTrue();
        }
    }

    @Nested
    class AMessageAboutATrade {

        @Test
        void isNoTrade() {
            var message = object(
                    "tid", 192364827791084L, "status", "WAIT_BUYER_PAY", "buyer_nick", "sandbox", "payment", "120.00");

            assertThat(reasonToSkip(trades.convert(message))).contains("message");
        }
    }

    @Nested
    class AResponse {

        @Test
        void holdsTradesHoweverItWrapsThem() {
            var trade = Samples.trade();
            var sold = object("trades_sold_get_response", object("trades", object("trade", list(trade, trade))));
            var full = object("trade_fullinfo_get_response", object("trade", trade));

            assertThat(trades.records(sold)).hasSize(2).allMatch(trade::equals);
            assertThat(trades.records(full)).hasSize(1).allMatch(trade::equals);
            assertThat(trades.records(list(full, trade))).hasSize(2).allMatch(trade::equals);
            assertThat(trades.convertRecord(trades.records(sold).getFirst())).isInstanceOf(Conversion.Change.class);
        }
    }

    @Nested
    class ATradeThatIsWrong {

        @ParameterizedTest
        @ValueSource(strings = {"tid", "status", "created", "payment"})
        void namesTheFieldThatIsMissing(String field) {
            var rejection = rejection(trades.convert(without(Samples.trade(), field)));

            assertThat(rejection.code()).isEqualTo(RejectionCode.MISSING);
            assertThat(rejection.field()).isEqualTo(field);
        }

        @Test
        void namesTheFieldOfASubOrder() {
            var wrong = with(Samples.subOrder(1, "1.00"), "num", "two");
            var trade = with(Samples.trade(), "orders", object("order", list(Samples.subOrder(1, "1.00"), wrong)));

            assertThat(rejection(trades.convert(trade)).field()).isEqualTo("orders.order[1].num");
        }

        @Test
        void saysWhichStatusesThereAre() {
            assertThat(rejection(trades.convert(with(Samples.trade(), "status", "PAID")))
                            .message())
                    .contains("WAIT_BUYER_PAY")
                    .contains("'PAID'");
        }
    }
}
