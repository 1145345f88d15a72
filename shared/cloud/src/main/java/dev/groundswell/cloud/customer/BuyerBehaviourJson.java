package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.behaviour.EventTime;
import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.core.behaviour.BuyerBehaviour;
import dev.groundswell.core.behaviour.ItemInterest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The behaviour of a profile as JSON, kept short since it is written with every change of the profile: an item is {@code
 * ["item","time","category"]}, counts are five numbers, a day is its date and its counts.
 */
final class BuyerBehaviourJson {

    private BuyerBehaviourJson() {}

    static void write(JsonGenerator json, BuyerBehaviour behaviour) {
        json.writeStartObject();
        time(json, "viewedAt", behaviour.lastViewedAt());
        time(json, "favouritedAt", behaviour.lastFavouritedAt());
        time(json, "cartedAt", behaviour.lastCartedAt());
        items(json, "viewed", behaviour.viewedLately());
        items(json, "favourites", behaviour.favourites());
        items(json, "cart", behaviour.cart());
        json.writeNumberProperty("favouriteItems", behaviour.favouriteItems());
        json.writeNumberProperty("cartItems", behaviour.cartItems());
        json.writeArrayPropertyStart("counts");
        counts(json, behaviour.counts());
        json.writeEndArray();
        json.writeArrayPropertyStart("days");
        for (var day : behaviour.days()) {
            json.writeStartArray();
            json.writeString(day.day().toString());
            counts(json, day.counts());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static BuyerBehaviour read(Map<?, ?> values) {
        return new BuyerBehaviour(
                time(values, "viewedAt"),
                time(values, "favouritedAt"),
                time(values, "cartedAt"),
                items(values, "viewed"),
                items(values, "favourites"),
                items(values, "cart"),
                number(value(values, "favouriteItems")),
                number(value(values, "cartItems")),
                counts(list(value(values, "counts"))),
                list(value(values, "days")).stream().map(day -> day(list(day))).toList());
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant at) {
        if (at != null) {
            json.writeStringProperty(name, EventTime.write(at));
        }
    }

    private static void items(JsonGenerator json, String name, List<ItemInterest> items) {
        json.writeArrayPropertyStart(name);
        for (var item : items) {
            json.writeStartArray();
            json.writeString(item.itemId());
            json.writeString(EventTime.write(item.at()));
            var category = item.category();
            if (category != null) {
                json.writeString(category);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, BehaviourCounts counts) {
        json.writeNumber(counts.views());
        json.writeNumber(counts.favourites());
        json.writeNumber(counts.cartAdds());
        json.writeNumber(counts.purchases());
        json.writeNumber(counts.removals());
    }

    private static @Nullable Instant time(Map<?, ?> values, String name) {
        return EventTime.readOptional((String) values.get(name));
    }

    private static List<ItemInterest> items(Map<?, ?> values, String name) {
        return list(value(values, name)).stream().map(item -> item(list(item))).toList();
    }

    private static ItemInterest item(List<?> parts) {
        return new ItemInterest(
                String.valueOf(parts.get(0)),
                parts.size() > 2 ? String.valueOf(parts.get(2)) : null,
                EventTime.read(String.valueOf(parts.get(1))));
    }

    private static BuyerBehaviour.Day day(List<?> parts) {
        return new BuyerBehaviour.Day(
                LocalDate.parse(String.valueOf(parts.getFirst())), counts(parts.subList(1, parts.size())));
    }

    private static BehaviourCounts counts(List<?> numbers) {
        return new BehaviourCounts(
                number(numbers.get(0)),
                number(numbers.get(1)),
                number(numbers.get(2)),
                number(numbers.get(3)),
                number(numbers.get(4)));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Object value(Map<?, ?> values, String name) {
        return Objects.requireNonNull(values.get(name), () -> "A stored profile's behaviour lacks '" + name + "'.");
    }
}
