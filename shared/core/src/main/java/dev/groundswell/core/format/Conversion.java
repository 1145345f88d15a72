package dev.groundswell.core.format;

import dev.groundswell.core.order.Rejection;
import java.util.Collections;
import java.util.Map;

/** What a record of a source turned out to be. */
public sealed interface Conversion {

    /**
     * A canonical order change, in the form that {@link dev.groundswell.core.order.OrderChangeReader} reads; it still has the
     * last word, for its limits are nobody else's.
     */
    record Change(Map<String, Object> values) implements Conversion {

        public Change {
            values = Collections.unmodifiableMap(values);
        }
    }

    /** The record should be an order and is not; the rejection names the field of the source. */
    record Refused(Rejection rejection) implements Conversion {}

    /**
     * A record that is in order and brings no order: to be counted as skipped.
     *
     * @param reason a sentence for the person who reads the report
     */
    record NotAnOrder(String reason) implements Conversion {}
}
