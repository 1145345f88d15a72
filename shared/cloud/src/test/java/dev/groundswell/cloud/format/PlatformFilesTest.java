package dev.groundswell.cloud.format;

import static dev.groundswell.core.format.Conversions.change;
import static dev.groundswell.core.format.Conversions.order;
import static dev.groundswell.core.format.Conversions.reasonToSkip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.Conversion;
import dev.groundswell.core.format.OrderFormat;
import dev.groundswell.core.format.ShopifyOrders;
import dev.groundswell.core.format.TaobaoExport;
import dev.groundswell.core.format.TaobaoExport.Edition;
import dev.groundswell.core.format.TaobaoExportItem;
import dev.groundswell.core.format.TaobaoTrades;
import dev.groundswell.core.format.WooCommerceOrders;
import dev.groundswell.core.order.OrderStatus;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each real file of a platform, field by field. */
class PlatformFilesTest {

    private static List<Conversion> convert(OrderFormat format, String file) {
        var document = RealFiles.json(file);
        return format.records(document).stream().map(format::convertRecord).toList();
    }

    @Nested
    class TheTaobaoExport {

        private static final String SAMPLE = "taobao-export/ExportOrderList_2017-07.masked_sample.gbk.csv";

        private final TaobaoExport export = new TaobaoExport();

        @SuppressWarnings("unchecked") // the file holds lists of text
        private static List<String> header(String name) {
            return (List<String>) RealFiles.json("taobao-export/headers.json").getOrDefault(name, List.of());
        }

        @ParameterizedTest
        @CsvSource({
            "ExportOrderList_2016-05, 41, YEAR_2016",
            "ExportOrderList_2017-07, 46, YEAR_2017",
            "ExportOrderList_2018a, 54, YEAR_2018",
            "ExportOrderList_2019+, 61, YEAR_2019"
        })
        void isKnownByItsHeaderInEveryEdition(String name, int columns, Edition edition) {
            assertThat(header(name)).hasSize(columns);
            assertThat(TaobaoExport.recognise(header(name))).contains(edition);
            assertThat(TaobaoExport.missingIn(header(name))).isEmpty();
            assertThat(TaobaoExportItem.recognise(header(name))).isFalse();
        }

        @Test
        void hasAnItemFileThatIsKnownToo() {
            assertThat(header("ExportOrderDetailList")).hasSize(10);
            assertThat(TaobaoExportItem.recognise(header("ExportOrderDetailList")))
                    .isTrue();
            assertThat(TaobaoExport.recognise(header("ExportOrderDetailList"))).isEmpty();
        }

        @Test
        void isTwoOrdersFieldByField() {
            var rows = RealFiles.rows(SAMPLE, Charset.forName("GB18030"));

            assertThat(rows).hasSize(2);
            assertThat(change(export.convert(rows.getFirst())))
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
                            Map.entry("shippingFee", "0.00"),
                            Map.entry("refunded", "0.00"),
                            Map.entry("origin", List.of("MOBILE")),
                            Map.entry(
                                    "buyer", Map.of("name", "测试甲", "phone", "13900000001", "email", "masked01@qq.com")),
                            Map.entry("region", Map.of("country", "CN", "province", "广东省", "city", "广州市")),
                            Map.entry(
                                    "items",
                                    List.of(Map.of(
                                            "itemId",
                                            "测试宝贝标题A",
                                            "title",
                                            "测试宝贝标题A",
                                            "quantity",
                                            1,
                                            "price",
                                            "201.12"))));
            var unpaid = order(export.convert(rows.getLast()));
            assertThat(unpaid.id().value()).isEqualTo("35082869905640002");
            assertThat(unpaid.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
            assertThat(unpaid.isPaid()).isFalse();
            assertThat(unpaid.isUnmodified()).isTrue();
            assertThat(unpaid.amounts().payable()).hasToString("186.15 CNY");
            assertThat(unpaid.region().city()).isEqualTo("成都市");
            assertThat(unpaid.contact().phone()).isEqualTo("13900000002");
        }
    }

    @Nested
    class TheTaobaoOpenPlatform {

        private final TaobaoTrades trades = new TaobaoTrades();

