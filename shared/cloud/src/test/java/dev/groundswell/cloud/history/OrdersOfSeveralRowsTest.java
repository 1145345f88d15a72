package dev.groundswell.cloud.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.PreviewImport;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.core.history.UploadId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An order whose lines stand in several rows, or in another file. */
class OrdersOfSeveralRowsTest {

    private final ImportDesk desk = new ImportDesk();

    private HistoryImport imported(
            UploadId upload, SourceFormat format, @Nullable String mapping, @Nullable UploadId items) {
        return desk.read(
                delivered(desk.start(upload, format, mapping, items), CrashingPort.never(), Integer.MAX_VALUE));
    }

    private ImportId delivered(StartImport.Result started, CrashingPort crashing, int blocks) {
        var id = ((StartImport.Result.Started) started).fresh().id();
        desk.deliverAll(crashing, blocks);
        return id;
    }

    @Nested
    class TaobaosExportWithItsItemFile {

        private static final int ORDERS = 2_500;

        private static final String EXPORT_HEADER = "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,"
                + "买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝总数量,订单关闭原因\n";

        private static final String ITEM_HEADER = "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n";

        private final String export = EXPORT_HEADER
                + IntStream.rangeClosed(1, ORDERS)
                        .mapToObj(number -> "=\"%d\",buyer%d,,30.00,0.00,30.00,30.00,交易成功,甲,浙江省 杭州市 西湖区 一路1号,"
                                        .formatted(1_000_000 + number, number % 100)
                                + "'13900000001,2017-07-08 00:42:32,2017-07-08 00:42:39,甲 乙,3,订单未关闭\n")
                        .collect(Collectors.joining());

        /** Two rows each, the second halves of the orders far behind the first ones; one row has no price. */
        private final String items = ITEM_HEADER
                + IntStream.rangeClosed(1, ORDERS)
                        .mapToObj(number -> "=\"%d\",甲,10.00,1,,,,,交易成功,A-1\n".formatted(1_000_000 + number))
                        .collect(Collectors.joining())
                + IntStream.rangeClosed(1, ORDERS)
                        .mapToObj(number -> "=\"%d\",乙,%s,2,,,,,交易成功,B-2\n"
                                .formatted(1_000_000 + number, number == 7 ? "" : "10.00"))
                        .collect(Collectors.joining());

        @Test
        void givesEveryOrderItsLinesAndAnswersTheBadOne() {
            var it = imported(upload(export), SourceFormat.TAOBAO_EXPORT, null, upload(items));

            assertDone(it);
            assertThat(it.firstRejected())
                    .extracting(RejectedLine::line, RejectedLine::field)
                    .containsExactly(tuple(1L + ORDERS + 7, "价格"));
        }

        @Test
        void givesThemAlsoWhenItsWorkerIsKilledAnywhere() {
            var counting = CrashingPort.never();
            delivered(desk.start(upload(export), SourceFormat.TAOBAO_EXPORT, null, upload(items)), counting, 1);

            for (var write = 0; write < counting.writes(); write += 3) {
                var fresh = new OrdersOfSeveralRowsTest();
                var id = fresh.delivered(
                        fresh.desk.start(
                                fresh.desk.upload("orders.csv", export),
                                SourceFormat.TAOBAO_EXPORT,
                                null,
                                fresh.desk.upload("items.csv", items)),
                        new CrashingPort(write, write % 2 == 0),
                        1);
                assertDone(fresh.desk, fresh.desk.read(id));
            }
        }

        @Test
        void showsThemInThePreview() {
            var result = desk.preview(
                    new PreviewImport.Request(upload(export), SourceFormat.TAOBAO_EXPORT, null, upload(items)));

            assertThat(result).isInstanceOfSatisfying(PreviewImport.Result.Previewed.class, previewed -> {
                assertThat(previewed.rows()).hasSize(PreviewImport.MAX_ROWS);
                assertThat(previewed.rows().getFirst().outcome())
                        .isInstanceOfSatisfying(
                                PreviewImport.Outcome.Taken.class,
                                taken -> assertThat(taken.values().toString()).contains("A-1"));
            });
        }

        private UploadId upload(String content) {
            return desk.upload(content.startsWith(ITEM_HEADER) ? "items.csv" : "orders.csv", content);
        }

        private void assertDone(HistoryImport it) {
            assertDone(desk, it);
        }

        private static void assertDone(ImportDesk desk, HistoryImport it) {
            assertThat(it.state()).isInstanceOf(ImportState.Completed.class);
            assertThat(it.progress().rowsRead()).isEqualTo(3L * ORDERS);
            assertThat(it.progress().accepted()).isEqualTo(3L * ORDERS - 1);
            assertThat(it.progress().handedOver()).isEqualTo(ORDERS);
            assertThat(desk.orders.distinct())
                    .hasSize(ORDERS)
                    .allMatch(text -> text.contains("A-1"))
                    .filteredOn(text -> !text.contains("B-2"))
                    .singleElement()
                    .asString()
                    .contains("1000007");
        }
    }

    @Nested
    class AMappedFileOfARowPerItem {

        /** Three rows an order: a block of 2,000 rows would end within one. */
        private static final int ORDERS = 1_500;

        private static final Map<String, Object> MAPPING = Map.of(
                "rows",
                "ONE_PER_ITEM",
                "columns",
                Map.of("orderId", "order", "buyerId", "buyer", "orderedAt", "at", "paidAt", "at", "payable", "total"),
                "itemColumns",
                Map.of("itemId", "item", "price", "price", "quantity", "quantity"),
                "times",
                Map.of("formats", List.of("yyyy-MM-dd HH:mm:ss")));

        @Test
        void isNeverCutWithinAnOrder() {
            var file = "order,buyer,at,total,item,price,quantity\n"
                    + IntStream.rangeClosed(1, ORDERS)
                            .boxed()
                            .flatMap(order -> IntStream.rangeClosed(1, 3)
                                    .mapToObj(item -> "T%d,B%d,2026-06-01 10:00:00,30.00,I%d,10.00,1\n"
                                            .formatted(order, order, item)))
                            .collect(Collectors.joining());
            desk.mappings.save(ImportDesk.STORE.id(), new NamedMapping("items", mapping(), desk.now));

            var it = imported(desk.upload("items.csv", file), SourceFormat.MAPPED_CSV, "items", null);

            assertThat(it.state()).isInstanceOf(ImportState.Completed.class);
            assertThat(it.progress().rowsRead()).isEqualTo(3L * ORDERS);
            assertThat(it.progress().accepted()).isEqualTo(3L * ORDERS);
            assertThat(it.progress().handedOver()).isEqualTo(ORDERS);
            assertThat(desk.orders.distinct())
                    .hasSize(ORDERS)
                    .allMatch(text -> text.contains("I1") && text.contains("I2") && text.contains("I3"));
        }

        private static ColumnMapping mapping() {
            return ((ColumnMapping.Reading.Valid) ColumnMapping.read(MAPPING)).mapping();
        }
    }
}
