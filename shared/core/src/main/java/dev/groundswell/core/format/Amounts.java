package dev.groundswell.core.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as sources write them, and as order changes have them: text with two decimals. */
final class Amounts {

    /** As many digits before the point as the canonical form allows. */
    private static final int MAX_DIGITS = 15;

    /** What order changes carry; a currency with fewer has zeros there. */
    private static final int DECIMALS = 2;

    /** Binary fractions are cut here: 29.349999999999998 was written 29.35. */
    private static final int BINARY_DECIMALS = 6;

    private static final Pattern WRITTEN = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{0,20})?");

    private static final String FORM = "must be an amount like 71.94";

    private Amounts() {}

    /**
     * @param value text or a number
     * @throws Refusal if it is no decimal number, or one beyond any price
     */
    static BigDecimal decimal(String field, Object value) {
        return switch (value) {
            case String text when WRITTEN.matcher(text.strip()).matches() -> new BigDecimal(text.strip());
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> inRange(field, BigDecimal.valueOf(number));
            case BigInteger number -> inRange(field, new BigDecimal(number));
            case BigDecimal number -> inRange(field, number);
            case Double number
            when Double.isFinite(number) ->
                inRange(field, BigDecimal.valueOf(number)).setScale(BINARY_DECIMALS, RoundingMode.HALF_UP);
            case Float number
            when Float.isFinite(number) ->
                inRange(field, BigDecimal.valueOf(number)).setScale(BINARY_DECIMALS, RoundingMode.HALF_UP);
            default -> throw Refusal.invalid(field, FORM + ", not " + Refusal.shown(value));
        };
    }

    private static BigDecimal inRange(String field, BigDecimal number) {
        if ((long) number.precision() - number.scale() > MAX_DIGITS
                || number.scale() > 1_000
                || number.scale() < -MAX_DIGITS) {
            throw Refusal.outOfRange(field, "has more than " + MAX_DIGITS + " digits before the point");
        }
        return number;
    }

    /** @throws Refusal if it is negative, or finer than order changes can say */
    static String canonical(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw Refusal.invalid(field, "must not be negative");
        }
        try {
            return amount.setScale(DECIMALS, RoundingMode.UNNECESSARY).toPlainString();
        } catch (ArithmeticException tooFine) {
            throw Refusal.invalid(field, "must have no more than two decimals, not " + Refusal.shown(amount));
        }
    }

    /** For amounts that a source computes by division: rounded half up to the currency's minor unit, two decimals at most. */
    static String rounded(String field, BigDecimal amount, @Nullable Currency currency) {
        var digits = currency == null ? DECIMALS : Math.clamp(currency.getDefaultFractionDigits(), 0, DECIMALS);
        return canonical(field, amount.setScale(digits, RoundingMode.HALF_UP));
    }

    static @Nullable Currency currency(@Nullable String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
