package dev.groundswell.core.metrics;

import dev.groundswell.core.order.BuyerId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/**
 * About how many distinct buyers were added, in at most 1.1 KB. Adding one again, or in another order, changes no
 * estimate. A buyer cannot be taken out again: one whose payment turns out to lie in another hour stays, until a rebuild.
 */
public final class BuyerSketch {

    /** 2,048 registers: a standard error of 2.3 %, as Apache DataSketches states for HLL. */
    private static final int LOG2_REGISTERS = 11;

    private final HllUnion union = new HllUnion(LOG2_REGISTERS);

    public static BuyerSketch empty() {
        return new BuyerSketch();
    }

    /** @param bytes of {@link #toBytes} */
    public static BuyerSketch ofBytes(byte[] bytes) {
        var sketch = new BuyerSketch();
        sketch.union.update(HllSketch.heapify(bytes));
        return sketch;
    }

    public void add(Collection<BuyerId> buyers) {
        buyers.forEach(buyer -> union.update(buyer.value().getBytes(StandardCharsets.UTF_8)));
    }

    public void add(BuyerSketch other) {
        union.update(other.union.getResult(TgtHllType.HLL_4));
    }

    /** A whole number of buyers, never negative. */
    public long estimate() {
        return Math.round(union.getCompositeEstimate());
    }

    public byte[] toBytes() {
        return union.getResult(TgtHllType.HLL_4).toCompactByteArray();
    }
}
