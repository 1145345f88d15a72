package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.KnownSegments;
import dev.groundswell.core.segment.Promotions;
import dev.groundswell.core.segment.ReadyMade;
import dev.groundswell.core.segment.SegmentId;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.Segments;
import dev.groundswell.core.segment.StoreThresholds;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All segments of a store: the ready-made ones by the store's own figures, and those that it has saved. */
final class SegmentCatalogue {

    private final Segments segments;
    private final KnownSegments known;
    private final SegmentQueries queries;
    private final InstantSource time;

    SegmentCatalogue(Segments segments, Promotions promotions, SegmentQueries queries, InstantSource time) {
        this.segments = segments;
        this.known = new KnownSegments(segments, promotions);
        this.queries = queries;
        this.time = time;
    }

    /** In the order of their places. */
    List<ListedSegment> all(Store store) {
        return Stream.concat(readyMade(store), segments.all(store.id()).stream().map(ListedSegment.OfTheStore::new))
                .toList();
    }

    Optional<ListedSegment> find(Store store, String id) {
        if (!SegmentId.isValid(id)) {
            return Optional.empty();
        }
        var segment = new SegmentId(id);
        return ReadyMade.find(segment).isPresent()
                ? readyMade(store).filter(each -> each.id().equals(id)).findFirst()
                : segments.find(store.id(), segment).map(ListedSegment.OfTheStore::new);
    }

    private Stream<ListedSegment> readyMade(Store store) {
        var thresholds = StoreThresholds.of(queries.statistics(store.id()), store.currency());
        return known.readyMade(store, thresholds, time.instant()).stream()
                .map(ruled -> new ListedSegment.OfTheProduct(ruled.segment(), ruled.rule()));
    }
}
