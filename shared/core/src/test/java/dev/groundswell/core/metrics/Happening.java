package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.Behaviours;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.Consents;
import dev.groundswell.core.customer.ReceivedMessages;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What comes in, and wakes the projection: an order change, an event, a word about messages, or news of one. */
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

    record Said(BuyerId buyer, Consent consent) implements Happening {}

    /** A message was received, or one of its links clicked. */
    record Reached(BuyerId buyer, Channel channel, boolean clicked, Instant at) implements Happening {}

    /**
     * The changes of so many orders, twice as many events, and as many words and messages, of these buyers and of some who
     * never order.
     */
    static List<Happening> some(Random random, int orders, int buyers) {
        var happened = new ArrayList<Happening>();
        Histories.changes(random, orders, buyers)
                .forEach(change -> happened.add(new Ordered(change.from(source(change)))));
        Behaviours.events(random, 2 * orders, buyers).forEach(event -> happened.add(new Behaved(event)));
        for (var i = 0; i < orders; i++) {
            happened.add(said(random, buyers));
            happened.add(reached(random, buyers));
        }
        return happened;
    }

    /** Writes down what was said and received. */
    static void note(List<Happening> happened, StoreId store, Consents consents, ReceivedMessages messages) {
        for (var one : happened) {
            switch (one) {
                case Ordered _, Behaved _ -> {}
                case Said(var buyer, var consent) -> consents.record(store, buyer, consent);
                case Reached(var buyer, var channel, var clicked, var at)
                when clicked -> messages.clicked(store, buyer, channel, at);
                case Reached(var buyer, var channel, var _, var at) -> messages.received(store, buyer, channel, at);
            }
        }
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

    /** Often at one of few instants, so that a word is taken back at once. */
    private static Said said(Random random, int buyers) {
        var state = random.nextBoolean() ? Consent.State.GIVEN : Consent.State.WITHDRAWN;
        var source = random.nextBoolean() ? "checkout" : "import";
        return new Said(somebody(random, buyers), new Consent(channel(random), state, time(random), source, "anna"));
    }

    private static Reached reached(Random random, int buyers) {
        return new Reached(somebody(random, buyers), channel(random), random.nextBoolean(), time(random));
    }

    /** Sometimes one of whom nothing else is known. */
    private static BuyerId somebody(Random random, int buyers) {
        return new BuyerId(random.nextInt(4) == 0 ? "S" + random.nextInt(3) : "B" + random.nextInt(buyers));
    }

    private static Channel channel(Random random) {
        return random.nextBoolean() ? Channel.SMS : Channel.EMAIL;
    }

    private static Instant time(Random random) {
        return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(6) * 1_000L);
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
