package dev.groundswell.core.format;

import dev.groundswell.core.order.OrderStatus;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as Shopify's webhooks and its REST Admin API send it.
 *
 * <p>What is not plain to see:
 * <ul>
 *   <li><b>amounts</b> are the shop's money, never what the buyer saw in a currency of their own; {@code total_price} and not the current
 *       total, from which refunds are taken already.
 *   <li><b>orderedAt</b> is {@code processed_at}: the date Shopify shows and reports by, and the true one of orders that were brought over from
 *       another shop; else {@code created_at}.
 *   <li><b>paidAt</b> is that of the last payment if the order lists its transactions, else {@code orderedAt}: an order has no such field. An
 *       authorised payment counts, for its buyer has nothing left to do.
 *   <li><b>test orders</b> come in as orders that were never paid: they are seen, and are in no sales.
 *   <li><b>buyer</b>: the customer's id, else the e-mail, else the phone; an order without any is its own buyer's.
 * </ul>
 */
public final class ShopifyOrders implements OrderFormat {

    /** Time with its offset, as all of Shopify's are. */
    private static final TimeFormat TIME = new TimeFormat("ISO", ZoneOffset.UTC);

    private static final Set<String> PAID = Set.of("paid", "authorized", "partially_refunded", "refunded");
    private static final Set<String> SHIPPED = Set.of("fulfilled", "partial");
    private static final Set<String> NEVER_LEFT = Set.of("cancelled", "error", "failure");
    private static final Set<String> PAYMENTS = Set.of("sale", "capture");
    private static final Pattern PHONE_BROWSER = Pattern.compile("Mobile|iPhone|Android");
    private static final Set<String> PHONE_APPS = Set.of("iphone", "android", "ipad", "mobile_app");

    /** An order has at least one of them; webhooks of other topics, drafts and check-outs have none. */
    private static final List<String> TELLING = List.of("financial_status", "order_number", "order_status_url");

    /** An order, or what the REST API answers: one in {@code order}, or several in {@code orders}. */
    @Override
    public List<?> records(Object document) {
        return Envelopes.open(document, List.of("order", "orders"));
    }

    @Override
    public Conversion convert(Map<String, ?> source) {
        return Refusal.caught(() -> order(SourceObject.of(source)));
    }

    private static Conversion order(SourceObject order) {
        if (!order.hasAny(TELLING)) {
            return new Conversion.NotAnOrder("This is no order of Shopify's, but something of another topic.");
        }
        var id = order.requiredText("id");
        var orderedAt =
                Refusal.required("created_at", first(order.time("processed_at", TIME), order.time("created_at", TIME)));
        var payments = Objects.requireNonNullElse(order.text("financial_status"), "pending");
        var status = status(order, payments);
        var payable = Refusal.required("total_price", shopMoney(order, "total_price"));
        var paidAt = PAID.contains(payments) && !order.flag("test") ? paidAt(order, orderedAt) : null;
        var refunded = refunded(order, payments, payable);
        var change = new ChangeValues()
                .put("orderId", id)
                .put("buyerId", buyer(order, id))
                .put("status", status.name())
                .put("currency", currency(order))
                .put("payable", payable)
                .put("paid", paidAt == null ? partlyPaid(order, payments, payable) : payable)
                .put("shippingFee", shippingFee(order))
                .put("refunded", refunded)
                .put("origin", origin(order))
                .put("paymentMethod", Texts.cut(paymentMethod(order), Texts.PAYMENT_METHOD))
                .put("items", items(order));
        times(order, status, orderedAt, paidAt, refunded, change);
        if (status == OrderStatus.AWAITING_PAYMENT) {
            change.put("paymentUrl", Texts.webAddress(order.text("order_status_url")));
        }
        people(order, change);
        return change.change();
    }

    /**
     * Cancelled, voided or given back in full is closed. What was sent is shipped whether it is paid or not, for it may be paid on
     * delivery; an archived order is completed if it was paid and closed if it was not.
     */
    private static OrderStatus status(SourceObject order, String payments) {
        if (order.has("cancelled_at")
                || payments.equals("voided")
                || payments.equals("refunded")
                || payments.equals("expired")) {
            return OrderStatus.CLOSED;
        }
        var isPaid = PAID.contains(payments);
        if (order.has("closed_at")) {
            return isPaid ? OrderStatus.COMPLETED : OrderStatus.CLOSED;
        }
        if (SHIPPED.contains(Objects.requireNonNullElse(order.text("fulfillment_status"), ""))) {
            return isAllDelivered(order) ? OrderStatus.DELIVERED : OrderStatus.SHIPPED;
        }
        return isPaid ? OrderStatus.PAID : OrderStatus.AWAITING_PAYMENT;
    }

    private static boolean isAllDelivered(SourceObject order) {
        var sent = sent(order);
        return "fulfilled".equals(order.text("fulfillment_status"))
                && !sent.isEmpty()
                && sent.stream().allMatch(parcel -> "delivered".equals(parcel.text("shipment_status")));
    }

