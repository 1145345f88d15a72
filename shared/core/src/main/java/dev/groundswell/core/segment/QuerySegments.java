package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** {@link SegmentQueries} by the index itself. */
public final class QuerySegments implements SegmentQueries {

    private final Stores stores;
    private final AudienceIndex index;
    private final RememberedStatistics statistics = new RememberedStatistics();
    private final PreviewSegment preview;
    private final SegmentMembers members;

    /** @param ticker nanoseconds since some moment, as {@link System#nanoTime} has them */
    public QuerySegments(
            Stores stores,
            AudienceIndex index,
            BuyerHistories histories,
            RuleBinder binder,
            InstantSource time,
            LongSupplier ticker) {
        this.stores = stores;
        this.index = index;
        this.preview = new PreviewSegment(index, histories, binder, statistics, time, ticker);
        this.members = new SegmentMembers(index, histories, binder, statistics, time);
    }

    @Override
    public PreviewResult preview(StoreId store, SegmentRule rule) {
        return preview.preview(known(store), rule);
    }

    @Override
    public MembersResult members(StoreId store, SegmentRule rule, int first, OptionalLong after) {
        return members.page(known(store), rule, first, after);
    }

    @Override
    public AudienceStatistics statistics(StoreId store) {
        return statistics.of(known(store), WholeAudience.read(index, store));
    }

    private Store known(StoreId id) {
        return stores.find(id).orElseThrow(() -> new IllegalArgumentException("There is no store '" + id + "'."));
    }
}
