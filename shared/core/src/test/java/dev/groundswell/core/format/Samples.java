package dev.groundswell.core.format;

import static dev.groundswell.core.format.PlainValues.list;
import static dev.groundswell.core.format.PlainValues.object;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One ordinary record of each format, of our own making. */
final class Samples {

    private Samples() {}

    /** Headers as the seller centre writes them, some with a blank after them. */
    static Map<String, @Nullable Object> exportRow() {
        return object(
                "订单编号", "=\"35153131473290001\"",
                "买家会员名", "tb_masked_01",
                "买家支付宝账号", "buyer01@qq.com",
                "买家应付货款", "190.00",
                "买家应付邮费", "11.12",
                "总金额", "201.12",
                "买家实际支付金额", "201.12",
                "订单状态", "买家已付款，等待卖家发货",
                "收货人姓名", "测试甲",
                "收货地址 ", "广东省 广州市 越秀区 测试街道测试路1号(510180)",
                "联系电话 ", "",
                "联系手机", "'13900000001",
                "订单创建时间", "2017-07-08 00:42:32",
                "订单付款时间 ", "2017-07-08 00:42:39",
                "宝贝标题 ", "测试宝贝标题A",
                "宝贝种类 ", "1",
                "宝贝总数量", "2",
                "订单关闭原因", "订单未关闭",
                "是否手机订单", "手机订单",
                "分阶段订单信息", "",
                "特权订金订单id", "=\"\"",
                "是否是O2O交易", "",
                "退款金额", "0.00");
    }

    static Map<String, @Nullable Object> exportItem() {
        return object(
                "订单编号", "=\"35153131473290001\"",
                "标题", "测试宝贝标题A",
                "价格", "95.00",
                "购买数量", "2",
                "外部系统编号", "SKU-7-RED",
                "商品属性", "颜色:红",
                "订单状态", "买家已付款，等待卖家发货",
                "商家编码", "ITEM-7");
    }

    static Map<String, @Nullable Object> trade() {
        return object(
                "tid", 9_223_372_036_854_775_000L,
                "status", "WAIT_SELLER_SEND_GOODS",
                "type", "fixed(一口价)",
                "buyer_open_uid", "AAHd5d-EAAeGwJedwSHpg8bT",
                "buyer_nick", "t**1",
                "created", "2017-07-28 14:18:32",
                "modified", "2017-07-28 14:20:00",
                "pay_time", "2017-07-28 14:18:50",
                "payment", "323.58",
                "post_fee", "10.00",
                "received_payment", "0.00",
                "seller_flag", 3,
                "trade_from", "WAP,WAP,JHS",
                "alipay_no", "2016061231451001480256872104",
                "receiver_name", "测试甲",
                "receiver_mobile", "13900000001",
                "receiver_state", "陕西省",
                "receiver_city", "西安市",
                "receiver_district", "新城区",
                "orders", object("order", list(subOrder(500001083L, "203.97"), subOrder(500001084L, "109.61"))));
    }

    static Map<String, @Nullable Object> subOrder(long oid, String share) {
        return object(
                "oid", oid,
                "num_iid", new BigInteger("100018587597100018587597"),
                "sku_id", "5000000017",
                "cid", 50010222,
                "title", "正常001",
                "num", 1,
                "price", "100.00",
                "payment", "100.00",
                "divide_order_fee", share,
                "refund_status", "NO_REFUND",
                "status", "WAIT_SELLER_SEND_GOODS");
    }

    static Map<String, @Nullable Object> shopifyOrder() {
        return object(
                "id",
                820_982_911_946_154_508L,
                "order_number",
                1234,
                "email",
                "Jon@Doe.ca",
                "created_at",
                "2020-09-10T04:26:51-04:00",
                "processed_at",
                "2020-09-10T04:26:50-04:00",
                "updated_at",
                "2020-09-10T04:30:00-04:00",
                "cancelled_at",
                null,
                "closed_at",
                null,
                "test",
                false,
                "currency",
                "USD",
                "presentment_currency",
                "EUR",
                "total_price",
                "254.98",
                "total_price_set",
                moneySet("254.98", "USD", "219.30", "EUR"),
                "current_total_price",
                "200.00",
                "financial_status",
                "paid",
                "fulfillment_status",
                null,
                "source_name",
                "web",
                "payment_gateway_names",
                list("visa", "bogus"),
                "order_status_url",
                "https://example-test.myshopify.com/orders/123/authenticate?key=abc",
                "total_shipping_price_set",
                moneySet("10.00", "USD", "8.60", "EUR"),
                "customer",
                object("id", 115_310_627_314_723_954L, "first_name", "John", "last_name", "Smith"),
                "shipping_address",
                object(
                        "name", "Steve Shipper",
                        "phone", "555-555-SHIP",
                        "city", "Shippington",
                        "province", "Kentucky",
                        "country_code", "US"),
                "billing_address",
                object("name", "Bob Biller", "phone", "+1 502 555 0100"),
                "line_items",
                list(
                        shopifyLine(487_817_672_276_298_554L, 39_072_856L, 1),
                        shopifyLine(976_318_377_106_520_349L, null, 2)),
                "fulfillments",
                list(),
                "refunds",
                list());
    }

