package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.MembersResult;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Queries whose client of Lambda is made when one is first asked: most requests never do, and need not wait for it. */
public record SegmentQueriesOnDemand(Supplier<SegmentQueries> queries) implements SegmentQueries {

    @Override
    public PreviewResult preview(StoreId store, SegmentRule rule) {
        return queries.get().preview(store, rule);
    }

    @Override
    public MembersResult members(StoreId store, SegmentRule rule, int first, OptionalLong after) {
        return queries.get().members(store, rule, first, after);
    }

    @Override
    public AudienceStatistics statistics(StoreId store) {
        return queries.get().statistics(store);
    }
}
