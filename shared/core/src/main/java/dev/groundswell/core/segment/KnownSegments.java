package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** All segments that a store's rules can name: the ready-made ones, and its own. */
public final class KnownSegments {

    private final Segments segments;
    private final Promotions promotions;

    public KnownSegments(Segments segments, Promotions promotions) {
        this.segments = segments;
        this.promotions = promotions;
    }

    /** The ready-made ones, each with its rule as it is at that instant. */
    public List<ReadyMade.Ruled> readyMade(Store store, StoreThresholds thresholds, Instant now) {
        return ReadyMade.all(thresholds, latestEnded(store, now));
    }

    /**
     * The rule of a segment by its id.
     *
     * @param thresholds asked only where a ready-made segment is
     */
    public Function<String, Optional<SegmentRule>> rules(
            Store store, Supplier<StoreThresholds> thresholds, Instant now) {
        return id -> SegmentId.isValid(id) ? rule(store, new SegmentId(id), thresholds, now) : Optional.empty();
    }

    private Optional<SegmentRule> rule(Store store, SegmentId id, Supplier<StoreThresholds> thresholds, Instant now) {
        var readyMade = ReadyMade.find(id);
        return readyMade.isPresent()
                ? readyMade.get().rule(thresholds.get(), latestEnded(store, now))
                : segments.find(store.id(), id).map(Segment::rule);
    }

    private Optional<PromotionDays> latestEnded(Store store, Instant now) {
        return promotions.latestEnded(store.id(), new StoreCalendar(store.zone()).dayOf(now));
    }
}