        @Test
        void answersOneTradeInFull() {
            var order = order(convert(trades, "taobao-open-platform/trade_fullinfo_get.sample.json")
                    .getFirst());

            assertThat(order.id().value()).isEqualTo("500001084");
            assertThat(order.buyer().value()).isEqualTo("采购004");
            assertThat(order.status()).isEqualTo(OrderStatus.PAID);
            assertThat(order.times().orderedAt()).isEqualTo("2017-07-28T06:18:32Z");
            assertThat(order.times().paidAt()).isEqualTo("2017-07-28T06:18:32Z");
            assertThat(order.times().modifiedAt()).isEqualTo("2017-07-28T06:18:32Z");
            assertThat(order.amounts().payable()).hasToString("323.58 CNY");
            assertThat(order.sales()).hasToString("323.58 CNY");
            assertThat(order.amounts().shippingFee()).hasToString("0.00 CNY");
            assertThat(order.origins()).hasToString("[MOBILE]");
            assertThat(order.sellerFlag()).isEqualTo(3);
            assertThat(order.paymentMethod()).isEqualTo("alipay");
            assertThat(order.contact().name()).isEqualTo("测试甲");
            assertThat(order.contact().phone()).isEqualTo("13900000001");
            assertThat(order.contact().email()).isEqualTo("masked0001@qq.com");
            assertThat(order.region().province()).isEqualTo("陕西省");
            assertThat(order.region().city()).isEqualTo("西安市");
            assertThat(order.pieces()).isEqualTo(2);
            var line = order.items().getFirst();
            assertThat(line.itemId()).isEqualTo("100018587597");
            assertThat(line.skuId()).isEqualTo("5000000017");
            assertThat(line.category()).isEqualTo("50010222");
            assertThat(line.price()).hasToString("100.00 CNY");
        }

        @Test
        void answersTradesOfItsSandbox() {
            var order = order(convert(trades, "taobao-open-platform/trades_sold_get.sandbox.json")
                    .getFirst());

            assertThat(order.id().value()).isEqualTo("194145147111084");
            assertThat(order.buyer().value()).isEqualTo("sandbox_cilai_c");
            assertThat(order.times().paidAt()).isEqualTo("2016-10-20T05:27:49Z");
            assertThat(order.sales()).hasToString("510.00 CNY");
            assertThat(order.amounts().shippingFee()).hasToString("10.00 CNY");
            assertThat(order.pieces()).isEqualTo(5);
            assertThat(order.items().getFirst().itemId()).isEqualTo("2100710399384");
            assertThat(order.region().city()).isEqualTo("济宁市");
        }

        @Test
        void answersAsItsOwnPageShows() {
            var order = order(convert(trades, "taobao-open-platform/trades_sold_get.official_doc_example.json")
                    .getFirst());

            assertThat(order.id().value()).isEqualTo("2231958349");
            assertThat(order.status()).as("no payment was begun").isEqualTo(OrderStatus.AWAITING_PAYMENT);
            assertThat(order.isPaid()).isFalse();
            assertThat(order.presale()).isNotNull();
            assertThat(order.origins()).hasToString("[MOBILE, GROUP_DEAL]");
            assertThat(order.sellerFlag()).isEqualTo(1);
            assertThat(order.items()).singleElement().satisfies(line -> {
                assertThat(line.itemId()).isEqualTo("3424234");
                assertThat(line.price()).hasToString("200.07 CNY");
            });
            assertThat(order.region().country()).isEqualTo("CN");
        }

        @Test
        void sendsMessagesThatAreNoTrades() {
            assertThat(reasonToSkip(convert(trades, "taobao-open-platform/tmc_TradeCreate.sandbox.json")
                            .getFirst()))
                    .contains("message");
        }

        /** All fields that the platform documents, each with what it never is. */
        @ParameterizedTest
        @ValueSource(
                strings = {"taobao_trade_fullinfo_get", "taobao_trades_sold_get", "taobao_trades_sold_increment_get"})
        void mayAnswerAnythingInAnyOfItsFields(String call) {
            var trade = trade();
            for (var field : fields(RealFiles.json("taobao-open-platform/" + call + ".apidoc.json"))) {
                for (var strange : new Object[] {-1, 1e300, "", "*", "no", true, List.of(5), Map.of("order", 5)}) {
                    var changed = new LinkedHashMap<>(trade);
                    changed.put(field, strange);

                    assertThat(trades.convert(changed)).as(field).isNotNull();
                }
            }
        }