    private static List<SourceObject> sent(SourceObject order) {
        return order.objects("fulfillments").stream()
                .filter(parcel -> !NEVER_LEFT.contains(Objects.requireNonNullElse(parcel.text("status"), "")))
                .toList();
    }

    private static void times(
            SourceObject order,
            OrderStatus status,
            OffsetDateTime orderedAt,
            @Nullable OffsetDateTime paidAt,
            @Nullable String refunded,
            ChangeValues change) {
        var updated = order.time("updated_at", TIME);
        var cancelled = order.time("cancelled_at", TIME);
        var archived = order.time("closed_at", TIME);
        var isShipped =
                status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED || status == OrderStatus.COMPLETED;
        var shipped = earliest(sent(order), "created_at");
        change.put("orderedAt", orderedAt)
                .put(
                        "modifiedAt",
                        updated == null ? LastChange.of(refunded, orderedAt, paidAt, cancelled, archived) : updated)
                .put("paidAt", paidAt)
                .put("shippedAt", isShipped ? shipped : null)
                .put("deliveredAt", status == OrderStatus.DELIVERED ? latest(sent(order), "updated_at") : null)
                .put("completedAt", status == OrderStatus.COMPLETED ? archived : null)
                .put("closedAt", status == OrderStatus.CLOSED ? closedAt(order, cancelled, archived) : null);
    }

    private static @Nullable OffsetDateTime closedAt(
            SourceObject order, @Nullable OffsetDateTime cancelled, @Nullable OffsetDateTime archived) {
        return first(cancelled, latest(order.objects("refunds"), "created_at"), archived);
    }

    private static @Nullable OffsetDateTime earliest(List<SourceObject> objects, String name) {
        return times(objects, name)
                .min(Comparator.comparing(OffsetDateTime::toInstant))
                .orElse(null);
    }

    private static @Nullable OffsetDateTime latest(List<SourceObject> objects, String name) {
        return times(objects, name)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElse(null);
    }

    private static Stream<OffsetDateTime> times(List<SourceObject> objects, String name) {
        return objects.stream().map(object -> object.time(name, TIME)).filter(Objects::nonNull);
    }

    private static OffsetDateTime paidAt(SourceObject order, OffsetDateTime orderedAt) {
        var payments = order.objects("transactions").stream()
                .filter(transaction -> "success".equals(transaction.text("status")))
                .filter(transaction -> PAYMENTS.contains(Objects.requireNonNullElse(transaction.text("kind"), "")))
                .toList();
        var last = latest(payments, "created_at");
        return last == null || last.isBefore(orderedAt) ? orderedAt : last;
    }

    private static @Nullable String partlyPaid(SourceObject order, String payments, String payable) {
        var outstanding = order.decimal("total_outstanding");
        if (!payments.equals("partially_paid") || outstanding == null || order.flag("test")) {
            return null;
        }
        return Amounts.canonical(
                "total_outstanding",
                new BigDecimal(payable).subtract(outstanding).max(BigDecimal.ZERO));
    }

    /** The amount of the set's shop money; the plain field, which is the same, where an older version of the API has no set. */
    private static @Nullable String shopMoney(SourceObject object, String name) {
        var ofShop = object.object(name + "_set").object("shop_money").amount("amount");
        return ofShop == null ? object.amount(name) : ofShop;
    }

    private static String currency(SourceObject order) {
        var ofShop = order.object("total_price_set").object("shop_money").text("currency_code");
        return ofShop == null ? order.requiredText("currency") : ofShop;
    }

    private static @Nullable String shippingFee(SourceObject order) {
        var total =
                order.object("total_shipping_price_set").object("shop_money").amount("amount");
        if (total != null) {
            return total;
        }
        var sum = BigDecimal.ZERO;
        for (var line : order.objects("shipping_lines")) {
            var price = shopMoney(line, "price");
            sum = price == null ? sum : sum.add(new BigDecimal(price));
        }
        return order.has("shipping_lines") ? Amounts.canonical("shipping_lines", sum) : null;
    }

    /** What went back to buyers in the shop's money: by the transactions of the refunds, else by their lines. */
    private static @Nullable String refunded(SourceObject order, String payments, String payable) {
        var sum = BigDecimal.ZERO;
        for (var refund : order.objects("refunds")) {
            sum = sum.add(refund(refund, currency(order)));
        }
        if (sum.signum() > 0) {
            return Amounts.canonical("refunds", sum);
        }
        return payments.equals("refunded") ? payable : null;
    }

    private static BigDecimal refund(SourceObject refund, String shopCurrency) {
        var transactions = refund.objects("transactions").stream()
                .filter(transaction -> "refund".equals(transaction.text("kind")))
                .filter(transaction ->
                        !"failure".equals(transaction.text("status")) && !"error".equals(transaction.text("status")))
                .toList();
        var isInShopMoney = transactions.stream()
                .allMatch(transaction ->
                        shopCurrency.equals(Objects.requireNonNullElse(transaction.text("currency"), shopCurrency)));
        var sum = BigDecimal.ZERO;
        if (isInShopMoney && !transactions.isEmpty()) {
            for (var transaction : transactions) {
                sum = sum.add(Objects.requireNonNullElse(transaction.decimal("amount"), BigDecimal.ZERO)
                        .abs());
            }
            return sum;
        }
        for (var line : refund.objects("refund_line_items")) {
            sum = sum.add(amount(line, "subtotal")).add(amount(line, "total_tax"));
        }
        for (var adjustment : refund.objects("order_adjustments")) {
            sum = sum.add(amount(adjustment, "amount")).add(amount(adjustment, "tax_amount"));
        }
        return sum;
    }

