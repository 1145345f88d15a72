package dev.groundswell.core.format;

import dev.groundswell.core.format.ColumnMapping.AmountForm;
import dev.groundswell.core.format.ColumnMapping.BuyerMeaning;
import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.format.ColumnMapping.Problem;
import dev.groundswell.core.format.ColumnMapping.Reading;
import dev.groundswell.core.format.ColumnMapping.RowMeaning;
import dev.groundswell.core.format.ColumnMapping.TimeForm;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one mapping, and gathers everything that is wrong with it instead of stopping at the first. */
final class ColumnMappingReader {

    /** Headers, words, patterns: nobody writes longer ones. */
    private static final int MAX_TEXT = 200;

    private static final int MAX_NOTE = 1_000;

    /** Status and origin words: above it somebody mapped a column of free text. */
    private static final int MAX_WORDS = 200;

    /** Patterns tried for each cell, so each costs time for every row. */
    private static final int MAX_FORMATS = 8;

    /** Columns joined into one field. */
    private static final int MAX_JOINED = 5;

    private static final Duration LONGEST_UNPAID = Duration.ofDays(400);

    private static final Set<String> DECIMALS = Set.of(".", ",");
    private static final Set<String> THOUSANDS = Set.of(",", ".", " ", "'", "\u00A0", "\u202F");

    private final List<Problem> problems = new ArrayList<>();

    Reading read(Map<String, ?> values) {
        var keys = new Keys("", values);
        var mapping = mapping(keys);
        keys.refuseOthers();
        checkSense(mapping);
        return problems.isEmpty() ? new Reading.Valid(mapping) : new Reading.Invalid(problems);
    }

    private ColumnMapping mapping(Keys keys) {
        return new ColumnMapping(
                keys.text("note", MAX_NOTE),
                file(keys.object("file")),
                Objects.requireNonNullElse(keys.constant("rows", RowMeaning.class), RowMeaning.ONE_PER_ORDER),
                Objects.requireNonNullElse(keys.constant("buyers", BuyerMeaning.class), BuyerMeaning.BY_COLUMN),
                columns(keys.object("columns"), MappedField::of, pathsOf(MappedField.values(), MappedField::path)),
                columns(
                        keys.object("itemColumns"),
                        MappedItemField::of,
                        pathsOf(MappedItemField.values(), MappedItemField::path)),
                constants(keys.object("constants")),
                words(keys.object("statusWords"), OrderStatus.class),
                words(keys.object("originWords"), Origin.class),
                times(keys.object("times")),
                amounts(keys.object("amounts")),
                Set.copyOf(keys.texts("absentWords", MAX_WORDS)),
                duration(keys));
    }

