package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.Behaviours;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.Consents;
import dev.groundswell.core.customer.ReceivedMessages;
import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.link.ClickedLinks;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A message was received. */
    record Reached(BuyerId buyer, Channel channel, Instant at) implements Happening {}

    /** A link in a message was clicked once more. */
    record Clicked(BuyerId buyer, ClickedLink link) implements Happening {}

    /** What is known of an order's reminders. */
    record Reminded(OrderReminders reminders) implements Happening {
        @Override
        public BuyerId buyer() {
            return reminders.buyer();
        }
    }

    /** Where what was said, received, clicked and sent is kept. */
    record Books(Consents consents, ReceivedMessages messages, ClickedLinks links, ReminderBook reminders) {}

    /** Keeps what is known of an order's reminders, unless a later revision is kept. */
    @FunctionalInterface
    interface ReminderBook {

        void keep(StoreId store, OrderReminders reminders);
    }

    /**
     * The changes of so many orders, twice as many events, as many words and messages, and half as many tellings of reminders, of
     * these buyers and of some who never order.
     */
    static List<Happening> some(Random random, int orders, int buyers) {
        var happened = new ArrayList<Happening>();
        Histories.changes(random, orders, buyers)
                .forEach(change -> happened.add(new Ordered(change.from(source(change)))));
        Behaviours.events(random, 2 * orders, buyers).forEach(event -> happened.add(new Behaved(event)));
        for (var i = 0; i < orders; i++) {
            happened.add(said(random, buyers));
            happened.add(random.nextBoolean() ? reached(random, buyers) : clicked(random, buyers));
        }
        var changes = orders(happened);
        for (var i = 0; i < orders / 2; i++) {
            happened.add(new Reminded(RandomReminders.of(changes.get(random.nextInt(changes.size())), random)));
        }
        return happened;
    }

    /** Writes down what was said, received, clicked and sent. */
    static void note(List<Happening> happened, Store store, Books books) {
        for (var one : happened) {
            switch (one) {
                case Ordered _, Behaved _ -> {}
                case Said(var buyer, var consent) -> books.consents().record(store.id(), buyer, consent);
                case Reached(var buyer, var channel, var at) -> books.messages().received(store, buyer, channel, at);
                case Clicked(var buyer, var link) -> books.links().note(store.id(), buyer, link);
                case Reminded(var reminders) -> books.reminders().keep(store.id(), reminders);
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
        return new Reached(somebody(random, buyers), channel(random), time(random));
    }

    /** One of a few links, with one to three clicks; the first one may become known last. Two are of the same campaign, one of none. */
    private static Clicked clicked(Random random, int buyers) {
        var number = random.nextInt(4);
        var clicks = 1 + random.nextInt(3);
        var attribution =
                Optional.of(new Attribution(number == 0 ? "c.two" : "c.one", Duration.ofDays(number == 0 ? 40 : 9)));
        var at = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(number));
        return new Clicked(
                somebody(random, buyers),
                new ClickedLink(
                        new LinkCode("link00000" + number),
                        number == 1 ? Channel.EMAIL : Channel.SMS,
                        number == 3 ? Optional.empty() : attribution,
                        clicks,
                        at.minus(Duration.ofHours(clicks)),
                        at.plus(Duration.ofHours(clicks))));
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