    private static BigDecimal amount(SourceObject object, String name) {
        var ofShop = object.object(name + "_set").object("shop_money").decimal("amount");
        var amount = ofShop == null ? object.decimal(name) : ofShop;
        return amount == null ? BigDecimal.ZERO : amount.abs();
    }

    private static List<String> origin(SourceObject order) {
        var source = Objects.requireNonNullElse(order.text("source_name"), "").toLowerCase(Locale.ROOT);
        if (source.equals("pos")) {
            return List.of("OFFLINE");
        }
        if (PHONE_APPS.contains(source)) {
            return List.of("MOBILE");
        }
        if (!source.equals("web")) {
            return List.of();
        }
        var browser = order.object("client_details").text("user_agent");
        return List.of(browser != null && PHONE_BROWSER.matcher(browser).find() ? "MOBILE" : "WEB");
    }

    private static @Nullable String paymentMethod(SourceObject order) {
        var gateway = order.text("gateway");
        if (gateway != null) {
            return gateway;
        }
        return order.values().get("payment_gateway_names") instanceof List<?> names
                        && !names.isEmpty()
                        && names.getFirst() instanceof String name
                        && !name.isBlank()
                ? name.strip()
                : null;
    }

    private static String buyer(SourceObject order, String id) {
        var customer = order.object("customer");
        var known = customer.id("id");
        if (known != null) {
            return known;
        }
        var email = email(order, customer);
        if (email != null) {
            return email.toLowerCase(Locale.ROOT);
        }
        var phone = Personal.phone(order.text("phone"), customer.text("phone"));
        return phone == null ? Buyers.ofOrder(id) : phone;
    }

    private static @Nullable String email(SourceObject order, SourceObject customer) {
        return Personal.email(order.text("email"), order.text("contact_email"), customer.text("email"));
    }

    private static void people(SourceObject order, ChangeValues change) {
        var customer = order.object("customer");
        var shipping = order.object("shipping_address");
        var billing = order.object("billing_address");
        var address = Stream.of(shipping, billing, customer.object("default_address"))
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse(shipping);
        var name = Texts.first(fullName(customer), shipping.text("name"), billing.text("name"));
        change.put("buyer.name", Personal.name(name))
                .put(
                        "buyer.phone",
                        Personal.phone(
                                order.text("phone"),
                                customer.text("phone"),
                                shipping.text("phone"),
                                billing.text("phone"),
                                customer.object("default_address").text("phone")))
                .put("buyer.email", email(order, customer))
                .put("region.country", address.text("country_code"))
                .put("region.province", address.text("province"))
                .put("region.city", address.text("city"));
    }

    private static @Nullable String fullName(SourceObject customer) {
        var first = Objects.requireNonNullElse(customer.text("first_name"), "");
        var last = Objects.requireNonNullElse(customer.text("last_name"), "");
        return Texts.orNull((first + " " + last).strip());
    }

    private static List<Map<String, Object>> items(SourceObject order) {
        var givenBack = givenBack(order);
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : order.objects("line_items")) {
            var quantity = Refusal.required(line.path() + "quantity", line.integer("quantity"));
            if (quantity > 0) {
                lines.add(line(line, quantity, givenBack));
            }
        }
        return lines;
    }

    /** Pieces given back, by the id of their line. */
    private static Map<String, Integer> givenBack(SourceObject order) {
        var pieces = new LinkedHashMap<String, Integer>();
        for (var refund : order.objects("refunds")) {
            for (var line : refund.objects("refund_line_items")) {
                var id = Objects.requireNonNullElse(line.text("line_item_id"), "");
                pieces.merge(id, Objects.requireNonNullElse(line.integer("quantity"), 0), Integer::sum);
            }
        }
        return pieces;
    }

    private static Map<String, Object> line(SourceObject source, int quantity, Map<String, Integer> givenBack) {
        var title = Texts.cut(source.text("title"), Texts.TITLE);
        var id = Texts.first(source.id("product_id"), source.text("sku"), title);
        var lineId = source.text("id");
        return new ChangeValues()
                .put("itemId", Refusal.required(source.path() + "product_id", id))
                .put("skuId", Texts.first(source.id("variant_id"), source.text("sku")))
                .put("title", title)
                .put("quantity", quantity)
                .put("price", Refusal.required(source.path() + "price", shopMoney(source, "price")))
                .mark("refunded", lineId != null && givenBack.getOrDefault(lineId, 0) >= quantity)
                .values();
    }

    private static @Nullable OffsetDateTime first(@Nullable OffsetDateTime... times) {
        for (var time : times) {
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
