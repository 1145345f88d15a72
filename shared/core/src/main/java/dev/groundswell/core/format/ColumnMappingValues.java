package dev.groundswell.core.format;

import dev.groundswell.core.format.ColumnMapping.AmountForm;
import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.format.ColumnMapping.TimeForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping as plain values; what is as it is by default is left out. */
final class ColumnMappingValues {

    private ColumnMappingValues() {}

    static Map<String, Object> of(ColumnMapping mapping) {
        var values = new LinkedHashMap<String, Object>();
        put(values, "note", mapping.note());
        put(values, "file", file(mapping.file()));
        values.put("rows", mapping.rows().name());
        values.put("buyers", mapping.buyers().name());
        put(values, "columns", map(mapping.columns(), MappedField::path, ColumnMappingValues::oneOrMore));
        put(values, "itemColumns", map(mapping.itemColumns(), MappedItemField::path, ColumnMappingValues::oneOrMore));
        put(values, "constants", map(mapping.constants(), MappedField::path, Function.identity()));
        put(values, "statusWords", map(mapping.statusWords(), Function.identity(), Enum::name));
        put(values, "originWords", map(mapping.originWords(), Function.identity(), Enum::name));
        put(values, "times", times(mapping.times()));
        put(values, "amounts", amounts(mapping.amounts()));
        put(values, "absentWords", List.copyOf(mapping.absentWords()));
        var closes = mapping.closesUnpaidAfter();
        put(values, "closesUnpaidAfter", closes == null ? null : closes.toString());
        return values;
    }

    private static Map<String, Object> file(FileHints file) {
        var values = new LinkedHashMap<String, Object>();
        put(values, "encoding", file.encoding());
        put(values, "delimiter", text(file.delimiter()));
        return values;
    }

    private static Map<String, Object> times(TimeForm times) {
        var values = new LinkedHashMap<String, Object>();
        values.put("formats", times.formats());
        var zone = times.zone();
        put(values, "zone", zone == null ? null : zone.getId());
        return values;
    }

    private static Map<String, Object> amounts(AmountForm amounts) {
        if (amounts.equals(AmountForm.PLAIN)) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("decimal", String.valueOf(amounts.decimal()));
        put(values, "thousands", text(amounts.thousands()));
        put(values, "ignored", amounts.ignored());
        return values;
    }

    private static Object oneOrMore(List<String> columns) {
        return columns.size() == 1 ? columns.getFirst() : columns;
    }

    private static <K, V> Map<String, Object> map(Map<K, V> map, Function<K, String> key, Function<V, ?> value) {
        var values = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> values.put(key.apply(k), value.apply(v)));
        return values;
    }

    private static @Nullable String text(@Nullable Character character) {
        return character == null ? null : character.toString();
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        var isAbsent = value == null || value.equals(Map.of()) || value.equals(List.of());
        if (!isAbsent) {
            values.put(key, value);
        }
    }
}
