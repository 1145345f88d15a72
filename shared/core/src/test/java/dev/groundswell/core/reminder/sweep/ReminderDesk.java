package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.campaign.Mortal;
import dev.groundswell.core.link.LinksInMemory;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.link.WayOut;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.provider.ProvidersInMemory;
import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.message.send.Passages;
import dev.groundswell.core.message.send.PassagesInMemory;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsInMemory;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerContact;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrderVersion;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OpenOrders;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.RemindersInMemory;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.WakeUps.Mark;
import dev.groundswell.core.reminder.WakeUpsInMemory;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Wanted;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.reminder.task.ReminderTasksInMemory;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.wallet.Wallets;
import dev.groundswell.core.wallet.WalletsInMemory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A store with orders, reminder tasks, and sweepers, in memory and in virtual time. */
final class ReminderDesk {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    /** 12:00 in the store's zone. */
    static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    static final LocalDate TODAY = LocalDate.parse("2026-11-11");

    static final long PURSE = 1_000_000;

    /** Of one message, in minor units. */
    static final long PRICE = 4;

    final ShardLeasesInMemory leases = new ShardLeasesInMemory();
    final WakeUpsInMemory wakeUps = new WakeUpsInMemory();
    final RemindersInMemory reminders = new RemindersInMemory();
    final ReminderBatchesInMemory batches = new ReminderBatchesInMemory();
    final ReminderTasksInMemory tasks = new ReminderTasksInMemory();
    final Map<OrderId, Order> orders = new HashMap<>();
    final MessageSettingsInMemory settings = new MessageSettingsInMemory();
    final MessagesInMemory messages = new MessagesInMemory();
    final StandingsInMemory standings = new StandingsInMemory();
    final WalletsInMemory wallets = new WalletsInMemory();
    final ProvidersInMemory providers = new ProvidersInMemory();
    final List<ShortLink> keptLinks = new ArrayList<>();
    final PassagesInMemory passages = new PassagesInMemory(this::now);

    /** The terms of rounds, by their ids. */
    final Map<String, ReminderTask> rounds = new HashMap<>();

    private final Map<BuyerId, BuyerFacts> facts = new HashMap<>();
    private final LinksInMemory links = new LinksInMemory();
    private final Random random = new Random(11);
    private Instant now = NOON;

    ReminderDesk() {
        providers.save(STORE.id(), AProvider.sms("memory", 1_000).provider());
        providers.save(STORE.id(), AProvider.email("mail", 1_000).provider());
        wallets.recharge(STORE.id(), "first", PURSE, "tester", NOON);
        settings(OptionalInt.empty(), List.of());
    }

    Instant now() {
        return now;
    }

