package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourDays;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.link.ClickedLinks;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link BehaviourDays}, {@link Consents}, {@link ReceivedMessages}, {@link ClickedLinks} and {@link Erasures} in memory, and with orders beside them {@link
 * BuyerHistories} and {@link BuyerArchive}, for tests.
 */
public final class HistoriesInMemory
        implements BehaviourDays, Consents, ReceivedMessages, ClickedLinks, Erasures, BuyerHistories, BuyerArchive {

    private final OrdersInMemory orders;
    private final Map<StoreId, Map<BuyerId, Map<LocalDate, BehaviourDay>>> days = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Map<Channel, Consent>>> consents = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Map<Channel, MessageTimes>>> messages = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Map<String, ClickedLink>>> clicks = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Map<OrderPhase, OrderReminders>>> reminders = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Instant>> erasures = new HashMap<>();

    public HistoriesInMemory(OrdersInMemory orders) {
        this.orders = orders;
    }

    @Override
    public synchronized void add(StoreId store, BuyerId buyer, LocalDate day, Collection<BehaviourEvent> events) {
        days.computeIfAbsent(store, _ -> new TreeMap<>())
                .computeIfAbsent(buyer, _ -> new TreeMap<>())
                .merge(day, BehaviourDay.empty(day).with(events), (kept, _) -> kept.with(events));
    }

    @Override
    public synchronized Consent record(StoreId store, BuyerId buyer, Consent consent) {
        return consents.computeIfAbsent(store, _ -> new TreeMap<>())
                .computeIfAbsent(buyer, _ -> new TreeMap<>())
                .merge(consent.channel(), consent, (kept, said) -> said.overrules(kept) ? said : kept);
    }

    @Override
    public synchronized void received(Store store, BuyerId buyer, Channel channel, Instant at) {
        var calendar = new StoreCalendar(store.zone());
        messages.computeIfAbsent(store.id(), _ -> new TreeMap<>())
                .computeIfAbsent(buyer, _ -> new TreeMap<>())
                .merge(
                        channel,
                        new MessageTimes(channel, at, null),
                        (kept, noted) -> isNews(kept.lastReceivedAt(), at, calendar) ? noted : kept);
    }

    private static boolean isNews(@Nullable Instant kept, Instant at, StoreCalendar calendar) {
        if (kept == null || calendar.dayOf(kept).isBefore(calendar.dayOf(at))) {
            return true;
        }
        return calendar.dayOf(kept).equals(calendar.dayOf(at)) && at.isBefore(kept);
    }

    @Override
    public synchronized void note(StoreId store, BuyerId buyer, ClickedLink link) {
        clicks.computeIfAbsent(store, _ -> new TreeMap<>())
                .computeIfAbsent(buyer, _ -> new TreeMap<>())
                .merge(link.code().value(), link, (kept, noted) -> noted.clicks() > kept.clicks() ? noted : kept);
    }

    /** Keeps what is known of an order's reminders, unless more is. */
    public synchronized void remind(StoreId store, OrderReminders known) {
        reminders
                .computeIfAbsent(store, _ -> new TreeMap<>())
                .computeIfAbsent(known.buyer(), _ -> new HashMap<>())
                .merge(
                        new OrderPhase(known.buyer(), known.order(), known.phase()),
                        known,
                        (kept, noted) -> noted.revision() > kept.revision() ? noted : kept);
    }

    @Override
    public synchronized BuyerHistory ofBuyer(StoreId store, BuyerId buyer) {
        var all = new BuyerHistory(
                orders.ofBuyer(store, buyer),
                of(days, store, buyer),
                of(consents, store, buyer),
                of(messages, store, buyer),
                of(clicks, store, buyer),
                of(reminders, store, buyer));
        var erasedAt = erasures.getOrDefault(store, Map.of()).get(buyer);
        return erasedAt == null ? all : all.erased(erasedAt);
    }

    @Override
    public synchronized void erase(StoreId store, BuyerId buyer, Instant at, String by) {
        erasures.computeIfAbsent(store, _ -> new HashMap<>())
                .merge(buyer, at, (known, erasedAt) -> erasedAt.isAfter(known) ? erasedAt : known);
    }

    /** Takes what a query of few small items takes. */
    @Override
    public Read read(StoreId store, BuyerId buyer) {
        return new Read(ofBuyer(store, buyer), 1, 1);
    }

    @Override
    public synchronized void eachBuyer(StoreId store, BiConsumer<BuyerId, BuyerHistory> reader) {
        var buyers = new TreeSet<BuyerId>();
        orders.all(store).stream().map(Order::buyer).forEach(buyers::add);
        buyers.addAll(days.getOrDefault(store, Map.of()).keySet());
        buyers.addAll(consents.getOrDefault(store, Map.of()).keySet());
        buyers.addAll(messages.getOrDefault(store, Map.of()).keySet());
        buyers.addAll(clicks.getOrDefault(store, Map.of()).keySet());
        buyers.addAll(reminders.getOrDefault(store, Map.of()).keySet());
        buyers.forEach(buyer -> reader.accept(buyer, ofBuyer(store, buyer)));
    }

    private static <V> List<V> of(
            Map<StoreId, ? extends Map<BuyerId, ? extends Map<?, V>>> all, StoreId store, BuyerId buyer) {
        var ofStore = all.get(store);
        var ofBuyer = ofStore == null ? null : ofStore.get(buyer);
        return ofBuyer == null ? List.of() : List.copyOf(ofBuyer.values());
    }
}
