package dev.groundswell.core.format;

import dev.groundswell.core.order.OrderStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order as WooCommerce's webhooks and its REST API (version 3) send it.
 *
 * <p>What is not plain to see:
 * <ul>
 *   <li><b>times</b>: the {@code *_gmt} fields are UTC and say so nowhere. Without them the plain ones are read in the store's zone.
 *   <li><b>buyer</b>: {@code customer_id}; of a guest (0) the e-mail of the bill, else the order's key.
 *   <li><b>closedAt</b> of a cancelled or refunded order is the time of its last change: it has no other.
 *   <li><b>price</b> is after what was taken off, as WooCommerce divides it; rounded to the currency.
 *   <li>a quantity that is no whole number (metres, kilograms) counts as one piece at the price of the line.
 *   <li>texts come with HTML entities, which are read.
 * </ul>
 */
public final class WooCommerceOrders implements OrderFormat {

    private static final TimeFormat UTC = new TimeFormat("ISO", ZoneOffset.UTC);

    /** What plugins call their states; a state that is not here is judged by its times. */
    private static final Map<String, OrderStatus> STATUSES = Map.ofEntries(
            Map.entry("pending", OrderStatus.AWAITING_PAYMENT),
            Map.entry("failed", OrderStatus.AWAITING_PAYMENT),
            Map.entry("on-hold", OrderStatus.AWAITING_PAYMENT),
            Map.entry("processing", OrderStatus.PAID),
            Map.entry("shipped", OrderStatus.SHIPPED),
            Map.entry("partial-shipped", OrderStatus.SHIPPED),
            Map.entry("delivered", OrderStatus.DELIVERED),
            Map.entry("completed", OrderStatus.COMPLETED),
            Map.entry("cancelled", OrderStatus.CLOSED),
            Map.entry("refunded", OrderStatus.CLOSED),
            Map.entry("trash", OrderStatus.CLOSED));

    /** Carts that became no order yet. */
    private static final Set<String> DRAFTS = Set.of("checkout-draft", "auto-draft", "draft");

    /** An order has them all; a test of the webhook or a deletion has none. */
    private static final List<String> TELLING = List.of("status", "total", "line_items");

    private static final Set<String> PLACED_ONLINE = Set.of("checkout", "store-api");
    private static final String DEVICE = "_wc_order_attribution_device_type";
    private static final Pattern PHONE_BROWSER = Pattern.compile("Mobile|iPhone|Android");
    private static final int MAX_QUANTITY = 1_000_000;

    private final TimeFormat local;

    /** @param storeZone of times that are not in UTC */
    public WooCommerceOrders(ZoneId storeZone) {
        this.local = new TimeFormat("ISO", storeZone);
    }

    @Override
    public Conversion convert(Map<String, ?> source) {
        return Refusal.caught(() -> order(SourceObject.of(source)));
    }

    private Conversion order(SourceObject order) {
        if (!order.hasAny(TELLING)) {
            return new Conversion.NotAnOrder(
                    "This is no order of WooCommerce's: a test of the webhook, or a deletion.");
        }
        var written = order.requiredText("status").toLowerCase(Locale.ROOT).replaceFirst("^wc-", "");
        if (DRAFTS.contains(written)) {
            return new Conversion.NotAnOrder("This is a draft, which no buyer has placed yet.");
        }
        var id = order.requiredText("id");
        var createdAt = Refusal.required("date_created_gmt", time(order, "date_created"));
        var completedAt = time(order, "date_completed");
        var paidAt = paidAt(order, written, completedAt);
        var modified = time(order, "date_modified");
        var status = status(written, paidAt, completedAt);
        var currency = order.requiredText("currency");
        var payable = order.requiredAmount("total");
        var refunded = refunded(order, written, payable);
        var modifiedAt = modified == null ? LastChange.of(refunded, createdAt, paidAt, completedAt) : modified;
        var change = new ChangeValues()
                .put("orderId", id)
                .put("buyerId", buyer(order, id))
                .put("status", status.name())
                .put("orderedAt", createdAt)
                .put("modifiedAt", modifiedAt)
                .put("paidAt", paidAt)
                .put("completedAt", status == OrderStatus.COMPLETED ? completedAt : null)
                .put("closedAt", status == OrderStatus.CLOSED ? modifiedAt : null)
                .put("currency", currency)
                .put("payable", payable)
                .put("paid", paidAt == null ? null : payable)
                .put("shippingFee", order.amount("shipping_total"))
                .put("refunded", refunded)
                .put("origin", origin(order))
                .put("paymentMethod", Texts.cut(order.text("payment_method"), Texts.PAYMENT_METHOD))
                .put("items", items(order, currency, written.equals("refunded")));
        if (status == OrderStatus.AWAITING_PAYMENT) {
            change.put("paymentUrl", Texts.webAddress(order.text("payment_url")));
        }
        people(order, change);
        return change.change();
    }

