package dev.groundswell.graphqlapi;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.audience.LiveRows;
import dev.groundswell.core.audience.Manifest;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.QuerySegments;
import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.segment.SegmentsInMemory;
import dev.groundswell.core.segment.freeze.AudienceExport;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.AudienceStepsInMemory;
import dev.groundswell.core.segment.freeze.ExportFiles;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenAudiencesInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import dev.groundswell.graphqlapi.segment.SegmentPorts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What segments and frozen audiences stand on, in memory: an index of whatever the histories say when it is read. */
final class SegmentDesk implements AudienceIndex, ExportFiles {

    static final AudienceId READY = new AudienceId("20260617T040000Z-00000001");
    static final AudienceId FREEZING = new AudienceId("20260617T040000Z-00000002");
    static final AudienceId FAILED = new AudienceId("20260617T040000Z-00000003");

    private final Stores stores;
    private final HistoriesInMemory histories;
    private final SegmentsInMemory segments = new SegmentsInMemory();
    private final FrozenAudiencesInMemory audiences = new FrozenAudiencesInMemory();

    /** What wakes the workers. */
    final AudienceStepsInMemory steps = new AudienceStepsInMemory();

    SegmentDesk(Stores stores, HistoriesInMemory histories) {
        this.stores = stores;
        this.histories = histories;
    }

    SegmentPorts ports() {
        var binder = new RuleBinder(segments, new FestivalCalendar());
        return new SegmentPorts(
                segments,
                new FestivalCalendar(),
                new QuerySegments(stores, this, histories, binder, () -> Api.NOW, () -> 0),
                audiences,
                audiences,
                this,
                steps,
                () -> Api.NOW);
    }

    /** An audience that is ready with files written, being written and failed; one that is being frozen, and one that failed. */
    void hasOneOfEachKind(Store store, String name) {
        for (var id : List.of(READY, FREEZING, FAILED)) {
            audiences.add(
                    store.id(),
                    new FrozenAudience.Facts(
                            id, name, "mobile", "paid_orders >= 1", Api.NOW.minus(Duration.ofDays(1)), name));
        }
        audiences.finish(store.id(), READY, 2, "0f3a", Api.NOW);
        audiences.fail(store.id(), FAILED, "The index changed for too long.", Api.NOW);
        export(store, ExportFormat.CSV);
        export(store, ExportFormat.HASHED_META);
        audiences.finish(
                store.id(),
                READY,
                new AudienceExport.Done(ExportFormat.CSV, 2, 100, "0f", Api.NOW, Api.NOW.plus(Duration.ofDays(7))));
        audiences.fail(
                store.id(), READY, new AudienceExport.Failed(ExportFormat.HASHED_META, "The bucket is gone.", Api.NOW));
    }

    private void export(Store store, ExportFormat format) {
        audiences.request(store.id(), READY, format, Api.NOW);
    }

    @Override
    public Reading read(StoreId store, int shard) {
        var rows = rows(store, shard);
        var parts = rows.isEmpty() ? List.<LiveRows>of() : List.of(LiveRows.changed(rows));
        return new Reading(new ShardRows(shard, Integer.toString(rows.hashCode()), parts), 1, 1);
    }

    private List<AudienceRow> rows(StoreId store, int shard) {
        var known = stores.find(store).orElseThrow();
        var rows = new ArrayList<AudienceRow>();
        histories.eachBuyer(store, (buyer, history) -> {
            if (!history.isEmpty() && RowHash.shardOf(RowHash.of(buyer), SHARDS) == shard) {
                rows.add(AudienceRows.of(CustomerProfile.of(buyer, history, known), 1));
            }
        });
        return rows;
    }

    @Override
    public Reading read(StoreId store, int shard, Manifest manifest) {
        throw new UnsupportedOperationException("Only workers read what is fixed.");
    }

    @Override
    public MemberReading members(StoreId store, ShardRows rows, int part) {
        var changed = (LiveRows.Changed) rows.parts().get(part);
        return new MemberReading(MemberBlock.of(changed.rows()), 0, 0);
    }

    @Override
    public ExportFile open(Store store, AudienceId id, ExportFormat format) {
        throw new UnsupportedOperationException("Only workers write files.");
    }

    @Override
    public URI address(StoreId store, AudienceId id, ExportFormat format) {
        return URI.create("https://files.example/" + store + "/" + id + "." + format.extension());
    }
}
