package dev.groundswell.core.behaviour;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/** About how many distinct events were added, in at most 0.3 KB. Adding one again, or in another order, changes no estimate. */
public final class EventSketch {

    /** 256 registers: a standard error of 6.5 %, as Apache DataSketches states for HLL, and nearly none for the first hundred. */
    private static final int LOG2_REGISTERS = 8;

    private final HllUnion union = new HllUnion(LOG2_REGISTERS);

    public static EventSketch empty() {
        return new EventSketch();
    }

    /** @param bytes of {@link #toBytes} */
    public static EventSketch ofBytes(byte[] bytes) {
        var sketch = new EventSketch();
        sketch.union.update(HllSketch.heapify(bytes));
        return sketch;
    }

    /** A sketch of what is in this one and of these. */
    public EventSketch with(Collection<BehaviourEvent> events) {
        var sketch = ofBytes(toBytes());
        events.forEach(event -> sketch.union.update(
                (event.kind() + "\t" + event.at() + "\t" + event.itemId()).getBytes(StandardCharsets.UTF_8)));
        return sketch;
    }

    public boolean isEmpty() {
        return union.isEmpty();
    }

    public long estimate() {
        return Math.round(union.getCompositeEstimate());
    }

    public byte[] toBytes() {
        return union.getResult(TgtHllType.HLL_4).toCompactByteArray();
    }
}
