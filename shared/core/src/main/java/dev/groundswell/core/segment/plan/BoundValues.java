package dev.groundswell.core.segment.plan;

import dev.groundswell.core.segment.rule.Field;
import dev.groundswell.core.segment.rule.Literal;
import dev.groundswell.core.segment.rule.Operator;
import dev.groundswell.core.segment.rule.Test;
import dev.groundswell.core.segment.rule.ValueKind;
import dev.groundswell.core.store.Store;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What tests and their literals mean in a store at an instant: whole numbers as columns have them, or texts. */
record BoundValues(Store store, Instant now) {

    /** Of columns with hundredths. */
    private static final int SCORE_DIGITS = 2;

    ValueTest test(Field field, Test test) throws Refusal {
        var isText = field.kind() == ValueKind.TEXT || field.kind() == ValueKind.CHOICE;
        return isText ? textTest(field, test) : numberTest(field, test);
    }

    private NumberTest numberTest(Field field, Test test) throws Refusal {
        return switch (test) {
            case Test.Compare(var operator, var value) -> Comparisons.test(operator, span(field, value));
            case Test.Between(var low, var high) ->
                NumberTest.in(
                        new Span(span(field, low).from(), span(field, high).to()));
            case Test.OneOf(var negated, var values) -> new NumberTest(spans(field, values), negated);
            case Test.Known(var known) -> new NumberTest(List.of(Span.ALL), !known);
        };
    }

    private static TextTest textTest(Field field, Test test) throws Refusal {
        return switch (test) {
            case Test.Compare(var operator, var value)
            when operator == Operator.EQUAL -> TextTest.in(texts(field, List.of(value)));
            case Test.Compare(var operator, var value)
            when operator == Operator.NOT_EQUAL ->
                TextTest.in(texts(field, List.of(value))).negate();
            case Test.Compare _, Test.Between _ ->
                throw new Refusal(
                        field.word() + " is a text: it can be equal to another, and nothing else.",
                        List.of("=", "!=", "IN", "NOT IN"));
            case Test.OneOf(var negated, var values) -> {
                var oneOf = TextTest.in(texts(field, values));
                yield negated ? oneOf.negate() : oneOf;
            }
            case Test.Known(var known) -> known ? TextTest.KNOWN : TextTest.KNOWN.negate();
        };
    }

    private static List<String> texts(Field field, List<Literal> values) throws Refusal {
        var texts = new ArrayList<String>();
        for (var value : values) {
            if (!(value instanceof Literal.Text(var text))) {
                throw unlike(field);
            }
            texts.add(text);
        }
        return texts;
    }

    private List<Span> spans(Field field, List<Literal> values) throws Refusal {
        var spans = new ArrayList<Span>();
        for (var value : values) {
            spans.add(span(field, value));
        }
        return spans;
    }

    /** The numbers that a literal stands for: one, or all the seconds of a day. */
    private Span span(Field field, Literal literal) throws Refusal {
        return switch (literal) {
            case Literal.Decimal(var value) -> number(field, value);
            case Literal.Flag(var value) when field.kind() == ValueKind.FLAG -> one(value ? 1 : 0);
            case Literal.Flag _, Literal.Text _ -> throw unlike(field);
            case Literal.Day _,
                    Literal.RelativeDay _,
                    Literal.StoreTime _,
                    Literal.OffsetTime _,
                    Literal.RelativeTime _ -> time(field, literal);
        };
    }

    private Span number(Field field, BigDecimal value) throws Refusal {
        return switch (field.kind()) {
            case COUNT -> scaled(field, value, 0, "counts whole things");
            case MONEY ->
                scaled(
                        field,
                        value,
                        Math.max(0, store.currency().getDefaultFractionDigits()),
                        "is an amount in " + store.currency());
            case SCORE -> scaled(field, value, SCORE_DIGITS, "is a score in hundredths");
            case TIME, TEXT, CHOICE, FLAG -> throw unlike(field);
        };
    }

    private static Span scaled(Field field, BigDecimal value, int digits, String what) throws Refusal {
        try {
            return one(value.movePointRight(digits).longValueExact());
        } catch (ArithmeticException tooFineOrTooLarge) {
            var decimals = digits == 0 ? "without decimals" : "with at most " + digits + " decimals";
            throw new Refusal("%s %s, %s: not %s.".formatted(field.word(), what, decimals, value.toPlainString()));
        }
    }

    private Span time(Field field, Literal literal) throws Refusal {
        if (field.kind() != ValueKind.TIME) {
            throw unlike(field);
        }
        try {
            return time(literal);
        } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
            throw new Refusal(field.word() + " is compared with a time that no calendar has.");
        }
    }

    private Span time(Literal literal) {
        return switch (literal) {
            case Literal.Day(var day) -> day(day);
            case Literal.RelativeDay(var days) -> day(today().plusDays(days));
            case Literal.StoreTime(var time) -> one(time.atZone(store.zone()).toEpochSecond());
            case Literal.OffsetTime(var time) -> one(time.toEpochSecond());
            case Literal.RelativeTime(var amount, var unit) ->
                one(moved(amount, unit).toEpochSecond());
            case Literal.Decimal _, Literal.Text _, Literal.Flag _ ->
                throw new IllegalArgumentException(literal + " is no time.");
        };
    }

    /** By the store's calendar: a day before is the same time of the day before, also where clocks changed between. */
    private ZonedDateTime moved(int amount, Literal.TimeUnit unit) {
        var time = now.atZone(store.zone());
        return switch (unit) {
            case MINUTE -> time.plusMinutes(amount);
            case HOUR -> time.plusHours(amount);
            case DAY -> time.plusDays(amount);
            case WEEK -> time.plusWeeks(amount);
            case MONTH -> time.plusMonths(amount);
            case YEAR -> time.plusYears(amount);
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, store.zone());
    }

    private Span day(LocalDate day) {
        return new Span(startOf(day), startOf(day.plusDays(1)) - 1);
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(store.zone()).toEpochSecond();
    }

    /** Of a promotion: from the beginning of its first day to the end of its last. */
    Span days(LocalDate first, LocalDate last) {
        return new Span(day(first).from(), day(last).to());
    }

    private static Span one(long number) {
        return new Span(number, number);
    }

    private static Refusal unlike(Field field) {
        return new Refusal("%s is a %s and cannot be compared with that.".formatted(field.word(), field.kind()));
    }
}