    private FileHints file(Keys file) {
        var encoding = file.text("encoding", MAX_TEXT);
        if (encoding != null && !isCharset(encoding)) {
            file.problem("encoding", "'" + encoding + "' is no character set; UTF-8 and GB18030 are.");
        }
        var delimiter = file.text("delimiter", MAX_TEXT);
        if (delimiter != null && delimiter.length() != 1) {
            file.problem("delimiter", "The delimiter is one character, such as a comma, a semicolon or a tab.");
        }
        file.refuseOthers();
        return new FileHints(encoding, delimiter == null ? null : delimiter.charAt(0));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException notAName) {
            return false;
        }
    }

    private <F> Map<F, List<String>> columns(
            Keys keys, Function<String, java.util.Optional<F>> fieldOf, String fields) {
        var columns = new LinkedHashMap<F, List<String>>();
        for (var path : keys.names()) {
            var headers = keys.textOrTexts(path, MAX_JOINED);
            fieldOf.apply(path)
                    .ifPresentOrElse(
                            field -> columns.put(field, headers),
                            () -> keys.problem(
                                    path, "An order change has no field '" + path + "'; it has " + fields + "."));
        }
        columns.values().removeIf(List::isEmpty);
        return columns;
    }

    private Map<MappedField, String> constants(Keys keys) {
        var constants = new LinkedHashMap<MappedField, String>();
        for (var path : keys.names()) {
            var value = keys.text(path, MAX_TEXT);
            var field = MappedField.of(path).filter(MappedField::canBeConstant);
            if (field.isEmpty()) {
                keys.problem(path, "A constant can be given for " + constantFields() + ".");
            } else if (value != null && !CellReader.isConstant(field.get(), value)) {
                keys.problem(path, "'" + value + "' is not what an order change has in " + path + ".");
            } else if (value != null) {
                constants.put(field.get(), value);
            }
        }
        return constants;
    }

    private static String constantFields() {
        return Arrays.stream(MappedField.values())
                .filter(MappedField::canBeConstant)
                .map(MappedField::path)
                .collect(Collectors.joining(", "));
    }

    private <E extends Enum<E>> Map<String, E> words(Keys keys, Class<E> type) {
        var words = new LinkedHashMap<String, E>();
        for (var word : keys.names()) {
            var meaning = keys.constant(word, type);
            if (meaning != null) {
                words.put(word.strip().toLowerCase(Locale.ROOT), meaning);
            }
        }
        if (words.size() > MAX_WORDS) {
            keys.problem("", "There are " + words.size() + " words; the limit is " + MAX_WORDS + ".");
        }
        return words;
    }

    private TimeForm times(Keys keys) {
        var formats = keys.texts("formats", MAX_FORMATS);
        for (var i = 0; i < formats.size(); i++) {
            if (!TimeFormat.isValid(formats.get(i))) {
                keys.problem(
                        "formats[" + i + "]",
                        "'" + formats.get(i) + "' is no format; yyyy-MM-dd HH:mm:ss, ISO and UNIX_SECONDS are.");
            }
        }
        if (formats.isEmpty()) {
            keys.problem("formats", "Say how times are written, e.g. [\"yyyy-MM-dd HH:mm:ss\"].");
        }
        var zone = zone(keys);
        keys.refuseOthers();
        return new TimeForm(formats, zone);
    }

    private static @Nullable ZoneId zone(Keys keys) {
        var zone = keys.text("zone", MAX_TEXT);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException notAZone) {
            keys.problem("zone", "'" + zone + "' is no time zone; Asia/Shanghai and +08:00 are.");
            return null;
        }
    }

    private AmountForm amounts(Keys keys) {
        var decimal = Objects.requireNonNullElse(keys.text("decimal", MAX_TEXT), ".");
        var thousands = keys.text("thousands", MAX_TEXT);
        if (!DECIMALS.contains(decimal)) {
            keys.problem("decimal", "The decimal separator is \".\" or \",\".");
        }
        if (thousands != null && (!THOUSANDS.contains(thousands) || thousands.equals(decimal))) {
            keys.problem(
                    "thousands",
                    "The thousands separator is a comma, a point, a blank or an apostrophe, and not the decimal one.");
        }
        var ignored = keys.texts("ignored", MAX_WORDS);
        if (ignored.stream().anyMatch(text -> text.chars().anyMatch(c -> Character.isDigit(c) || c == '-'))) {
            keys.problem("ignored", "What is ignored in amounts holds no digit and no minus.");
        }
        keys.refuseOthers();
        return new AmountForm(decimal.charAt(0), thousands == null ? null : thousands.charAt(0), ignored);
    }

    private static @Nullable Duration duration(Keys keys) {
        var written = keys.text("closesUnpaidAfter", MAX_TEXT);
        var duration = written == null ? null : parsedDuration(written);
        if (written != null && duration == null) {
            keys.problem(
                    "closesUnpaidAfter",
                    "'" + written + "' is no time until an order closes; PT24H and P3D are, and "
                            + LONGEST_UNPAID.toDays() + " days are the limit.");
        }
        return duration;
    }

    private static @Nullable Duration parsedDuration(String written) {
        try {
            var duration = Duration.parse(written);
            return duration.isPositive() && duration.compareTo(LONGEST_UNPAID) <= 0 ? duration : null;
        } catch (DateTimeException notADuration) {
            return null;
        }
    }

    /** What no key alone shows. */
    private void checkSense(ColumnMapping mapping) {
        var columns = mapping.columns();
        require(columns.containsKey(MappedField.ORDER_ID), "columns.orderId", "Every order needs an id.");
        require(columns.containsKey(MappedField.ORDERED_AT), "columns.orderedAt", "Every order needs its time.");
        require(columns.containsKey(MappedField.PAYABLE), "columns.payable", "Every order needs what it costs.");
        var byColumn = mapping.buyers() == BuyerMeaning.BY_COLUMN;
        require(
                !byColumn || columns.containsKey(MappedField.BUYER_ID),
                "columns.buyerId",
                "Name the buyer's column, or set buyers to ONE_PER_ORDER if the file has none.");
        require(
                byColumn || !columns.containsKey(MappedField.BUYER_ID),
                "buyers",
                "The file has a buyer's column, so buyers is BY_COLUMN.");
        require(
                columns.containsKey(MappedField.PAID_AT) || isNeverPaid(mapping),
                "columns.paidAt",
                "Without it no order counts as paid. Name the column of the payment's time, or that of orderedAt again"
                        + " if every order was paid as it was placed.");
        checkItems(mapping);
        checkPresale(columns);
    }

    private void checkItems(ColumnMapping mapping) {
        var items = mapping.itemColumns();
        require(
                mapping.rows() == RowMeaning.ONE_PER_ORDER || !items.isEmpty(),
                "itemColumns",
                "Rows that are ONE_PER_ITEM need columns for the item.");
        if (items.isEmpty()) {
            return;
        }
        require(
                items.containsKey(MappedItemField.ITEM_ID) || items.containsKey(MappedItemField.TITLE),
                "itemColumns.itemId",
                "A line needs the item's id, or at least its title.");
        require(items.containsKey(MappedItemField.PRICE), "itemColumns.price", "A line needs the price of one piece.");
    }

    private void checkPresale(Map<MappedField, List<String>> columns) {
        var ofPresale = Set.of(MappedField.DEPOSIT_PAID_AT, MappedField.BALANCE_FROM, MappedField.BALANCE_UNTIL);
        require(
                columns.containsKey(MappedField.DEPOSIT)
                        || columns.keySet().stream().noneMatch(ofPresale::contains),
                "columns.presale.deposit",
                "A presale needs its deposit.");
    }

    private static boolean isNeverPaid(ColumnMapping mapping) {
        var status = mapping.constants().get(MappedField.STATUS);
        return OrderStatus.AWAITING_PAYMENT.name().equals(status)
                || OrderStatus.CLOSED.name().equals(status);
    }

    private void require(boolean isSo, String field, String message) {
        if (!isSo && problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            problems.add(new Problem(field, message));
        }
    }

    private static <F> String pathsOf(F[] fields, Function<F, String> path) {
        return Arrays.stream(fields).map(path).collect(Collectors.joining(", "));
    }

    /** The keys of one object of the mapping; remembers which were asked for, since all others are mistakes. */
    private final class Keys {

        private final String path;
        private final Map<?, ?> values;
        private final List<String> known = new ArrayList<>();

        Keys(String path, Map<?, ?> values) {
            this.path = path;
            this.values = values;
        }

        List<String> names() {
            return values.keySet().stream().map(String::valueOf).toList();
        }

        @Nullable
        Object value(String name) {
            known.add(name);
            return values.get(name);
        }

        Keys object(String name) {
            var value = value(name);
            if (value == null) {
                return new Keys(path + name + ".", Map.of());
            }
            if (value instanceof Map<?, ?> object) {
                return new Keys(path + name + ".", object);
            }
            problem(name, "This is an object.");
            return new Keys(path + name + ".", Map.of());
        }

        @Nullable
        String text(String name, int maxLength) {
            var value = value(name);
            return value == null ? null : text(name, value, maxLength);
        }

        private @Nullable String text(String name, @Nullable Object value, int maxLength) {
            if (value instanceof String text && !text.isEmpty() && text.length() <= maxLength) {
                return text;
            }
            problem(name, "This is a text of 1 to " + maxLength + " characters.");
            return null;
        }

        List<String> texts(String name, int max) {
            var value = value(name);
            if (value == null) {
                return List.of();
            }
            if (!(value instanceof List<?> list) || list.size() > max) {
                problem(name, "This is a list of up to " + max + " texts.");
                return List.of();
            }
            return list.stream()
                    .map(element -> text(name, element, MAX_TEXT))
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Names of columns, as they are looked up. */
        List<String> textOrTexts(String name, int max) {
            var texts = value(name) instanceof List<?> ? texts(name, max) : oneText(name);
            var headers = texts.stream().map(Cells::name).toList();
            if (headers.contains("")) {
                problem(name, "A column is looked up by its name, and this is blank.");
            }
            return headers;
        }

        private List<String> oneText(String name) {
            var text = text(name, value(name), MAX_TEXT);
            return text == null ? List.of() : List.of(text);
        }

        <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
            var value = value(name);
            if (value == null) {
                return null;
            }
            for (var constant : type.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    return constant;
                }
            }
            problem(name, "This is one of " + pathsOf(type.getEnumConstants(), Enum::name) + ".");
            return null;
        }

        void refuseOthers() {
            var keys = known.stream().distinct().collect(Collectors.joining(", "));
            names().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problem(name, "There is no key '" + name + "' here; the keys are " + keys + "."));
        }

        void problem(String name, String message) {
            problems.add(new Problem(name.isEmpty() ? path.replaceAll("\\.$", "") : path + name, message));
        }
    }
}
