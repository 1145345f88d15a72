package dev.groundswell.core.behaviour;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a behaviour event from plain values, as any JSON reader gives them: {@code buyerId}, {@code kind}, {@code itemId},
 * {@code category} and {@code at}, of which only the category may be absent. Unknown fields are ignored.
 */
public final class BehaviourEventReader {

    /** As of orders: nobody sold online before, and years have four digits. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** An event that is as it should be, or what is wrong with it. */
    public sealed interface Outcome {
        record Valid(BehaviourEvent event) implements Outcome {}

        record Invalid(Rejection rejection) implements Outcome {}
    }

    public Outcome read(Map<String, ?> values) {
        try {
            return new Outcome.Valid(event(values));
        } catch (Refused refused) {
            return new Outcome.Invalid(refused.rejection);
        }
    }

    private static BehaviourEvent event(Map<String, ?> values) {
        return new BehaviourEvent(
                new BuyerId(required("buyerId", text(values, "buyerId", BuyerId.MAX_LENGTH))),
                kind(required("kind", values.get("kind"))),
                required("itemId", text(values, "itemId", BehaviourEvent.MAX_ID)),
                text(values, "category", BehaviourEvent.MAX_ID),
                instant(required("at", values.get("at"))));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Refused(RejectionCode.MISSING, field, "is missing");
        }
        return value;
    }

    private static @Nullable String text(Map<String, ?> values, String field, int maxLength) {
        var value = values.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new Refused(RejectionCode.INVALID, field, "must be a string");
        }
        if (text.length() > maxLength) {
            throw new Refused(
                    RejectionCode.OUT_OF_RANGE,
                    field,
                    "has " + text.length() + " characters; the limit is " + maxLength);
        }
        if (text.isEmpty()) {
            throw new Refused(RejectionCode.INVALID, field, "must not be empty");
        }
        if (text.codePoints().anyMatch(BehaviourEventReader::isNoText)) {
            throw new Refused(RejectionCode.INVALID, field, "holds a control character, or half of a surrogate pair");
        }
        return text;
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static BehaviourKind kind(Object value) {
        for (var kind : BehaviourKind.values()) {
            if (kind.name().equals(value)) {
                return kind;
            }
        }
        throw new Refused(
                RejectionCode.INVALID,
                "kind",
                "must be one of "
                        + Arrays.stream(BehaviourKind.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    private static Instant instant(Object value) {
        if (!(value instanceof String text)) {
            throw notAnInstant();
        }
        try {
            return inRange(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noInstant) {
            throw notAnInstant();
        }
    }

    private static Instant inRange(Instant at) {
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new Refused(RejectionCode.OUT_OF_RANGE, "at", "must lie between " + EARLIEST + " and " + LATEST);
        }
        return at;
    }

    private static Refused notAnInstant() {
        return new Refused(
                RejectionCode.INVALID, "at", "must be a date and time with its offset, e.g. 2026-06-10T08:00:00+08:00");
    }

    /** Leaves the reading at the first field that is wrong. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Rejection rejection;

        Refused(RejectionCode code, String field, String what) {
            super(what, null, false, false);
            this.rejection = new Rejection(code, field, "The field " + field + " " + what + ".");
        }
    }
}
