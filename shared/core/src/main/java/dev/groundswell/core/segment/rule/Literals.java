package dev.groundswell.core.segment.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values as words: read by the kind of the field that they are compared with, and written so that they read the same. */
final class Literals {

    /** No sign, since nothing that is asked about is negative; and no exponent. */
    private static final Pattern DECIMAL =
            Pattern.compile("[0-9]{1,%d}(\\.[0-9]{1,%d})?".formatted(RuleLimits.MAX_DIGITS, RuleLimits.MAX_DECIMALS));

    private Literals() {}

    /** @param word without quotes; of a TEXT it is the text itself */
    static Optional<Literal> read(Field field, String word) {
        return switch (field.kind()) {
            case COUNT, MONEY, SCORE -> decimal(word).map(Literal.Decimal::new);
            case TIME -> Times.read(word);
            case TEXT -> Optional.of(new Literal.Text(word));
            case CHOICE -> choice(field, word);
            case FLAG -> flag(word);
        };
    }

    static Optional<BigDecimal> decimal(String word) {
        return DECIMAL.matcher(word).matches() ? Optional.of(new BigDecimal(word)) : Optional.empty();
    }

    static Optional<Long> wholeNumber(String word) {
        return decimal(word).filter(number -> number.scale() == 0).map(BigDecimal::longValueExact);
    }

    private static Optional<Literal> choice(Field field, String word) {
        var upper = word.toUpperCase(Locale.ROOT);
        return field.choices().contains(upper) ? Optional.of(new Literal.Text(upper)) : Optional.empty();
    }

    private static Optional<Literal> flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(new Literal.Flag(true));
            case "false" -> Optional.of(new Literal.Flag(false));
            default -> Optional.empty();
        };
    }

    /** As a value of a tree: without quotes. */
    static String word(Literal literal) {
        return switch (literal) {
            case Literal.Decimal decimal -> decimal.value().toPlainString();
            case Literal.Text text -> text.value();
            case Literal.Flag flag -> Boolean.toString(flag.value());
            case Literal.Day day -> Times.word(day);
            case Literal.RelativeDay day -> Times.word(day);
            case Literal.StoreTime time -> Times.word(time);
            case Literal.OffsetTime time -> Times.word(time);
            case Literal.RelativeTime time -> Times.word(time);
        };
    }

    /** As it stands in a text behind this field. */
    static String text(Field field, Literal literal) {
        return field.kind() == ValueKind.TEXT ? quoted(word(literal)) : word(literal);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** What a field needs, to go on after "needs". */
    static String needed(ValueKind kind) {
        return switch (kind) {
            case COUNT -> "a whole number";
            case MONEY -> "an amount of money";
            case SCORE -> "a number with at most two decimals";
            case TIME -> "a day or a time";
            case TEXT -> "a text in quotes";
            case CHOICE -> "one of its values";
            case FLAG -> "true or false";
        };
    }

    /** Values that could stand behind the field in a text: all there are of a choice, else some. */
    static List<String> examples(Field field) {
        return switch (field.kind()) {
            case COUNT -> List.of("1", "2", "5");
            case MONEY -> List.of("100", "99.90");
            case SCORE -> List.of("4", "4.5");
            case TIME -> List.of("-7d", "-30d", "-90d", "today", "yesterday", "2026-06-18", "2026-06-18T20:00:00");
            case TEXT -> List.of("'…'");
            case CHOICE -> field.choices();
            case FLAG -> List.of("true", "false");
        };
    }

    /** What to say of something that is no value of the field. */
    static String refusal(Field field, String shown) {
        return "%s needs %s, not %s.".formatted(field.word(), needed(field.kind()), shown);
    }

    /** What may have been meant by a word that is no value of the field; then values as there are. */
    static List<String> likely(Field field, String word) {
        return switch (field.kind()) {
            case CHOICE -> Words.likely(word, field.choices());
            case TEXT -> List.of(RuleCheck.isWritable(word) ? quoted(word) : "'…'");
            case TIME ->
                Stream.concat(Times.meant(word), examples(field).stream())
                        .distinct()
                        .toList();
            case COUNT, MONEY, SCORE, FLAG -> examples(field);
        };
    }
}
