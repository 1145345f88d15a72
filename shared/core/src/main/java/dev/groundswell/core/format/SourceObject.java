package dev.groundswell.core.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object of a source. Empty text counts as absent, as {@code null} does; what is of another type
 * than it has to be is refused by the path at which it stands.
 *
 * @param path where the object stands, e.g. {@code line_items[2].}; empty for the record itself
 */
record SourceObject(String path, Map<?, ?> values) {

    /** Whole numbers up to here are exact as doubles; greater ones have lost digits before we saw them. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    static SourceObject of(Map<String, ?> record) {
        return new SourceObject("", record);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean hasAny(List<String> names) {
        for (var name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    /** Text, or a whole number as text. */
    @Nullable
    String text(String name) {
        return switch (values.get(name)) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number when number.bitLength() <= Long.SIZE * 2 -> number.toString();
            case Double number
            when Math.rint(number) == number && Math.abs(number) < EXACT -> String.valueOf(number.longValue());
            default -> throw Refusal.invalid(path + name, "must be text or a whole number with all its digits");
        };
    }

    /** The first of the fields that has text. */
    @Nullable
    String firstText(String... names) {
        for (var name : names) {
            var text = text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    String requiredText(String name) {
        return Refusal.required(path + name, text(name));
    }

    /** An id that counts from one: platforms write 0 for none. */
    @Nullable
    String id(String name) {
        var id = text(name);
        return "0".equals(id) ? null : id;
    }

    @Nullable
    BigDecimal decimal(String name) {
        var value = values.get(name);
        return value == null || "".equals(value) ? null : Amounts.decimal(path + name, value);
    }

    /** A canonical amount. */
    @Nullable
    String amount(String name) {
        var decimal = decimal(name);
        return decimal == null ? null : Amounts.canonical(path + name, decimal);
    }

    String requiredAmount(String name) {
        return Refusal.required(path + name, amount(name));
    }

    @Nullable
    Integer integer(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notOne) {
            throw Refusal.invalid(path + name, "must be a whole number, not " + Refusal.shown(text));
        }
    }

    /** {@code true} as a boolean or as text; anything else is false. */
    boolean flag(String name) {
        return "true".equalsIgnoreCase(String.valueOf(values.get(name)));
    }

    /** @throws Refusal if there is something that is not written so */
    @Nullable
    OffsetDateTime time(String name, TimeFormat format) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var time = format.parse(text);
        if (time == null) {
            throw Refusal.invalid(path + name, "must be a time as the platform writes it, not " + Refusal.shown(text));
        }
        return time;
    }

    /** The object of that name, without fields where there is none; PHP writes an object without fields as an empty list. */
    SourceObject object(String name) {
        return switch (values.get(name)) {
            case null -> new SourceObject(path + name + ".", Map.of());
            case Map<?, ?> fields -> new SourceObject(path + name + ".", fields);
            case List<?> list when list.isEmpty() -> new SourceObject(path + name + ".", Map.of());
            default -> throw Refusal.invalid(path + name, "must be an object");
        };
    }

    /** The objects of the list of that name. */
    List<SourceObject> objects(String name) {
        var list = switch (values.get(name)) {
            case null -> List.of();
            case List<?> elements -> elements;
            default -> throw Refusal.invalid(path + name, "must be a list");
        };
        var objects = new ArrayList<SourceObject>(list.size());
        for (var i = 0; i < list.size(); i++) {
            var place = path + name + "[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> fields)) {
                throw Refusal.invalid(place, "must be an object");
            }
            objects.add(new SourceObject(place + ".", fields));
        }
        return objects;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
