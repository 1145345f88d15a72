package dev.groundswell.core.format;

import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a store's own CSV file become order changes: written once by the store, previewed, saved, reused.
 * {@link MappedRows} applies it.
 *
 * @param note        which file this is for, for people; read by nobody else
 * @param columns     per field the header it is read from; several headers are joined, text by a blank and ids by a hyphen
 * @param itemColumns the same for the order's lines; empty if the file has none
 * @param constants   values of fields without a column, or with an empty cell, in the words of an order change
 * @param statusWords what the status column says, in lower case, and what it means; the statuses' own names need no entry
 * @param originWords the same for the origin column; a word that is not listed gives no origin
 * @param absentWords cells that count as empty, such as {@code NULL}
 * @param closesUnpaidAfter how long after it was placed the shop closes an order that stays unpaid; gives {@code closesAt}
 */
public record ColumnMapping(
        @Nullable String note,
        FileHints file,
        RowMeaning rows,
        BuyerMeaning buyers,
        Map<MappedField, List<String>> columns,
        Map<MappedItemField, List<String>> itemColumns,
        Map<MappedField, String> constants,
        Map<String, OrderStatus> statusWords,
        Map<String, Origin> originWords,
        TimeForm times,
        AmountForm amounts,
        Set<String> absentWords,
        @Nullable Duration closesUnpaidAfter) {

    public ColumnMapping {
        columns = copy(columns);
        itemColumns = copy(itemColumns);
        constants = copy(constants);
        statusWords = copy(statusWords);
        originWords = copy(originWords);
        absentWords = Collections.unmodifiableSet(new TreeSet<>(absentWords));
    }

    /**
     * What a reader of the file's bytes should know where it cannot tell by itself.
     *
     * @param encoding  a character set's name; absent if it is to be detected
     * @param delimiter between cells; absent if it is to be detected
     */
    public record FileHints(
            @Nullable String encoding, @Nullable Character delimiter) {

        static final FileHints NONE = new FileHints(null, null);
    }

    /** What one row of the file is. */
    public enum RowMeaning {
        /** A whole order; a later row of the same order is a later snapshot of it, or the same one again. */
        ONE_PER_ORDER,
        /** A line of an order: adjacent rows with the same order id are one order, whose other fields the first row gives. */
        ONE_PER_ITEM
    }

    /** Who bought. */
    public enum BuyerMeaning {
        /** Whom the column says; an empty cell refuses the row. */
        BY_COLUMN,
        /** Nobody knows: every order is its own buyer's. Orders are right, and no customer ever comes back. */
        ONE_PER_ORDER
    }

    /**
     * How times are written.
     *
     * @param formats patterns of {@link java.time.format.DateTimeFormatter}, tried in this order, or {@code ISO},
     *     {@code UNIX_SECONDS}, {@code UNIX_MILLIS}; a date alone is its midnight
     * @param zone    the zone of times that do not say their offset; absent for the store's
     */
    public record TimeForm(List<String> formats, @Nullable ZoneId zone) {

        public TimeForm {
            formats = List.copyOf(formats);
        }
    }

    /**
     * How amounts are written.
     *
     * @param decimal   point or comma
     * @param thousands between groups of digits; absent if there is none
     * @param ignored   what stands before or after the digits and says nothing, such as {@code R$}
     */
    public record AmountForm(char decimal, @Nullable Character thousands, List<String> ignored) {

        static final AmountForm PLAIN = new AmountForm('.', null, List.of());

        public AmountForm {
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * What is wrong with a mapping, for the person who writes it.
     *
     * @param field   path in the mapping, e.g. {@code columns.orderedAt}
     * @param message a sentence that says what would be right
     */
    public record Problem(String field, String message) {}

    /** A mapping that can be applied, or all that is wrong with it. */
    public sealed interface Reading {
        record Valid(ColumnMapping mapping) implements Reading {}

        record Invalid(List<Problem> problems) implements Reading {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads a mapping from plain values, as any JSON reader gives them. Unknown keys are problems: a typing error would lose a column. */
    public static Reading read(Map<String, ?> values) {
        return new ColumnMappingReader().read(values);
    }

    /** The mapping as plain values that {@link #read} takes back. */
    public Map<String, Object> values() {
        return ColumnMappingValues.of(this);
    }

    /**
     * Whether a file has the columns.
     *
     * @param header the file's header row; blanks around a name do not matter
     * @return the mapping's columns that the file does not have; empty if it can be read
     */
    public List<Problem> missingIn(Collection<String> header) {
        var there = header.stream().map(Cells::name).toList();
        var ofOrders = columns.entrySet().stream()
                .flatMap(entry -> missing("columns." + entry.getKey().path(), entry.getValue(), there));
        var ofItems = itemColumns.entrySet().stream()
                .flatMap(entry -> missing("itemColumns." + entry.getKey().path(), entry.getValue(), there));
        return Stream.concat(ofOrders, ofItems).toList();
    }

    private static Stream<Problem> missing(String field, List<String> names, List<String> there) {
        return names.stream()
                .filter(name -> !there.contains(name))
                .map(name -> new Problem(
                        field, "The file has no column '" + name + "'. It has: " + String.join(", ", there) + "."));
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
