package dev.groundswell.core.behaviour;

import dev.groundswell.core.behaviour.BehaviourEventReader.Outcome;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Taobao's behaviour file: rows without a header of user, item, category, {@code pv}, {@code fav}, {@code cart} or {@code
 * buy}, and the second, Unix time. It knows no removals.
 */
public final class TaobaoBehaviour {

    /** What the columns hold, by the names that a rejection tells. */
    public static final List<String> COLUMNS = List.of("user", "item", "category", "behaviour", "time");

    private static final Map<String, BehaviourKind> KINDS = Map.of(
            "pv", BehaviourKind.VIEW,
            "fav", BehaviourKind.FAVOURITE,
            "cart", BehaviourKind.CART,
            "buy", BehaviourKind.PURCHASE);

    private static final Map<String, String> COLUMN_OF_FIELD =
            Map.of("buyerId", "user", "itemId", "item", "category", "category", "kind", "behaviour", "at", "time");

    private final BehaviourEventReader reader = new BehaviourEventReader();

    /**
     * Reads one row.
     *
     * @param cells as many as {@link #COLUMNS}; blanks around them do not matter
     */
    public Outcome read(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            return invalid(
                    "",
                    "A row has " + COLUMNS.size() + " cells: " + String.join(", ", COLUMNS) + "; this one has "
                            + cells.size() + ".");
        }
        var row = cells.stream().map(String::strip).toList();
        var kind = KINDS.get(row.get(3));
        if (kind == null) {
            return invalid("behaviour", "The behaviour must be pv, fav, cart or buy.");
        }
        var at = second(row.get(4));
        return at.isPresent()
                ? inColumns(reader.read(values(row, kind, at.get())))
                : invalid("time", "The time must be a whole number of seconds since 1970, e.g. 1511848894.");
    }

    private static Map<String, Object> values(List<String> row, BehaviourKind kind, Instant at) {
        var values = new LinkedHashMap<String, Object>();
        values.put("buyerId", row.get(0));
        values.put("itemId", row.get(1));
        if (!row.get(2).isEmpty()) {
            values.put("category", row.get(2));
        }
        values.put("kind", kind.name());
        values.put("at", at.toString());
        return values;
    }

    private static Optional<Instant> second(String text) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        } catch (NumberFormatException | DateTimeException notASecond) {
            return Optional.empty();
        }
    }

    /** The same, with the column's name in place of the canonical field's. */
    private static Outcome inColumns(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Valid valid -> valid;
            case Outcome.Invalid(var rejection) -> {
                var column = COLUMN_OF_FIELD.getOrDefault(rejection.field(), rejection.field());
                yield new Outcome.Invalid(new Rejection(
                        rejection.code(),
                        column,
                        rejection.message().replace("The field " + rejection.field(), "The column " + column)));
            }
        };
    }

    private static Outcome invalid(String column, String message) {
        return new Outcome.Invalid(new Rejection(RejectionCode.INVALID, column, message));
    }
}
