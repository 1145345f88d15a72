package dev.groundswell.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges {@code Globals} into a resource as SAM does: maps are merged, lists are joined, of plain values the resource's wins. */
final class Merge {

    private Merge() {}

    static Map<?, ?> over(Map<?, ?> globals, Map<?, ?> own) {
        var merged = new LinkedHashMap<Object, Object>(globals);
        own.forEach((key, value) -> merged.put(key, value(globals.get(key), value)));
        return merged;
    }

    private static @Nullable Object value(@Nullable Object global, @Nullable Object own) {
        if (global instanceof Map<?, ?> globalMap && own instanceof Map<?, ?> ownMap) {
            return over(globalMap, ownMap);
        }
        if (global instanceof List<?> globalList && own instanceof List<?> ownList) {
            var joined = new ArrayList<Object>(globalList);
            joined.addAll(ownList);
            return joined;
        }
        return own == null ? global : own;
    }
}