    static Map<String, @Nullable Object> shopifyLine(long id, @Nullable Long variant, int quantity) {
        return object(
                "id",
                id,
                "variant_id",
                variant,
                "product_id",
                788_032_119_674_292_922L,
                "sku",
                "SKU2006-001",
                "title",
                "Aviator sunglasses",
                "quantity",
                quantity,
                "price",
                "89.99");
    }

    static Map<String, @Nullable Object> moneySet(
            String shop, String shopCurrency, String presentment, String presentmentCurrency) {
        return object(
                "shop_money", object("amount", shop, "currency_code", shopCurrency),
                "presentment_money", object("amount", presentment, "currency_code", presentmentCurrency));
    }

    static Map<String, @Nullable Object> wooOrder() {
        return object(
                "id", 727,
                "number", "727",
                "order_key", "wc_order_58d2d042d1d",
                "created_via", "checkout",
                "status", "processing",
                "currency", "USD",
                "date_created", "2017-03-22T16:28:02",
                "date_created_gmt", "2017-03-22T19:28:02",
                "date_modified_gmt", "2017-03-22T19:28:08",
                "date_paid_gmt", "2017-03-22T19:28:08",
                "date_completed_gmt", null,
                "total", "29.35",
                "shipping_total", "10.00",
                "customer_id", 0,
                "payment_method", "bacs",
                "billing",
                        object(
                                "first_name", "John",
                                "last_name", "O&#8217;Doe",
                                "city", "San Francisco",
                                "state", "CA",
                                "country", "US",
                                "email", "John.Doe@example.com",
                                "phone", "(555) 555-5555"),
                "shipping", list(),
                "meta_data", list(object("key", "_wc_order_attribution_device_type", "value", "Mobile")),
                "line_items",
                        list(
                                object(
                                        "name",
                                        "Woo Single #1",
                                        "product_id",
                                        93,
                                        "variation_id",
                                        0,
                                        "quantity",
                                        2,
                                        "sku",
                                        "",
                                        "total",
                                        "6.00",
                                        "price",
                                        3),
                                object(
                                        "name",
                                        "Ship &ndash; Color: Black",
                                        "product_id",
                                        22,
                                        "variation_id",
                                        23,
                                        "quantity",
                                        3,
                                        "sku",
                                        "Bar3",
                                        "total",
                                        "10.00",
                                        "price",
                                        3.3333333333)),
                "refunds", list());
    }

    static Map<String, @Nullable Object> mapping() {
        return object(
                "columns",
                        object(
                                "orderId", "Order no",
                                "buyerId", "Customer",
                                "status", "State",
                                "orderedAt", "Placed",
                                "paidAt", "Paid on",
                                "payable", "Total",
                                "refunded", "Returned",
                                "buyer.name", list("First", "Last"),
                                "origin", "Channel"),
                "statusWords", object("Open", "AWAITING_PAYMENT", "Done", "COMPLETED"),
                "originWords", object("app", "MOBILE"),
                "constants", object("region.country", "DE", "currency", "EUR"),
                "times", object("formats", list("dd.MM.yyyy HH:mm", "dd.MM.yyyy"), "zone", "Europe/Berlin"),
                "amounts", object("decimal", ",", "thousands", ".", "ignored", list("€")),
                "absentWords", list("NULL", "-"));
    }

    static Map<String, @Nullable Object> mappedRow() {
        return object(
                "Order no", "A-7",
                "Customer", "K-1",
                "State", "done",
                "Placed", "31.03.2024 09:30",
                "Paid on", "31.03.2024 09:31",
                "Total", "1.234,5 €",
                "Returned", "-20,00",
                "First", "Ada",
                "Last", "Lovelace",
                "Channel", "App");
    }
}
