package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.queue.StepFields;
import dev.groundswell.core.segment.freeze.RangeId;
import java.util.Optional;

/** A range of an audience in a message: {@code "shard":3,"range":0}. */
public final class RangeFields {

    private static final String SHARD = "shard";
    private static final String RANGE = "range";

    private RangeFields() {}

    /** Empty if there is none. */
    public static Optional<RangeId> read(StepFields fields) {
        return fields.number(SHARD)
                .flatMap(shard -> fields.number(RANGE)
                        .filter(number -> RangeId.isValid(shard, number))
                        .map(number -> new RangeId(shard, number)));
    }

    public static StepFields write(StepFields fields, RangeId range) {
        return fields.with(SHARD, range.shard()).with(RANGE, range.number());
    }
}