    private static OrderStatus status(
            String written, @Nullable OffsetDateTime paidAt, @Nullable OffsetDateTime completedAt) {
        var known = STATUSES.get(written);
        if (known != null) {
            return known;
        }
        if (completedAt != null) {
            return OrderStatus.COMPLETED;
        }
        if (paidAt != null) {
            return OrderStatus.PAID;
        }
        throw Refusal.invalid(
                "status",
                "must be one of "
                        + String.join(", ", STATUSES.keySet().stream().sorted().toList())
                        + ", or the order must say when it was paid; it is " + Refusal.shown(written));
    }

    /** An order that is completed was paid; one paid on delivery may have no other time. */
    private @Nullable OffsetDateTime paidAt(SourceObject order, String written, @Nullable OffsetDateTime completedAt) {
        var paidAt = time(order, "date_paid");
        return paidAt == null && written.equals("completed") ? completedAt : paidAt;
    }

    private @Nullable OffsetDateTime time(SourceObject order, String name) {
        var utc = order.time(name + "_gmt", UTC);
        return utc == null ? order.time(name, local) : utc;
    }

    private static String buyer(SourceObject order, String id) {
        var customer = order.id("customer_id");
        if (customer != null) {
            return customer;
        }
        var email = Personal.email(order.object("billing").text("email"));
        if (email != null) {
            return email.toLowerCase(Locale.ROOT);
        }
        var key = order.text("order_key");
        return key == null ? Buyers.ofOrder(id) : key;
    }

    /** Refunds are listed as negative totals. */
    private static @Nullable String refunded(SourceObject order, String status, String payable) {
        var sum = BigDecimal.ZERO;
        for (var refund : order.objects("refunds")) {
            sum = sum.add(Objects.requireNonNullElse(refund.decimal("total"), BigDecimal.ZERO)
                    .abs());
        }
        if (sum.signum() > 0) {
            return Amounts.canonical("refunds", sum);
        }
        return status.equals("refunded") ? payable : null;
    }

    private static List<String> origin(SourceObject order) {
        var door = order.text("created_via");
        if (door == null || !PLACED_ONLINE.contains(door)) {
            return List.of();
        }
        return List.of(isOnPhone(order) ? "MOBILE" : "WEB");
    }

    /** WooCommerce notes the device since version 8.5; before it, the browser's name is all there is. */
    private static boolean isOnPhone(SourceObject order) {
        for (var note : order.objects("meta_data")) {
            if (DEVICE.equals(note.values().get("key"))) {
                return "Mobile".equals(note.values().get("value"));
            }
        }
        var browser = order.text("customer_user_agent");
        return browser != null && PHONE_BROWSER.matcher(browser).find();
    }

    private static void people(SourceObject order, ChangeValues change) {
        var billing = order.object("billing");
        var shipping = order.object("shipping");
        var address = shipping.text("country") == null ? billing : shipping;
        var first = Objects.requireNonNullElse(billing.text("first_name"), "");
        var last = Objects.requireNonNullElse(billing.text("last_name"), "");
        change.put("buyer.name", Personal.name(Texts.orNull(HtmlText.read((first + " " + last).strip()))))
                .put("buyer.phone", Personal.phone(billing.text("phone"), shipping.text("phone")))
                .put("buyer.email", Personal.email(billing.text("email")))
                .put("region.country", address.text("country"))
                .put("region.province", htmlText(address.text("state")))
                .put("region.city", htmlText(address.text("city")));
    }

    private static @Nullable String htmlText(@Nullable String written) {
        return written == null ? null : HtmlText.read(written);
    }

    private static List<Map<String, Object>> items(SourceObject order, String currency, boolean isGivenBack) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : order.objects("line_items")) {
            var quantity = Refusal.required(line.path() + "quantity", line.decimal("quantity"));
            if (quantity.signum() > 0) {
                lines.add(line(line, quantity, Amounts.currency(currency), isGivenBack));
            }
        }
        return lines;
    }

    private static Map<String, Object> line(
            SourceObject source, BigDecimal quantity, @Nullable Currency currency, boolean isGivenBack) {
        if (quantity.compareTo(BigDecimal.valueOf(MAX_QUANTITY)) > 0) {
            throw Refusal.outOfRange(source.path() + "quantity", "must not exceed " + MAX_QUANTITY);
        }
        var title = Texts.cut(htmlText(source.text("name")), Texts.TITLE);
        var id = Texts.first(source.id("product_id"), source.text("sku"), title);
        var isWhole = quantity.stripTrailingZeros().scale() <= 0;
        var place = source.path() + "price";
        var price = Refusal.required(place, isWhole ? price(source, quantity) : source.decimal("total"));
        return new ChangeValues()
                .put("itemId", Refusal.required(source.path() + "product_id", id))
                .put("skuId", Texts.first(source.id("variation_id"), source.text("sku")))
                .put("title", title)
                .put("quantity", isWhole ? quantity.intValue() : 1)
                .put("price", Amounts.rounded(place, price, currency))
                .mark("refunded", isGivenBack)
                .values();
    }

    private static @Nullable BigDecimal price(SourceObject line, BigDecimal quantity) {
        var price = line.decimal("price");
        var total = line.decimal("total");
        return price != null || total == null ? price : total.divide(quantity, 6, RoundingMode.HALF_UP);
    }
}
