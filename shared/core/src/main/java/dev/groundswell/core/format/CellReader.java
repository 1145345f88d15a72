package dev.groundswell.core.format;

import dev.groundswell.core.format.ColumnMapping.AmountForm;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads cells into canonical values, in the words and forms of one mapping. */
final class CellReader {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(?:\\.0{1,6})?");
    private static final int MAX_FLAG = 5;
    private static final int MAX_SCORE = 5;

    private final ColumnMapping mapping;
    private final List<TimeFormat> formats;
    private final Pattern amount;

    /** @param storeZone where the mapping names none */
    CellReader(ColumnMapping mapping, ZoneId storeZone) {
        var zone = Objects.requireNonNullElse(mapping.times().zone(), storeZone);
        this.mapping = mapping;
        this.formats = mapping.times().formats().stream()
                .map(format -> new TimeFormat(format, zone))
                .toList();
        this.amount = amount(mapping.amounts());
    }

    /** Groups are checked, so that 1,23 never passes for 123. */
    private static Pattern amount(AmountForm form) {
        var thousands = form.thousands();
        var group = thousands == null ? "(?!)" : Pattern.quote(thousands.toString());
        return Pattern.compile("([-+]?(?:[0-9]{1,15}|[0-9]{1,3}(?:" + group + "[0-9]{2,3}){0,5}" + group
                + "[0-9]{3}))(?:" + Pattern.quote(String.valueOf(form.decimal())) + "([0-9]{0,10}))?");
    }

    /** Whether an order change may hold this text in the field; constants are written as order changes are, not as the file is. */
    static boolean isConstant(MappedField field, String value) {
        return switch (field.kind()) {
            case STATUS -> status(value) != null;
            case ORIGIN -> origin(value) != null;
            case CURRENCY -> CURRENCY.matcher(value).matches();
            case MONEY, GIVEN_BACK -> Pattern.matches("[0-9]{1,15}(\\.[0-9]{1,2})?", value);
            case FLAG -> isWhole(value, 0, MAX_FLAG);
            case SCORE -> isWhole(value, 1, MAX_SCORE);
            case TEXT, SHORT_TEXT -> true;
            case ID, TIME, PERSONAL, ADDRESS -> false;
        };
    }

    /** The constant as an order change has it. */
    static Object constant(MappedField field, String value) {
        return switch (field.kind()) {
            case FLAG, SCORE -> Integer.valueOf(value);
            case ORIGIN -> List.of(value);
            default -> value;
        };
    }

    /**
     * @param column as a rejection names it
     * @return the canonical value; {@code null} where the cell says nothing that an order change could hold
     * @throws Refusal if it should say something and does not
     */
    @Nullable
    Object read(MappedField field, String column, String cell) {
        return switch (field.kind()) {
            case ID, TEXT -> cell;
            case SHORT_TEXT -> Texts.cut(cell, Texts.PAYMENT_METHOD);
            case STATUS -> statusOf(column, cell).name();
            case TIME -> time(column, cell);
            case MONEY -> Amounts.canonical(column, amount(column, cell));
            case GIVEN_BACK -> Amounts.canonical(column, amount(column, cell).abs());
            case CURRENCY -> cell.toUpperCase(Locale.ROOT);
            case ORIGIN -> originOf(cell);
            case FLAG -> whole(column, cell, 0, MAX_FLAG);
            case SCORE -> whole(column, cell, 1, MAX_SCORE);
            case PERSONAL -> personal(field, cell);
            case ADDRESS -> Texts.webAddress(cell);
        };
    }

    private static @Nullable String personal(MappedField field, String cell) {
        return switch (field) {
            case BUYER_PHONE -> Personal.phone(cell);
            case BUYER_EMAIL -> Personal.email(cell);
            default -> Personal.name(cell);
        };
    }

    OffsetDateTime time(String column, String cell) {
        for (var format : formats) {
            var time = format.parse(cell);
            if (time != null) {
                return time;
            }
        }
        throw Refusal.invalid(
                column,
                "must be a time written as "
                        + String.join(" or ", mapping.times().formats()) + ", not " + Refusal.shown(cell));
    }

    BigDecimal amount(String column, String cell) {
        var digits = cell;
        for (var ignored : mapping.amounts().ignored()) {
            digits = digits.replace(ignored, "");
        }
        var matcher = amount.matcher(digits.strip());
        if (!matcher.matches()) {
            throw Refusal.invalid(
                    column,
                    "must be an amount whose decimal separator is '"
                            + mapping.amounts().decimal() + "', not " + Refusal.shown(cell));
        }
        var thousands = mapping.amounts().thousands();
        var whole = thousands == null ? matcher.group(1) : matcher.group(1).replace(thousands.toString(), "");
        var decimals = matcher.group(2);
        return Amounts.decimal(column, decimals == null ? whole : whole + "." + decimals);
    }

    int whole(String column, String cell, int min, int max) {
        var matcher = WHOLE.matcher(cell);
        if (!matcher.matches() || !isWhole(matcher.group(1), min, max)) {
            throw Refusal.invalid(
                    column, "must be a whole number from " + min + " to " + max + ", not " + Refusal.shown(cell));
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static boolean isWhole(String text, int min, int max) {
        return Pattern.matches("[0-9]{1,9}", text) && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max;
    }

    private OrderStatus statusOf(String column, String cell) {
        var word = cell.toLowerCase(Locale.ROOT);
        var status =
                mapping.statusWords().containsKey(word) ? mapping.statusWords().get(word) : status(cell);
        if (status == null) {
            throw Refusal.invalid(
                    column,
                    "must be a status word that the mapping knows, not " + Refusal.shown(cell) + "; it knows "
                            + known(mapping.statusWords()));
        }
        return status;
    }

    private static String known(Map<String, OrderStatus> words) {
        return words.isEmpty()
                ? Arrays.stream(OrderStatus.values()).map(Enum::name).collect(Collectors.joining(", "))
                : String.join(", ", words.keySet());
    }

    private @Nullable List<String> originOf(String cell) {
        var word = cell.toLowerCase(Locale.ROOT);
        var origin =
                mapping.originWords().containsKey(word) ? mapping.originWords().get(word) : origin(cell);
        return origin == null ? null : List.of(origin.name());
    }

    private static @Nullable OrderStatus status(String name) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Origin origin(String name) {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
