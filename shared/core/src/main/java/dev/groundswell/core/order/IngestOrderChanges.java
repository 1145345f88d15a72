package dev.groundswell.core.order;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes order changes in: the valid ones are written, of each order the greatest version only; the others are kept as
 * rejected, with the reason. Doing it again, in any order or in other batches, ends alike.
 */
public final class IngestOrderChanges {

    /** Puts under way at once: enough to hide a put's latency, few enough for one connection pool. */
    private static final int PARALLEL_WRITES = 16;

    private final Orders orders;
    private final RejectedChanges rejectedChanges;

    public IngestOrderChanges(Orders orders, RejectedChanges rejectedChanges) {
        this.orders = orders;
        this.rejectedChanges = rejectedChanges;
    }

    /**
     * A change that passed the reader.
     *
     * @param rejectedFor makes what is kept if it has to be rejected after all
     */
    public record ValidChange(StoreId store, Order order, Function<Rejection, RejectedChange> rejectedFor) {}

    /** A change that did not pass the reader. */
    public record InvalidChange(StoreId store, RejectedChange change) {}

    /**
     * What became of the changes.
     *
     * @param written  orders whose latest snapshot came with these changes
     * @param rejected changes that are kept as rejected
     * @param failures why an order could not be written, for a fault outside of it: its changes are to be tried again
     */
    public record Result(int written, int rejected, Map<OrderKey, RuntimeException> failures) {

        public boolean failed(ValidChange change) {
            return failures.containsKey(OrderKey.of(change));
        }
    }

    /** An order as its changes name it: one that names another buyer is apart, since it cannot win. */
    public record OrderKey(StoreId store, OrderId order, BuyerId buyer) {

        static OrderKey of(ValidChange change) {
            return new OrderKey(
                    change.store(), change.order().id(), change.order().buyer());
        }
    }

    /** @throws RuntimeException if what is rejected could not be kept; then all is to be tried again */
    public Result ingest(Collection<ValidChange> valid, Collection<InvalidChange> invalid) {
        var attempts = FanOut.over(latestOfEach(valid), PARALLEL_WRITES, this::write);
        var failures = new HashMap<OrderKey, RuntimeException>();
        var written = 0;
        var ofOtherBuyers = new ArrayList<OrderKey>();
        for (var attempt : attempts.entrySet()) {
            switch (attempt.getValue()) {
                case FanOut.Outcome.Failed<Orders.Written>(var cause) -> failures.put(attempt.getKey(), cause);
                case FanOut.Outcome.Done<Orders.Written>(var result) -> {
                    switch (result) {
                        case LATEST -> written++;
                        case OTHER_BUYER -> ofOtherBuyers.add(attempt.getKey());
                        case SUPERSEDED -> {}
                    }
                }
            }
        }
        return new Result(written, reject(invalid, valid, Set.copyOf(ofOtherBuyers)), Map.copyOf(failures));
    }

    private Orders.Written write(Latest latest) {
        return orders.write(latest.change().store(), latest.change().order(), latest.expected());
    }

    /**
     * The greatest of an order's changes.
     *
     * @param expected new, if the order was placed within these changes
     */
    private record Latest(ValidChange change, Orders.Expected expected) {

        static Latest of(ValidChange change) {
            var expected = change.order().isUnmodified() ? Orders.Expected.NEW : Orders.Expected.KNOWN;
            return new Latest(change, expected);
        }

        Latest and(Latest other) {
            var greater = version().compareTo(other.version()) >= 0 ? change : other.change;
            var isNew = expected == Orders.Expected.NEW || other.expected == Orders.Expected.NEW;
            return new Latest(greater, isNew ? Orders.Expected.NEW : Orders.Expected.KNOWN);
        }

        /** A hash over the whole snapshot: asked for only where an order has several changes. */
        private OrderVersion version() {
            return OrderVersion.of(change.order());
        }
    }

    private static Map<OrderKey, Latest> latestOfEach(Collection<ValidChange> changes) {
        var latest = new LinkedHashMap<OrderKey, Latest>();
        changes.forEach(change -> latest.merge(OrderKey.of(change), Latest.of(change), Latest::and));
        return latest;
    }

    private int reject(Collection<InvalidChange> invalid, Collection<ValidChange> valid, Set<OrderKey> ofOtherBuyers) {
        var rejected = new ArrayList<>(invalid);
        for (var change : valid) {
            if (ofOtherBuyers.contains(OrderKey.of(change))) {
                rejected.add(
                        new InvalidChange(change.store(), change.rejectedFor().apply(otherBuyer(change.order()))));
            }
        }
        rejected.stream()
                .collect(Collectors.groupingBy(
                        InvalidChange::store, Collectors.mapping(InvalidChange::change, Collectors.toList())))
                .forEach(rejectedChanges::add);
        return rejected.size();
    }

    private static Rejection otherBuyer(Order order) {
        return new Rejection(
                RejectionCode.OTHER_BUYER,
                "buyerId",
                "Order " + order.id() + " is known as another buyer's; an order does not change hands.");
    }
}
