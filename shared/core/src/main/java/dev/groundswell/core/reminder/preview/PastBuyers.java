package dev.groundswell.core.reminder.preview;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Buyers as they were at earlier moments, as far as what is known of them now and some of their orders tell. */
final class PastBuyers {

    private final Map<BuyerId, BuyerFacts> latest;
    private final Map<BuyerId, NavigableSet<Instant>> payments = new HashMap<>();

    PastBuyers(Map<BuyerId, BuyerFacts> latest, Collection<Order> orders) {
        this.latest = latest;
        latest.forEach((buyer, facts) -> Stream.of(facts.firstPaidAt(), facts.lastPaidAt())
                .flatMap(Optional::stream)
                .forEach(paidAt -> note(buyer, paidAt)));
        orders.forEach(order -> order.paidAt().ifPresent(paidAt -> note(order.buyer(), paidAt)));
    }

    private void note(BuyerId buyer, Instant paidAt) {
        payments.computeIfAbsent(buyer, _ -> new TreeSet<>()).add(paidAt);
    }

    BuyerFacts at(BuyerId buyer, Instant now) {
        var name = latest.getOrDefault(buyer, BuyerFacts.UNKNOWN).name();
        var paid = payments.getOrDefault(buyer, new TreeSet<>()).headSet(now, true);
        return paid.isEmpty()
                ? new BuyerFacts(name, Optional.empty(), Optional.empty())
                : new BuyerFacts(name, Optional.of(paid.first()), Optional.of(paid.last()));
    }
}
