package dev.groundswell.cloud.order;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderAmounts;
import dev.groundswell.core.order.OrderChangeReader;
import dev.groundswell.core.order.OrderChangeReader.Outcome;
import dev.groundswell.core.order.OrderItem;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderTimes;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.order.Review;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.JSON;

/** An order as canonical JSON, in which it is kept; with the door it came through under {@code source}, unless it came live. */
public final class OrderJson {

    private static final String SOURCE = "source";

    private static final JsonFactory FACTORY = new JsonFactory();

    private OrderJson() {}

    public static String write(Order order) {
        var text = new StringWriter(1024);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new Writer(json).order(order);
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException if it is no order: the table was written by something else
     */
    public static Order read(String text) {
        var values = JSON.std.mapFrom(text);
        var currency = Currency.getInstance(String.valueOf(values.get("currency")));
        return switch (new OrderChangeReader(currency).read(values)) {
            case Outcome.Valid(var order) -> order.from(source(values.get(SOURCE)));
            case Outcome.Invalid(var rejection) ->
                throw new IllegalStateException("A stored order cannot be read: " + rejection.message());
        };
    }

    private static OrderSource source(@Nullable Object written) {
        return written instanceof String source ? new OrderSource(source) : OrderSource.LIVE;
    }

    private record Writer(JsonGenerator json) {

        void order(Order order) {
            json.writeStartObject();
            text("orderId", order.id().value());
            text("buyerId", order.buyer().value());
            text("status", order.status().name());
            times(order.times());
            presale(order.presale());
            text("currency", order.amounts().payable().currency().getCurrencyCode());
            amounts(order.amounts());
            origins(order);
            if (order.sellerFlag() != 0) {
                json.writeNumberProperty("sellerFlag", order.sellerFlag());
            }
            text("paymentMethod", order.paymentMethod());
            text("paymentUrl", order.paymentUrl());
            texts(
                    "buyer",
                    List.of("name", "phone", "email"),
                    order.contact().name(),
                    order.contact().phone(),
                    order.contact().email());
            texts(
                    "region",
                    List.of("country", "province", "city"),
                    order.region().country(),
                    order.region().province(),
                    order.region().city());
            items(order.items());
            review(order.review());
            if (!order.source().equals(OrderSource.LIVE)) {
                text(SOURCE, order.source().value());
            }
            json.writeEndObject();
        }

        private void times(OrderTimes times) {
            instant("orderedAt", times.orderedAt());
            instant("modifiedAt", times.modifiedAt());
            instant("paidAt", times.paidAt());
            instant("shippedAt", times.shippedAt());
            instant("promisedBy", times.promisedBy());
            instant("deliveredAt", times.deliveredAt());
            instant("completedAt", times.completedAt());
            instant("closedAt", times.closedAt());
            instant("closesAt", times.closesAt());
        }

        private void amounts(OrderAmounts amounts) {
            money("payable", amounts.payable());
            money("paid", amounts.paid());
            money("shippingFee", amounts.shippingFee());
            money("refunded", amounts.refunded());
        }

        private void presale(@Nullable Presale presale) {
            if (presale == null) {
                return;
            }
            json.writeObjectPropertyStart("presale");
            money("deposit", presale.deposit());
            instant("depositPaidAt", presale.depositPaidAt());
            instant("balanceFrom", presale.balanceFrom());
            instant("balanceUntil", presale.balanceUntil());
            flag("forfeited", presale.forfeited());
            json.writeEndObject();
        }

        private void origins(Order order) {
            if (order.origins().isEmpty()) {
                return;
            }
            json.writeArrayPropertyStart("origin");
            order.origins().forEach(origin -> json.writeString(origin.name()));
            json.writeEndArray();
        }

        private void items(List<OrderItem> items) {
            if (items.isEmpty()) {
                return;
            }
            json.writeArrayPropertyStart("items");
            for (var item : items) {
                json.writeStartObject();
                text("itemId", item.itemId());
                text("skuId", item.skuId());
                text("title", item.title());
                text("category", item.category());
                json.writeNumberProperty("quantity", item.quantity());
                money("price", item.price());
                flag("refunded", item.refunded());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void review(@Nullable Review review) {
            if (review == null) {
                return;
            }
            json.writeObjectPropertyStart("review");
            var score = review.score();
            if (score != null) {
                json.writeNumberProperty("score", score);
            }
            instant("at", review.at());
            json.writeEndObject();
        }

        private void texts(String name, List<String> names, @Nullable String... values) {
            json.writeObjectPropertyStart(name);
            for (var i = 0; i < values.length; i++) {
                text(names.get(i), values[i]);
            }
            json.writeEndObject();
        }

        private void text(String name, @Nullable String value) {
            if (value != null) {
                json.writeStringProperty(name, value);
            }
        }

        private void instant(String name, @Nullable Instant value) {
            text(name, value == null ? null : value.toString());
        }

        private void money(String name, @Nullable Money value) {
            text(name, value == null ? null : value.toDecimal().toPlainString());
        }

        private void flag(String name, boolean value) {
            if (value) {
                json.writeBooleanProperty(name, true);
            }
        }
    }
}
