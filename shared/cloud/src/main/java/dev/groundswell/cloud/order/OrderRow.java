package dev.groundswell.cloud.order;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * An order as an item of the table {@code Orders}.
 *
 * @param pk         {@code store|buyer}
 * @param sk         {@code order#} and the order's id
 * @param version    which snapshot this is, see {@link OrderVersion}
 * @param monthShard {@code store|month|shard}: the partition of the listing by date, cut in four so that the present
 *                   month takes four times a partition's thousand writes a second
 * @param orderedAt  fixed-width UTC, then the order's id: its place in the listing. It never changes with the status, so
 *                   the index is written once per order
 * @param snapshot   see {@link OrderJson}
 */
record OrderRow(String pk, String sk, String version, String monthShard, String orderedAt, String snapshot) {

    static final String PK = "pk";
    static final String SK = "sk";
    static final String VERSION = "version";
    static final String MONTH_SHARD = "monthShard";
    static final String ORDERED_AT = "orderedAt";
    static final String SNAPSHOT = "snapshot";
    static final String ORDER_PREFIX = "order#";
    static final String BY_ORDERED_AT = "byOrderedAt";
    static final int SHARDS = 4;

    static final TableSchema<OrderRow> SCHEMA = StaticImmutableTableSchema.builder(OrderRow.class, Builder.class)
            .newItemBuilder(Builder::new, Builder::build)
            .addAttribute(
                    String.class,
                    a -> a.name(PK)
                            .getter(OrderRow::pk)
                            .setter((b, v) -> b.pk = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(SK)
                            .getter(OrderRow::sk)
                            .setter((b, v) -> b.sk = v)
                            .tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(
                    String.class, a -> a.name(VERSION).getter(OrderRow::version).setter((b, v) -> b.version = v))
            .addAttribute(
                    String.class,
                    a -> a.name(MONTH_SHARD)
                            .getter(OrderRow::monthShard)
                            .setter((b, v) -> b.monthShard = v)
                            .tags(StaticAttributeTags.secondaryPartitionKey(BY_ORDERED_AT)))
            .addAttribute(
                    String.class,
                    a -> a.name(ORDERED_AT)
                            .getter(OrderRow::orderedAt)
                            .setter((b, v) -> b.orderedAt = v)
                            .tags(StaticAttributeTags.secondarySortKey(BY_ORDERED_AT)))
            .addAttribute(
                    String.class,
                    a -> a.name(SNAPSHOT).getter(OrderRow::snapshot).setter((b, v) -> b.snapshot = v))
            .build();

    static OrderRow of(StoreId store, Order order) {
        var orderedAt = order.times().orderedAt();
        return new OrderRow(
                BuyerPartitions.key(store, order.buyer()),
                sk(order.id()),
                OrderVersion.of(order).value(),
                monthShard(
                        store,
                        monthOf(orderedAt),
                        Math.floorMod(order.id().value().hashCode(), SHARDS)),
                place(orderedAt, order.id()),
                OrderJson.write(order));
    }

    Order order() {
        return OrderJson.read(snapshot);
    }

    /** The same row, of the same version, that does not say who bought. */
    OrderRow withoutContact() {
        return new OrderRow(pk, sk, version, monthShard, orderedAt, OrderJson.write(order().withoutContact()));
    }

    static String sk(OrderId order) {
        return ORDER_PREFIX + order;
    }

    static String monthShard(StoreId store, YearMonth month, int shard) {
        return store + "|" + month + "|" + shard;
    }

    static YearMonth monthOf(Instant orderedAt) {
        return YearMonth.from(orderedAt.atOffset(ZoneOffset.UTC));
    }

    /** The place of an order in a listing by date. */
    static String place(Instant orderedAt, OrderId order) {
        return place(orderedAt) + "#" + order;
    }

    /** The place before all orders of this instant. */
    static String place(Instant orderedAt) {
        return FixedWidth.format(orderedAt);
    }

    static final class Builder {

        private String pk = "";
        private String sk = "";
        private String version = "";
        private String monthShard = "";
        private String orderedAt = "";
        private String snapshot = "";

        private OrderRow build() {
            return new OrderRow(pk, sk, version, monthShard, orderedAt, snapshot);
        }
    }
}
