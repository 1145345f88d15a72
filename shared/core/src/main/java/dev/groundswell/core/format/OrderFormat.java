package dev.groundswell.core.format;

import java.util.Map;

/**
 * Turns records of one source into canonical order changes. A pure function: the same record gives the same conversion,
 * whenever and however often it comes, and no record, however strange, makes it throw.
 */
@FunctionalInterface
public interface OrderFormat {

    /**
     * @param source one record: a JSON object's values as any JSON reader gives them (whole numbers never as doubles), or a
     *     CSV row's cells by header
     */
    Conversion convert(Map<String, ?> source);
}
