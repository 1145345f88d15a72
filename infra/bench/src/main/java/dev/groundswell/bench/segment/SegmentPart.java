package dev.groundswell.bench.segment;

import dev.groundswell.bench.report.Table;
import java.util.Map;

/** One of the things that the bench measures, with rows and figures of its own. */
interface SegmentPart {

    /**
     * Measures.
     *
     * @param table   of what, how much and in which unit
     * @param figures for the line of JSON
     */
    void measure(Table table, Map<String, Object> figures) throws Exception;
}
