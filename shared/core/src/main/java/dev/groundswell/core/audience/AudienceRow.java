package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of one customer: what rules ask about, and what a message needs.
 *
 * @param version of the profile that it was derived from; of two rows of a customer the greater one counts
 * @param numbers by column of kind NUMBER; a value that is not there is absent
 * @param texts   by column of kind TEXT, likewise
 */
public record AudienceRow(
        BuyerId buyer,
        long version,
        @Nullable String name,
        @Nullable Phone phone,
        @Nullable Email email,
        Map<Column, Long> numbers,
        Map<Column, String> texts) {

    public AudienceRow {
        numbers = ordered(numbers, Column.Kind.NUMBER);
        texts = ordered(texts, Column.Kind.TEXT);
    }

    public @Nullable Long number(Column column) {
        return numbers.get(column);
    }

    public @Nullable String text(Column column) {
        return texts.get(column);
    }

    private static <V> Map<Column, V> ordered(Map<Column, V> values, Column.Kind kind) {
        var ordered = new EnumMap<Column, V>(Column.class);
        values.forEach((column, value) -> {
            if (column.kind() != kind) {
                throw new IllegalArgumentException(column + " does not hold a " + kind + ".");
            }
            ordered.put(column, value);
        });
        return Collections.unmodifiableMap(ordered);
    }

    /** Never a name or an address in a log. */
    @Override
    public String toString() {
        return "AudienceRow[" + buyer + ", version " + version + "]";
    }
}
