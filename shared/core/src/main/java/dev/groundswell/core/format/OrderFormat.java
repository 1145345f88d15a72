package dev.groundswell.core.format;

import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * The records that a JSON document holds.
     *
     * @param document an object, a list, or anything else that a JSON reader gives
     * @return the document itself, or a list's elements, or what the source wraps in an envelope of its own; each is to be
     *     given to {@link #convertRecord}
     */
    default List<?> records(Object document) {
        return document instanceof List<?> list ? list : List.of(document);
    }

    /** As {@link #convert}, of a record that may not even be an object. */
    default Conversion convertRecord(Object record) {
        if (!(record instanceof Map<?, ?> object)) {
            return new Conversion.Refused(
                    new Rejection(RejectionCode.INVALID, "", "An order must be an object with named fields."));
        }
        var values = LinkedHashMap.<String, Object>newLinkedHashMap(object.size());
        object.forEach((name, value) -> values.put(String.valueOf(name), value));
        return convert(values);
    }
}
