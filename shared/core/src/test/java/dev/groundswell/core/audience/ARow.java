package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows of customers of one shard, whose values tell their version. */
public final class ARow {

    public static final int SHARD = 3;

    private static final List<BuyerId> BUYERS = IntStream.range(0, 2_000)
            .mapToObj(number -> new BuyerId("B" + number))
            .filter(buyer -> RowHash.shardOf(RowHash.of(buyer), AudienceIndex.SHARDS) == SHARD)
            .limit(100)
            .toList();

    private ARow() {}

    /** @param customer 0 to 99 */
    public static BuyerId buyer(int customer) {
        return BUYERS.get(customer);
    }

    public static AudienceRow of(int customer, long version) {
        return new AudienceRow(
                buyer(customer),
                version,
                "name " + version,
                new Phone("+861380000" + (1000 + customer)),
                null,
                Map.of(Column.ORDERS, version, Column.SPEND, version * 100 - customer),
                Map.of(Column.PROVINCE, "province " + version % 3));
    }

    public static Delta delta(int customer, long version) {
        return new Delta.Changed(of(customer, version));
    }
}
