package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.Behaviours;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What comes in, and wakes the projection: an order change, or an event. */
public sealed interface Happening {

    BuyerId buyer();

    record Ordered(Order change) implements Happening {
        @Override
        public BuyerId buyer() {
            return change.buyer();
        }
    }

    record Behaved(BehaviourEvent event) implements Happening {
        @Override
        public BuyerId buyer() {
            return event.buyer();
        }
    }

    /** The changes of so many orders, and twice as many events, of these buyers and of some who never order. */
    static List<Happening> some(Random random, int orders, int buyers) {
        var happened = new ArrayList<Happening>();
        Histories.changes(random, orders, buyers)
                .forEach(change -> happened.add(new Ordered(change.from(source(change)))));
        Behaviours.events(random, 2 * orders, buyers).forEach(event -> happened.add(new Behaved(event)));
        return happened;
    }

    static List<Order> orders(List<Happening> happened) {
        return happened.stream()
                .flatMap(one -> one instanceof Ordered(var change) ? Stream.of(change) : Stream.empty())
                .toList();
    }

    static List<BehaviourEvent> events(List<Happening> happened) {
        return happened.stream()
                .flatMap(one -> one instanceof Behaved(var event) ? Stream.of(event) : Stream.empty())
                .toList();
    }

    static List<BuyerId> buyers(List<Happening> happened) {
        return happened.stream().map(Happening::buyer).distinct().toList();
    }

    /** A later state of an order often comes through another door. */
    private static OrderSource source(Order change) {
        return switch (Math.floorMod(OrderVersion.of(change).value().hashCode(), 4)) {
            case 0 -> OrderSource.ofImport("one");
            case 1 -> OrderSource.live("shopify");
            default -> OrderSource.LIVE;
        };
    }
}
