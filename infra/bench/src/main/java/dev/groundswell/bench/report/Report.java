package dev.groundswell.bench.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bench found.
 *
 * @param table   for people
 * @param figures for programs: numbers and maps of them, by name
 */
public record Report(Table table, Map<String, Object> figures) {

    public Report {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
