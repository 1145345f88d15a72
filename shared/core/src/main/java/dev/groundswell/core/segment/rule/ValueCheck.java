package dev.groundswell.core.segment.rule;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether a value can be compared with a field. */
final class ValueCheck {

    private static final long MINUTES_A_YEAR = 366 * 24 * 60;

    private ValueCheck() {}

    /** A sentence; empty for a good value. */
    static Optional<String> problem(Field field, Literal value) {
        return switch (value) {
            case Literal.Decimal decimal -> ofDecimal(field, decimal.value());
            case Literal.Text text -> ofText(field, text);
            case Literal.Flag flag -> unless(field.kind() == ValueKind.FLAG, mismatch(field, flag));
            case Literal.Day day -> ofTime(field, day, isInRange(day.day().getYear()));
            case Literal.RelativeDay day ->
                ofTime(field, day, Math.abs((long) day.days()) <= most(Literal.TimeUnit.DAY));
            case Literal.StoreTime time -> ofTime(field, time, isInRange(time.time()));
            case Literal.OffsetTime time ->
                ofTime(
                        field,
                        time,
                        isInRange(time.time().toLocalDateTime())
                                && isMinutes(time.time().getOffset()));
            case Literal.RelativeTime time -> ofTime(field, time, Math.abs((long) time.amount()) <= most(time.unit()));
        };
    }

    private static Optional<String> unless(boolean isGood, String message) {
        return isGood ? Optional.empty() : Optional.of(message);
    }

    private static String mismatch(Field field, Literal value) {
        return Literals.refusal(field, Shown.of(Literals.word(value)));
    }

    private static Optional<String> ofDecimal(Field field, BigDecimal value) {
        var decimals = switch (field.kind()) {
            case COUNT -> 0;
            case SCORE -> 2;
            case MONEY -> RuleLimits.MAX_DECIMALS;
            case TIME, TEXT, CHOICE, FLAG -> -1;
        };
        var isGood = value.signum() >= 0
                && value.scale() <= decimals
                && value.precision() - value.scale() <= RuleLimits.MAX_DIGITS;
        return unless(isGood, mismatch(field, new Literal.Decimal(value)));
    }

    private static Optional<String> ofText(Field field, Literal.Text text) {
        return switch (field.kind()) {
            case TEXT ->
                unless(
                        RuleCheck.isWritable(text.value()),
                        "A text has at most %d characters, none of them a control character."
                                .formatted(RuleLimits.MAX_TEXT_VALUE));
            case CHOICE -> unless(field.choices().contains(text.value()), mismatch(field, text));
            case COUNT, MONEY, SCORE, TIME, FLAG -> Optional.of(mismatch(field, text));
        };
    }

    private static Optional<String> ofTime(Field field, Literal time, boolean isInRange) {
        if (field.kind() != ValueKind.TIME) {
            return Optional.of(mismatch(field, time));
        }
        return unless(
                isInRange,
                "%s is out of range: times are whole seconds of the years %d to %d, or at most %d years away."
                        .formatted(
                                Shown.of(Literals.word(time)),
                                RuleLimits.FIRST_YEAR,
                                RuleLimits.LAST_YEAR,
                                RuleLimits.MAX_YEARS));
    }

    private static boolean isInRange(int year) {
        return year >= RuleLimits.FIRST_YEAR && year <= RuleLimits.LAST_YEAR;
    }

    private static boolean isInRange(LocalDateTime time) {
        return isInRange(time.getYear()) && time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Offsets with seconds were given up before there were computers. */
    private static boolean isMinutes(ZoneOffset offset) {
        return offset.getTotalSeconds() % 60 == 0;
    }

    private static long most(Literal.TimeUnit unit) {
        return switch (unit) {
            case MINUTE -> RuleLimits.MAX_YEARS * MINUTES_A_YEAR;
            case HOUR -> RuleLimits.MAX_YEARS * MINUTES_A_YEAR / 60;
            case DAY -> RuleLimits.MAX_YEARS * 366L;
            case WEEK -> RuleLimits.MAX_YEARS * 53L;
            case MONTH -> RuleLimits.MAX_YEARS * 12L;
            case YEAR -> RuleLimits.MAX_YEARS;
        };
    }
}
