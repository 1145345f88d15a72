package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.segment.MembersResult.Page;
import dev.groundswell.core.segment.MembersResult.Place;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Lists who meets a rule now, page by page in the order of hashes, which means nothing and stays the same. Only the shards of a
 * page are read.
 */
public final class SegmentMembers {

    /** Histories read for one page: a rule that few of many candidates meet gives short pages, and not slow ones. */
    static final int MAX_CLOSE_LOOKS = 500;

    private final AudienceIndex index;
    private final RuleBinder binder;
    private final RememberedStatistics statistics;
    private final CloseLook closeLook;
    private final InstantSource time;

    public SegmentMembers(
            AudienceIndex index,
            BuyerHistories histories,
            RuleBinder binder,
            RememberedStatistics statistics,
            InstantSource time) {
        this.index = index;
        this.binder = binder;
        this.statistics = statistics;
        this.closeLook = new CloseLook(histories);
        this.time = time;
    }

    /** As {@link SegmentQueries#members}. */
    public MembersResult page(Store store, SegmentRule rule, int first, OptionalLong after) {
        if (first < 1 || first > SegmentQueries.MAX_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + SegmentQueries.MAX_PAGE + " members.");
        }
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        var bound = binder.bind(rule, store, now, () -> statistics.of(store, WholeAudience.read(index, store.id())));
        return switch (bound) {
            case PlanReading.Refused(var errors) -> new MembersResult.Refused(errors);
            case PlanReading.Bound(var plan) -> new Search(store, plan, now, first).from(after);
        };
    }

    private final class Search {

        private final Store store;
        private final SegmentPlan plan;
        private final Instant now;
        private final int wanted;
        private final Identities identities;
        private final List<Place> found = new ArrayList<>();
        private int closeLooks;

        Search(Store store, SegmentPlan plan, Instant now, int wanted) {
            this.store = store;
            this.plan = plan;
            this.now = now;
            this.wanted = wanted;
            this.identities = new Identities(index, store.id());
        }

        Page from(OptionalLong after) {
            var begin = after.isEmpty() ? 0 : RowHash.shardOf(after.getAsLong(), AudienceIndex.SHARDS);
            for (var shard = begin; shard < AudienceIndex.SHARDS; shard++) {
                var stoppedAt = search(index.read(store.id(), shard).rows(), after);
                if (stoppedAt.isPresent()) {
                    return new Page(found, stoppedAt);
                }
            }
            return new Page(found, OptionalLong.empty());
        }

        /** Where the page ends; empty if it goes on in the next shard. */
        private OptionalLong search(ShardRows shard, OptionalLong after) {
            var rows = selected(shard, after);
            for (var from = 0; from < rows.size(); ) {
                var window = rows.subList(from, Math.min(rows.size(), from + wanted));
                var stoppedAt = addTo(shard, window);
                if (stoppedAt.isPresent()) {
                    return stoppedAt;
                }
                from += window.size();
            }
            return OptionalLong.empty();
        }

        private List<SelectedRow> selected(ShardRows shard, OptionalLong after) {
            var rows = new ArrayList<SelectedRow>();
            for (var part = 0; part < shard.parts().size(); part++) {
                var selection = plan.select(shard.parts().get(part));
                SelectedRow.collect(
                        shard,
                        part,
                        selection,
                        hash -> after.isEmpty() || Long.compareUnsigned(hash, after.getAsLong()) > 0,
                        rows);
            }
            rows.sort(SelectedRow.BY_HASH);
            return rows;
        }

        private OptionalLong addTo(ShardRows shard, List<SelectedRow> window) {
            identities.read(shard, window.stream().map(SelectedRow::part).collect(Collectors.toSet()));
            var candidates = window.stream().filter(row -> !row.sure()).toList();
            var customers = candidates.stream().map(row -> customer(shard, row)).toList();
            var matching = closeLook.look(store.id(), plan, customers, now).matching();
            closeLooks += candidates.size();
            for (var row : window) {
                if (found.size() == wanted) {
                    return OptionalLong.of(found.getLast().cursor());
                }
                if (row.sure() || matching.get(candidates.indexOf(row))) {
                    found.add(new Place(customer(shard, row).buyer(), row.hash()));
                }
            }
            return closeLooks >= MAX_CLOSE_LOOKS
                    ? OptionalLong.of(window.getLast().hash())
                    : OptionalLong.empty();
        }

        private AudienceRow customer(ShardRows shard, SelectedRow row) {
            return identities.row(shard, row.part(), row.row());
        }
    }
}
