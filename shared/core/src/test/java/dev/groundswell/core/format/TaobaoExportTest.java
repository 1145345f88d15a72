package dev.groundswell.core.format;

import static dev.groundswell.core.format.Conversions.change;
import static dev.groundswell.core.format.Conversions.order;
import static dev.groundswell.core.format.Conversions.rejection;
import static dev.groundswell.core.format.PlainValues.with;
import static dev.groundswell.core.format.PlainValues.without;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.TaobaoExport.Edition;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaobaoExportTest {

    private final TaobaoExport export = new TaobaoExport();

    private Order orderWith(String column, @Nullable Object cell) {
        return order(export.convert(with(Samples.exportRow(), column, cell)));
    }

    private static TaobaoExportItem item(Map<String, ?> row) {
        return switch (TaobaoExportItem.read(row)) {
            case TaobaoExportItem.Reading.Item(var item) -> item;
            case TaobaoExportItem.Reading.Refused(var rejection) -> throw new AssertionError(rejection.toString());
        };
    }

    @Nested
    class ARow {

        @Test
        void isAnOrderFieldByField() {
            assertThat(change(export.convert(Samples.exportRow())))
                    .containsOnly(
                            Map.entry("orderId", "35153131473290001"),
                            Map.entry("buyerId", "tb_masked_01"),
                            Map.entry("status", "PAID"),
                            Map.entry("orderedAt", "2017-07-08T00:42:32+08:00"),
                            Map.entry("modifiedAt", "2017-07-08T00:42:39+08:00"),
                            Map.entry("paidAt", "2017-07-08T00:42:39+08:00"),
                            Map.entry("currency", "CNY"),
                            Map.entry("payable", "201.12"),
                            Map.entry("paid", "201.12"),
                            Map.entry("shippingFee", "11.12"),
                            Map.entry("refunded", "0.00"),
                            Map.entry("origin", List.of("MOBILE")),
                            Map.entry(
                                    "buyer", Map.of("name", "测试甲", "phone", "13900000001", "email", "buyer01@qq.com")),
                            Map.entry("region", Map.of("country", "CN", "province", "广东省", "city", "广州市")),
                            Map.entry(
                                    "items",
                                    List.of(Map.of(
                                            "itemId",
                                            "测试宝贝标题A",
                                            "title",
                                            "测试宝贝标题A",
                                            "quantity",
                                            2,
                                            "price",
                                            "95.00"))));
        }

        @Test
        void thatIsNotPaidYetHasPaidNothing() {
            var unpaid = with(with(Samples.exportRow(), "订单付款时间 ", ""), "订单状态", "等待买家付款");

            var order = order(export.convert(with(unpaid, "买家实际支付金额", "0.00")));

            assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
            assertThat(order.isPaid()).isFalse();
            assertThat(order.amounts().paid()).isNull();
            assertThat(order.isUnmodified()).isTrue();
        }

        @Test
        void thatIsCompletedWithoutATimeOfPaymentWasPaidOnReceipt() {
            var row = with(with(Samples.exportRow(), "订单付款时间 ", ""), "订单状态", "交易成功");

            var order = order(export.convert(with(row, "确认收货时间", "2017-07-12 10:00:00")));

            assertThat(order.times().paidAt()).isEqualTo("2017-07-12T02:00:00Z");
            assertThat(order.times().completedAt()).isEqualTo("2017-07-12T02:00:00Z");
        }

        @Test
        void withARefundWinsOverTheSameRowWithoutIt() {
            var before = orderWith("退款金额", "0.00");
            var after = orderWith("退款金额", "20.00");

            assertThat(OrderVersion.of(after)).isGreaterThan(OrderVersion.of(before));
        }

        @Test
        void thatWasClosedWinsOverTheSameRowThatWaits() {
            var before = orderWith("订单状态", "等待买家付款");
            var after = orderWith("订单状态", "交易关闭");

            assertThat(OrderVersion.of(after)).isGreaterThan(OrderVersion.of(before));
        }

        @Test
        void ofAMaskedBuyerIsItsOwnBuyers() {
            assertThat(orderWith("买家会员名", "t**").buyer().value()).isEqualTo("order-35153131473290001");
        }

        @Test
        void maskedContactsAreMissing() {
            var row = with(with(Samples.exportRow(), "联系手机", "'139****0001"), "买家支付宝账号", "m***@qq.com");

            assertThat(change(export.convert(with(row, "收货人姓名", "测**")))).doesNotContainKey("buyer");
        }

        @Test
        void placedOnAComputerIsFromTheWeb() {
            assertThat(orderWith("是否手机订单", "").origins()).containsExactly(Origin.WEB);
        }

        @ParameterizedTest
        @CsvSource({
            "等待买家付款, AWAITING_PAYMENT",
            "等待买家付定金, AWAITING_PAYMENT",
            "等待买家付尾款, DEPOSIT_PAID",
            "'买家已付款,等待卖家发货', PAID",
            "卖家部分发货, SHIPPED",
            "卖家已发货，等待买家确认, SHIPPED",
            "买家已签收, DELIVERED",
            "交易成功, COMPLETED",
            "交易关闭, CLOSED"
        })
        void hasAStatusInTheSellerCentresWords(String word, OrderStatus status) {
            assertThat(orderWith("订单状态", word).status()).isEqualTo(status);
        }

        @Test
        void savedBySpreadsheetProgramStillHasItsTimes() {
            assertThat(orderWith("订单创建时间", "2016/5/3 22:02").times().orderedAt())
                    .isEqualTo("2016-05-03T14:02:00Z");
        }

        @Test
        void savedBySpreadsheetProgramHasLostItsIdAndIsToldSo() {
            var rejection = rejection(export.convert(with(Samples.exportRow(), "订单编号", "3.51531E+16")));

            assertThat(rejection.field()).isEqualTo("订单编号");
            assertThat(rejection.message()).contains("spreadsheet");
        }

        @Test
        void ofSeveralKindsWithoutTheItemFileHasOneLineOfTheirAveragePrice() {
            var items = orderWith("宝贝总数量", "3").items();

            assertThat(items).hasSize(1);
            assertThat(items.getFirst().quantity()).isEqualTo(3);
            assertThat(items.getFirst().price().toDecimal()).isEqualByComparingTo("63.33");
        }

        @Test
        void keepsNoStreetInItsRegion() {
            assertThat(orderWith("收货地址 ", "测试街道测试路1号 广东省").region().province()).isNull();
        }

        @Test
        void ofAPresaleHasItsDeposit() {
            var row = with(Samples.exportRow(), "分阶段订单信息", "阶段一：定金50.00元 已付款；阶段二：尾款151.12元 未付款");

            var order = order(export.convert(with(row, "订单状态", "等待买家付尾款")));

            assertThat(order.status()).isEqualTo(OrderStatus.DEPOSIT_PAID);
            assertThat(order.isPaid()).isFalse();
            assertThat(order.presale()).isNotNull();
            assertThat(requireNonNull(order.presale()).deposit().toDecimal()).isEqualByComparingTo("50.00");
        }
    }

    @Nested
    class ARowThatIsWrong {

        @ParameterizedTest
        @ValueSource(strings = {"订单编号", "买家会员名", "总金额", "订单状态", "订单创建时间"})
        void namesTheColumnThatIsMissing(String column) {
            var rejection = rejection(export.convert(without(Samples.exportRow(), column)));

            assertThat(rejection.code()).isEqualTo(RejectionCode.MISSING);
            assertThat(rejection.field()).isEqualTo(column);
        }

        @ParameterizedTest
        @CsvSource({
            "总金额, -1.00",
            "总金额, 1.005",
            "总金额, twelve",
            "订单创建时间, 2017-02-30 00:00:00",
            "订单创建时间, 9999-12-31 00:00:00",
            "订单状态, 已飞走",
            "宝贝总数量, -3"
        })
        void namesTheColumnAndWhatWouldBeRight(String column, String cell) {
            var rejection = rejection(export.convert(with(Samples.exportRow(), column, cell)));

            assertThat(rejection.field()).isEqualTo(column);
            assertThat(rejection.message()).startsWith("The field " + column + " must ");
        }
    }

    @Nested
    class TheItemFile {

        @Test
        void givesAnOrderItsLines() {
            var other = with(with(Samples.exportItem(), "商家编码", ""), "购买数量", "1");

            var order = order(export.convert(Samples.exportRow(), List.of(item(Samples.exportItem()), item(other))));

            assertThat(order.pieces()).isEqualTo(3);
            assertThat(order.items().getFirst().itemId()).isEqualTo("ITEM-7");
            assertThat(order.items().getFirst().skuId()).isEqualTo("SKU-7-RED");
            assertThat(order.items().getFirst().price().toDecimal()).isEqualByComparingTo("95.00");
            assertThat(order.items().getLast().itemId()).isEqualTo("SKU-7-RED");
            assertThat(order.items().getLast().skuId()).isNull();
        }

        @Test
        void withoutAnyCodeNamesAnItemByItsTitle() {
            var row = with(with(Samples.exportItem(), "商家编码", null), "外部系统编号", "");

            assertThat(item(row).itemId()).isEqualTo("测试宝贝标题A");
            assertThat(item(row).orderId()).isEqualTo("35153131473290001");
        }

        @Test
        void saysWhichLineOfAPaidOrderWasGivenBack() {
            var closed = item(with(Samples.exportItem(), "订单状态", "交易关闭"));

            assertThat(order(export.convert(Samples.exportRow(), List.of(closed)))
                            .items())
                    .singleElement()
                    .satisfies(line -> assertThat(line.refunded()).isTrue());
        }

        @ParameterizedTest
        @CsvSource({"购买数量, 0", "购买数量, 1.5", "价格, free", "订单编号, 3.5E+16"})
        void refusesARowAndNamesTheColumn(String column, String cell) {
            assertThat(TaobaoExportItem.read(with(Samples.exportItem(), column, cell)))
                    .isInstanceOfSatisfying(
                            TaobaoExportItem.Reading.Refused.class,
                            refused -> assertThat(refused.rejection().field()).isEqualTo(column));
        }

        @Test
        void isKnownByItsHeader() {
            assertThat(TaobaoExportItem.recognise(Samples.exportItem().keySet()))
                    .isTrue();
            assertThat(TaobaoExportItem.recognise(Samples.exportRow().keySet())).isFalse();
        }
    }

    @Nested
    class AFile {

        private List<String> header(String... others) {
            var header = new ArrayList<>(Samples.exportRow().keySet());
            header.remove("退款金额");
            header.addAll(List.of(others));
            return header;
        }

        @Test
        void isKnownByTheNamesOfItsColumns() {
            assertThat(TaobaoExport.recognise(header())).contains(Edition.YEAR_2016);
            assertThat(TaobaoExport.recognise(header("退款金额"))).contains(Edition.YEAR_2017);
            assertThat(TaobaoExport.recognise(header("退款金额", "确认收货时间 "))).contains(Edition.YEAR_2018);
            assertThat(TaobaoExport.recognise(header("退款金额", "主订单编号", "直播返现状态")))
                    .contains(Edition.YEAR_2019);
        }

        @Test
        void ofAnotherKindIsNotTakenForOne() {
            assertThat(TaobaoExport.recognise(List.of("订单编号", "总金额", "订单创建时间"))).isEmpty();
            assertThat(TaobaoExport.missingIn(List.of("订单编号", "总金额 ", "订单创建时间")))
                    .containsExactly("买家会员名", "订单状态");
        }
    }
}