        private Map<String, Object> trade() {
            var record = trades.records(RealFiles.json("taobao-open-platform/trade_fullinfo_get.sample.json"))
                    .getFirst();
            var trade = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) record).forEach((name, value) -> trade.put(name.toString(), value));
            return trade;
        }

        private static List<String> fields(Object documented) {
            var names = new ArrayList<String>();
            if (documented instanceof Map<?, ?> object) {
                if (object.get("name") instanceof String name) {
                    names.add(name);
                }
                object.values().forEach(value -> names.addAll(fields(value)));
            }
            if (documented instanceof List<?> list) {
                list.forEach(value -> names.addAll(fields(value)));
            }
            return names;
        }
    }

    @Nested
    class Shopify {

        private final ShopifyOrders orders = new ShopifyOrders();

        @Test
        void sendsAnOrderByItsWebhook() {
            var order =
                    order(convert(orders, "shopify/orders_create.webhook.json").getFirst());

            assertThat(order.id().value()).isEqualTo("820982911946154508");
            assertThat(order.buyer().value()).isEqualTo("115310627314723954");
            assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
            assertThat(order.closedUnpaid()).isTrue();
            assertThat(order.times().orderedAt()).isEqualTo("2020-09-10T08:26:51Z");
            assertThat(order.times().closedAt()).isEqualTo("2020-09-10T08:26:51Z");
            assertThat(order.amounts().payable()).hasToString("254.98 USD");
            assertThat(order.amounts().shippingFee()).hasToString("10.00 USD");
            assertThat(order.contact().name()).isEqualTo("John Smith");
            assertThat(order.contact().email()).isEqualTo("jon@doe.ca");
            assertThat(order.contact().phone()).as("the first that is no word").isEqualTo("123-123-1234");
            assertThat(order.region().country()).isEqualTo("US");
            assertThat(order.region().city()).isEqualTo("Shippington");
            assertThat(order.origins()).hasToString("[WEB]");
            assertThat(order.paymentMethod()).isEqualTo("visa");
            assertThat(order.items()).hasSize(2);
            assertThat(order.items().getFirst().itemId()).isEqualTo("788032119674292922");
            assertThat(order.items().getFirst().skuId()).isEqualTo("SKU2006-001");
            assertThat(order.items().getLast().price()).hasToString("159.99 USD");
        }

        @Test
        void answersAnOrderByItsApi() {
            var order = order(
                    convert(orders, "shopify/shopify_python_api_order.json").getFirst());

            assertThat(order.id().value()).isEqualTo("450789469");
            assertThat(order.buyer().value()).isEqualTo("207119551");
            assertThat(order.status())
                    .as("an authorised payment is all a buyer can do")
                    .isEqualTo(OrderStatus.PAID);
            assertThat(order.sales()).hasToString("409.94 USD");
            assertThat(order.times().orderedAt()).isEqualTo("2008-01-10T16:00:00Z");
            assertThat(order.times().shippedAt()).as("its one parcel failed").isNull();
            assertThat(order.pieces()).isEqualTo(3);
            assertThat(order.items().getFirst().skuId()).isEqualTo("39072856");
            assertThat(order.paymentMethod()).isEqualTo("authorize_net");
            assertThat(order.contact().phone()).isEqualTo("555-625-1199");
        }

        @ParameterizedTest
        @CsvSource({
            "go-shopify_order.json, 1",
            "go-shopify_order_with_transaction.json, 1",
            "go-shopify_orders.json, 1",
            "shopify_python_api_orders.json, 1"
        })
        void answersOrdersOfOtherClients(String file, int count) {
            var conversions = convert(orders, "shopify/" + file);

            assertThat(conversions).hasSize(count);
            assertThat(conversions.stream().map(conversion -> order(conversion).id()))
                    .doesNotContainNull();
        }

        @Test
        void knowsACustomerWithoutAnIdByEmail() {
            assertThat(order(convert(orders, "shopify/go-shopify_orders.json").getFirst())
                            .buyer()
                            .value())
                    .isEqualTo("jon@doe.ca");
        }

        @ParameterizedTest
        @ValueSource(strings = {"go-shopify_webhook.json", "shopify_python_api_draft_order.json"})
        void answersOtherThingsThatAreNoOrders(String file) {
            assertThat(reasonToSkip(convert(orders, "shopify/" + file).getFirst()))
                    .isNotBlank();
        }
    }

    @Nested
    class WooCommerce {

        private final WooCommerceOrders orders = new WooCommerceOrders(ZoneOffset.UTC);

        @ParameterizedTest
        @CsvSource({
            "order_v3_sample1.json, PAID, 2017-03-22T19:28:08Z",
            "order_v3_sample2.json, PAID, 2017-03-22T19:28:08Z",
            "order_v3_sample3.json, COMPLETED, 2017-03-22T19:30:35Z"
        })
        void answersAnOrder(String file, OrderStatus status, String modifiedAt) {
            var order = order(convert(orders, "woocommerce/" + file).getFirst());

            assertThat(order.id().value()).isEqualTo("727");
            assertThat(order.buyer().value()).isEqualTo("john.doe@example.com");
            assertThat(order.status()).isEqualTo(status);
            assertThat(order.times().orderedAt()).isEqualTo("2017-03-22T19:28:02Z");
            assertThat(order.times().paidAt()).isEqualTo("2017-03-22T19:28:08Z");
            assertThat(order.times().modifiedAt()).isEqualTo(modifiedAt);
            assertThat(order.sales()).hasToString("29.35 USD");
            assertThat(order.amounts().shippingFee()).hasToString("10.00 USD");
            assertThat(order.contact().name()).isEqualTo("John Doe");
            assertThat(order.contact().phone()).isEqualTo("(555) 555-5555");
            assertThat(order.region().country()).isEqualTo("US");
            assertThat(order.region().province()).isEqualTo("CA");
            assertThat(order.paymentMethod()).isEqualTo("bacs");
            assertThat(order.pieces()).isEqualTo(3);
            assertThat(order.items().getLast().title()).isEqualTo("Ship Your Idea – Color: Black, Size: M Test");
            assertThat(order.items().getLast().skuId()).isEqualTo("23");
            assertThat(order.items().getFirst().price()).hasToString("3.00 USD");
        }
    }
}