    void goTo(Instant instant) {
        now = instant;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    // ---- what people do

    /** An order of noon that costs 100.00, by a buyer of its own, unless it says otherwise. */
    static AnOrder order(String id) {
        return AnOrder.anOrder(id)
                .by("B-" + id)
                .of("Zhang San", phone(id), null)
                .placedAt(NOON);
    }

    /** The same order of somebody who has a phone. */
    static Order reachable(Order order) {
        return new Order(
                order.id(),
                order.buyer(),
                order.status(),
                order.times(),
                order.amounts(),
                order.presale(),
                order.origins(),
                order.sellerFlag(),
                order.paymentMethod(),
                order.paymentUrl(),
                new BuyerContact(null, phone(order.id().value()), null),
                order.region(),
                order.items(),
                order.review(),
                order.source());
    }

    static String phone(String ofOrder) {
        return "+86138%08d".formatted(Math.floorMod(ofOrder.hashCode(), 100_000_000));
    }

    /** The latest snapshot of an order comes in and its buyer is projected. */
    void comes(AnOrder order) {
        comes(order.build());
    }

    void comes(Order order) {
        var latest = orders.merge(order.id(), order, ReminderDesk::later);
        latest.paidAt().ifPresent(paidAt -> paid(latest.buyer(), paidAt));
        new NoteOpenOrders(wakeUps, this::now).note(STORE.id(), List.of(latest));
    }

    private static Order later(Order one, Order other) {
        return OrderVersion.of(one).compareTo(OrderVersion.of(other)) > 0 ? one : other;
    }

    private void paid(BuyerId buyer, Instant at) {
        var before = facts.getOrDefault(buyer, BuyerFacts.UNKNOWN);
        var first = before.firstPaidAt().filter(at::isAfter).orElse(at);
        var last = before.lastPaidAt().filter(at::isBefore).orElse(at);
        facts.put(buyer, new BuyerFacts(Optional.empty(), Optional.of(first), Optional.of(last)));
    }

    /** So many orders of noon that are all in the shard of {@code T0}. */
    void places(int count) {
        IntStream.range(0, Integer.MAX_VALUE)
                .mapToObj(number -> "T" + number)
                .filter(id -> WakeUps.shardOf(new OrderId(id)) == WakeUps.shardOf(new OrderId("T0")))
                .limit(count)
                .forEach(id -> comes(order(id)));
    }

    void pays(AnOrder order) {
        comes(order.paidAt(now));
    }

    // ---- what the store does

    void tasks(ReminderTask... some) {
        var book = tasks.read(STORE.id());
        tasks.save(STORE.id(), new TaskBook(book.revision() + 1, List.of(some)));
    }

    void messagesADay(int cap) {
        settings(OptionalInt.of(cap), List.of());
    }

    void hours(SendingHours hours) {
        settings(OptionalInt.empty(), List.of(hours));
    }

    private void settings(OptionalInt cap, List<SendingHours> hours) {
        var known = settings.find(STORE.id());
        settings.save(
                STORE.id(),
                new MessageSettings(
                        "秋季",
                        known.wayOut(),
                        known.words(),
                        cap,
                        hours,
                        known.consentRequired(),
                        false,
                        known.linkDomain(),
                        known.peaks(),
                        known.lowBalance(),
                        known.revision() + 1));
    }

    /** So much is left in the wallet. */
    void purse(long left) {
        wallets.reserve(STORE.id(), "somebody else's", PURSE - left, "tester", now);
    }

    // ---- what sweepers do

    boolean isAnythingDue() {
        return wakeUps.next(STORE.id()).filter(due -> !due.isAfter(now)).isPresent();
    }

    void sweep() {
        sweep(Mortal.never());
    }

    /** One sweep over all shards, and over the batches that nobody is at any more. */
    void sweep(Mortal mortal) {
        Mortal.surviving(() -> {
            var worker = new Worker(mortal);
            var book = worker.tasks.read(STORE.id());
            for (var shard = 0; shard < WakeUps.SHARDS; shard++) {
                worker.shard.sweep(STORE, book, shard, () -> true);
            }
        });
        Mortal.surviving(() -> new Worker(mortal).settling.settle(STORE.id()));
    }

    /** By a sweeper that read the tasks some time ago. */
    void sweepBy(TaskBook book) {
        for (var shard = 0; shard < WakeUps.SHARDS; shard++) {
            new Worker(Mortal.never()).shard.sweep(STORE, book, shard, () -> true);
        }
    }

    void settleBatches() {
        new Worker(Mortal.never()).settling.settle(STORE.id());
    }

    /** A sweep of one shard whose time is over after so many looks at it. */
    SweepShard.Swept sweepShardOf(String order, int looks) {
        var left = new AtomicInteger(looks);
        var shard = WakeUps.shardOf(new OrderId(order));
        return new Worker(Mortal.never())
                .shard.sweep(STORE, tasks.read(STORE.id()), shard, () -> left.getAndDecrement() > 0);
    }

    /** A worker that somebody asked to go on, with time for so many pages. */
    SweepShard.Swept goOnWithShardOf(String order, int pages) {
        return goOnWithShardOf(order, pages, Mortal.never());
    }

    SweepShard.Swept goOnWithShardOf(String order, int pages, Mortal mortal) {
        var left = new AtomicInteger(pages);
        var worker = new Worker(mortal);
        return new SweepStore(worker.tasks, worker.shard, worker.settling, leases, this::now, random)
                .goOn(STORE, WakeUps.shardOf(new OrderId(order)), () -> left.getAndDecrement() > 0);
    }

    /** A sweeper to whom something happens before its first call of that name. */
    static Mortal before(String call, Runnable happens) {
        var isOver = new AtomicBoolean();
        return Mortal.at(name -> {
            if (name.equals(call) && !isOver.getAndSet(true)) {
                happens.run();
            }
            return false;
        });
    }

    /** A sweep at each whole minute, the first one a minute from now. */
    void sweepFor(int minutes) {
        for (var minute = 0; minute < minutes; minute++) {
            pass(Duration.ofMinutes(1));
            sweep();
        }
    }

    /** A sweeper with ports of its own. */
    final class Worker {

        final ReminderTasks tasks;
        final SweepShard shard;
        final SettleReminderBatches settling;

        Worker(Mortal mortal) {
            tasks = mortal.around(ReminderTasks.class, ReminderDesk.this.tasks);
            var messagePort = mortal.around(Messages.class, messages);
            var claimPort = mortal.around(Claims.class, messages);
            var walletPort = mortal.around(Wallets.class, wallets);
            var batchPort = mortal.around(ReminderBatches.class, batches);
            var expired = new SettleExpiredClaims(claimPort, messagePort, ReminderDesk.this::now);
            var ports = new SendReminders.Ports(
                    mortal.around(OpenOrders.class, ReminderDesk.this::read),
                    ReminderDesk.this::facts,
                    mortal.around(Reminders.class, reminders),
                    tasks,
                    batchPort,
                    ReminderDesk::write,
                    settings,
                    providers,
                    walletPort,
                    mortal.around(Standings.class, standings),
                    new KeptLinks(new SignedLinks(links, links), keptLinks));
            var messageSending = new SendMessages(
                    claimPort, messagePort, mortal.around(Passages.class, passages), ReminderDesk.this::now, random);
            var sending =
                    new SendReminders(ports, messageSending, "https://go.example.com", ReminderDesk.this::now, random);
            shard = new SweepShard(
                    new SweepShard.Ports(
                            mortal.around(WakeUps.class, wakeUps), ReminderDesk.this::rounds, messagePort, ports),
                    sending,
                    expired,
                    ReminderDesk.this::now);
            settling = new SettleReminderBatches(
                    batchPort, messagePort, expired, walletPort, providers, ReminderDesk.this::now);
        }
    }

    /** An SMS of one part with the order's id and link; each task's own texts are tested where they are written. */
    private static Written write(Store store, Wanted wanted) {
        var text = "【秋季】" + wanted.order().id() + wanted.paymentLink().orElse("");
        return new Written.Text(new Content.Sms(text, 1));
    }

    /** @param written all that ever were */
    private record KeptLinks(ShortLinks links, List<ShortLink> written) implements ShortLinks {

        @Override
        public List<ShortLink> prepare(StoreId store, MessageId message, BuyerId buyer, List<URI> targets) {
            return links.prepare(store, message, buyer, targets);
        }

        @Override
        public WayOut wayOut(StoreId store, MessageId message) {
            return links.wayOut(store, message);
        }

        @Override
        public void write(StoreId store, Collection<ShortLink> some) {
            links.write(store, some);
            written.addAll(some);
        }
    }

    private Map<OrderId, Order> read(StoreId store, Map<OrderId, BuyerId> wanted) {
        return found(orders, wanted.keySet());
    }

    private Map<BuyerId, BuyerFacts> facts(StoreId store, Collection<BuyerId> buyers) {
        return found(facts, buyers);
    }

    private static <K, V> Map<K, V> found(Map<K, V> all, Collection<K> wanted) {
        var found = new HashMap<K, V>();
        wanted.forEach(key -> Optional.ofNullable(all.get(key)).ifPresent(value -> found.put(key, value)));
        return found;
    }

    private Map<String, ReminderTask> rounds(StoreId store, Collection<String> ids) {
        return found(rounds, ids);
    }

    // ---- what came of it

    List<Mark> marks() {
        return IntStream.range(0, WakeUps.SHARDS)
                .mapToObj(shard ->
                        wakeUps.due(STORE.id(), shard, now, Optional.empty(), 1).mark())
                .toList();
    }

    /** What was kept of an order, in words: {@code 1 SENT 2 ONCE_A_DAY}. */
    String reminders(String order) {
        return String.join(
                " ",
                ofOrder(order)
                        .flatMap(kept -> kept.reminders().stream())
                        .map(reminder -> reminder.ordinal() + " " + word(reminder.fate()))
                        .toList());
    }

    /** What is kept of all orders, with what became of it by the books. */
    Stream<OrderReminders> kept() {
        var keys = reminders.all(STORE.id()).stream()
                .map(OrderReminders::orderPhase)
                .toList();
        return new ReminderOutcomes(reminders, messages, providers).find(STORE.id(), keys).values().stream();
    }

    Stream<OrderReminders> ofOrder(String order) {
        return kept().filter(kept -> kept.order().value().equals(order))
                .sorted(Comparator.comparing(OrderReminders::phase));
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case Fate.Dropped(var _, var reason) -> reason.name();
            case Fate.Chosen chosen ->
                chosen.news().map(news -> news.state().name()).orElse("CHOSEN");
        };
    }

    /** The orders whose reminders came to the provider, in its order. */
    List<String> arrivals() {
        return passages.arrivals().stream().map(this::orderOf).toList();
    }

    private String orderOf(MessageId id) {
        var message = messages.find(STORE.id(), List.of(id)).get(id);
        return message == null ? id.toString() : orderOf(message);
    }

    static String orderOf(Message message) {
        var place = ReminderPlace.parse(message.facts().place()).orElseThrow();
        return place.order() + (place.ordinal() == 1 ? "" : "/" + place.ordinal());
    }

    /** What is in the wallet after all that was spent. */
    long spent() {
        var wallet = wallets.find(STORE.id());
        return PURSE - wallet.available() - wallet.reserved();
    }
}
