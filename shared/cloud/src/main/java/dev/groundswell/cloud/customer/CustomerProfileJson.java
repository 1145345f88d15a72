package dev.groundswell.cloud.customer;

import dev.groundswell.core.behaviour.BuyerBehaviour;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.ReviewScores;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.Region;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.jr.ob.JSON;

/**
 * A profile as JSON, the form in which it is kept. Whatever an earlier version did not write is read as nothing, until the
 * buyer is projected the next time.
 */
public final class CustomerProfileJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private CustomerProfileJson() {}

    public static String write(CustomerProfile profile) {
        var text = new StringWriter(512);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            text(json, "name", profile.name());
            text(
                    json,
                    "phone",
                    Optional.ofNullable(profile.phone()).map(Phone::e164).orElse(null));
            text(
                    json,
                    "email",
                    Optional.ofNullable(profile.email()).map(Email::address).orElse(null));
            flag(json, "unreadablePhone", profile.hasUnreadablePhone());
            flag(json, "unreadableEmail", profile.hasUnreadableEmail());
            text(json, "country", profile.region().country());
            text(json, "province", profile.region().province());
            text(json, "city", profile.region().city());
            json.writeNumberProperty("orders", profile.orders());
            json.writeNumberProperty("paidOrders", profile.paidOrders());
            json.writeNumberProperty("openOrders", profile.openOrders());
            json.writeNumberProperty("unpaidClosedOrders", profile.unpaidClosedOrders());
            json.writeNumberProperty("refundedOrders", profile.refundedOrders());
            origins(json, profile.ordersByOrigin());
            json.writeNumberProperty("presaleOrders", profile.presaleOrders());
            text(json, "currency", profile.spend().currency().getCurrencyCode());
            json.writeNumberProperty("spend", profile.spend().minorUnits());
            json.writeNumberProperty("refunds", profile.refunds().minorUnits());
            instant(json, "firstOrderedAt", profile.firstOrderedAt());
            instant(json, "lastOrderedAt", profile.lastOrderedAt());
            instant(json, "firstPaidAt", profile.firstPaidAt());
            instant(json, "lastPaidAt", profile.lastPaidAt());
            texts(json, "provinces", profile.provinces());
            texts(json, "lastItemCategories", profile.lastItemCategories());
            instant(json, "lastModifiedAt", profile.lastModifiedAt());
            reviews(json, profile.reviews());
            if (!profile.behaviour().isEmpty()) {
                json.writeName("behaviour");
                BuyerBehaviourJson.write(json, profile.behaviour());
            }
            MessagingJson.write(json, profile);
            json.writeEndObject();
        }
        return text.toString();
    }

    public static CustomerProfile read(BuyerId id, String text) {
        var fields = new Fields(JSON.std.mapFrom(text));
        var currency = Currency.getInstance(fields.text("currency"));
        return new CustomerProfile(
                id,
                fields.optionalText("name"),
                Optional.ofNullable(fields.optionalText("phone"))
                        .map(Phone::new)
                        .orElse(null),
                Optional.ofNullable(fields.optionalText("email"))
                        .map(Email::new)
                        .orElse(null),
                fields.flag("unreadablePhone"),
                fields.flag("unreadableEmail"),
                new Region(
                        fields.optionalText("country"), fields.optionalText("province"), fields.optionalText("city")),
                (int) fields.number("orders"),
                (int) fields.number("paidOrders"),
                fields.numberOrZero("openOrders"),
                (int) fields.number("unpaidClosedOrders"),
                fields.numberOrZero("refundedOrders"),
                fields.origins(),
                (int) fields.number("presaleOrders"),
                new Money(fields.number("spend"), currency),
                new Money(fields.number("refunds"), currency),
                fields.optionalInstant("firstOrderedAt"),
                fields.optionalInstant("lastOrderedAt"),
                fields.optionalInstant("firstPaidAt"),
                fields.optionalInstant("lastPaidAt"),
                fields.texts("provinces"),
                fields.texts("lastItemCategories"),
                fields.optionalInstant("lastModifiedAt"),
                fields.reviews(),
                fields.values().get("behaviour") instanceof Map<?, ?> behaviour
                        ? BuyerBehaviourJson.read(behaviour)
                        : BuyerBehaviour.NONE,
                MessagingJson.consents(fields.values().get(MessagingJson.CONSENTS)),
                MessagingJson.messages(fields.values().get(MessagingJson.MESSAGES)));
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void origins(JsonGenerator json, Map<Origin, Integer> orders) {
        json.writeObjectPropertyStart("origins");
        orders.forEach((origin, number) -> json.writeNumberProperty(origin.name(), number));
        json.writeEndObject();
    }

    private static void reviews(JsonGenerator json, ReviewScores reviews) {
        if (reviews.average() != null && reviews.lastScore() != null) {
            json.writeNumberProperty("reviews", reviews.count());
            json.writeNumberProperty("averageReviewScore", reviews.average());
            json.writeNumberProperty("lastReviewScore", reviews.lastScore());
        }
    }

    private static void flag(JsonGenerator json, String name, boolean value) {
        if (value) {
            json.writeBooleanProperty(name, true);
        }
    }

    private static void instant(JsonGenerator json, String name, @Nullable Instant value) {
        text(json, name, value == null ? null : value.toString());
    }

    private static void texts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private record Fields(Map<String, Object> values) {

        @Nullable
        String optionalText(String name) {
            return (String) values.get(name);
        }

        @Nullable
        Instant optionalInstant(String name) {
            var text = optionalText(name);
            return text == null ? null : Instant.parse(text);
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        String text(String name) {
            return (String) value(name);
        }

        long number(String name) {
            return ((Number) value(name)).longValue();
        }

        int numberOrZero(String name) {
            return values.containsKey(name) ? (int) number(name) : 0;
        }

        /** Before there were origins, only the orders placed on a phone were counted. */
        Map<Origin, Integer> origins() {
            if (!(values.get("origins") instanceof Map<?, ?> written)) {
                var mobile = numberOrZero("mobileOrders");
                return mobile == 0 ? Map.of() : Map.of(Origin.MOBILE, mobile);
            }
            var origins = new EnumMap<Origin, Integer>(Origin.class);
            written.forEach((origin, number) ->
                    origins.put(Origin.valueOf(String.valueOf(origin)), ((Number) number).intValue()));
            return origins;
        }

        ReviewScores reviews() {
            return values.containsKey("reviews")
                    ? new ReviewScores((int) number("reviews"), (int) number("averageReviewScore"), (int)
                            number("lastReviewScore"))
                    : ReviewScores.NONE;
        }

        List<String> texts(String name) {
            return ((List<?>) value(name)).stream().map(String::valueOf).toList();
        }

        private Object value(String name) {
            return Objects.requireNonNull(values.get(name), () -> "A stored profile lacks '" + name + "'.");
        }
    }
}
