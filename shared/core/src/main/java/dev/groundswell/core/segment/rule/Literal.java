package dev.groundswell.core.segment.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** A value that a rule names. */
public sealed interface Literal {

    /** Of a COUNT, a MONEY (major units) or a SCORE; without trailing zeros after the point, so that equal ones are equal. */
    record Decimal(BigDecimal value) implements Literal {

        private static final int MAX_SCALE = 30;
        private static final int MAX_BITS = 128;

        /** @throws IllegalArgumentException if it is not {@linkplain #isShort short} */
        public Decimal {
            if (!isShort(value)) {
                throw new IllegalArgumentException("A value of a rule has fewer digits.");
            }
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }

        /** Whether it can be written out at no cost: 1e999999999 would fill the memory. All amounts are far shorter. */
        static boolean isShort(BigDecimal value) {
            return Math.abs((long) value.scale()) <= MAX_SCALE
                    && value.unscaledValue().bitLength() <= MAX_BITS;
        }
    }

    /** Of a TEXT or a CHOICE. */
    record Text(String value) implements Literal {}

    record Flag(boolean value) implements Literal {}

    /**
     * A whole day of the store's zone: {@code = 2026-06-18} is any time of it, {@code >} after its end, {@code >=} from its
     * beginning on, {@code <=} until its end, {@code <} before its beginning.
     */
    record Day(LocalDate day) implements Literal {}

    /** A whole day so many days from today: 0 is {@code today}, -1 is {@code yesterday}. */
    record RelativeDay(int days) implements Literal {}

    /** An instant by the store's clock, in whole seconds. */
    record StoreTime(LocalDateTime time) implements Literal {}

    /** An instant with its offset, in whole seconds. */
    record OffsetTime(OffsetDateTime time) implements Literal {}

    /** An instant so long before (negative) or after now, by the store's calendar: {@code -90d}. */
    record RelativeTime(int amount, TimeUnit unit) implements Literal {}

    /** The units of {@link RelativeTime}. */
    enum TimeUnit {
        MINUTE("min"),
        HOUR("h"),
        DAY("d"),
        WEEK("w"),
        MONTH("m"),
        YEAR("y");

        private final String sign;

        TimeUnit(String sign) {
            this.sign = sign;
        }

        /** As it is written in rules, behind the amount. */
        public String sign() {
            return sign;
        }
    }
}
