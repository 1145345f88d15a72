package dev.groundswell.segmentquery;

import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.segment.SegmentTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceShards;
import dev.groundswell.core.audience.ReadAudience;
import dev.groundswell.core.audience.RememberedRows;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.segment.FestivalCalendar;
import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.Stores;

/** What both functions evaluate rules with. */
final class AudienceParts {

    /** Some ten million customers; less than half of the functions' memory, of which decoded columns take their part. */
    private static final long REMEMBERED_BYTES = 1_000_000_000;

    private final Stores stores;
    private final AudienceShards shards;
    private final RememberedRows remembered = new RememberedRows(REMEMBERED_BYTES);
    private final BuyerHistories histories;
    private final RuleBinder binder;

    AudienceParts(FunctionEnvironment environment) {
        var dynamoDb = environment.clients().dynamoDb();
        this.stores =
                new RememberedStores(new StoreTable(dynamoDb, environment.require("STORES_TABLE")), environment.time());
        this.shards = new AudienceTable(dynamoDb, environment.require("AUDIENCE_TABLE"));
        this.histories = new BuyerHistoryTable(dynamoDb, environment.require("ORDERS_TABLE"));
        this.binder = new RuleBinder(
                new SegmentTable(dynamoDb, environment.require("SEGMENTS_TABLE")), new FestivalCalendar());
    }

    Stores stores() {
        return stores;
    }

    AudienceShards shards() {
        return shards;
    }

    RememberedRows remembered() {
        return remembered;
    }

    AudienceIndex index() {
        return new ReadAudience(shards, remembered);
    }

    BuyerHistories histories() {
        return histories;
    }

    RuleBinder binder() {
        return binder;
    }
}
