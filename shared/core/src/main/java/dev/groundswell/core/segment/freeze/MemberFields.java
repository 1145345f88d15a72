package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member's values as people and programs read them, under the names that rules have for them. */
public final class MemberFields {

    /** Those that are kept of each customer, in their order. */
    public static final List<SegmentField> ALL = Arrays.stream(SegmentField.values())
            .filter(field -> field.column().isPresent())
            .toList();

    private MemberFields() {}

    /**
     * The value of a field: a {@link Long}, a {@link BigDecimal} in major units or points, a {@link Boolean}, or a text, which
     * for times is ISO 8601 in the store's zone.
     *
     * @return null where there is none
     */
    public static @Nullable Object value(AudienceRow row, SegmentField field, Store store) {
        var column = field.column().orElseThrow();
        var number = row.number(column);
        if (number == null) {
            return row.text(column);
        }
        return switch (field.kind()) {
            case COUNT -> number;
            case FLAG -> number != 0;
            case MONEY -> BigDecimal.valueOf(number, store.currency().getDefaultFractionDigits());
            case SCORE -> BigDecimal.valueOf(number, 2);
            case TIME ->
                Instant.ofEpochSecond(number)
                        .atZone(store.zone())
                        .toOffsetDateTime()
                        .toString();
            case TEXT, CHOICE -> throw new IllegalStateException(column + " holds no number.");
        };
    }
}
