package dev.groundswell.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount in whole minor units (cents, fen; yen where the currency has none).
 *
 * @param minorUnits may be negative in differences; never in an order
 */
public record Money(long minorUnits, Currency currency) {

    /** The canonical form of order changes: no sign, at most two decimals, at most 15 digits before them. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,2})?");

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal in major units, e.g. {@code "71.94"}.
     *
     * @return empty if it is not of that form, or finer than the currency's minor unit
     */
    public static Optional<Money> parse(String decimal, Currency currency) {
        if (!DECIMAL.matcher(decimal).matches()) {
            return Optional.empty();
        }
        var point = decimal.indexOf('.');
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var decimals = point < 0 ? "" : decimal.substring(point + 1);
        if (decimals.length() > digits) {
            var finer = decimals.substring(digits);
            if (!finer.chars().allMatch(digit -> digit == '0')) {
                return Optional.empty();
            }
            decimals = decimals.substring(0, digits);
        }
        var major = point < 0 ? decimal : decimal.substring(0, point);
        return Optional.of(new Money(
                Long.parseLong(major + decimals + "0".repeat(digits - decimals.length())), currency));
    }

    /**
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException      if the sum exceeds 63 bits
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency + ".");
        }
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    /** This amount shared among {@code count}, rounded half up to the minor unit; empty for none. */
    public Optional<Money> dividedBy(long count) {
        if (count == 0) {
            return Optional.empty();
        }
        var share = BigDecimal.valueOf(minorUnits).divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP);
        return Optional.of(new Money(share.longValueExact(), currency));
    }

    /** In major units, with all the currency's decimals: {@code 71.94}. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()));
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency;
    }
}
