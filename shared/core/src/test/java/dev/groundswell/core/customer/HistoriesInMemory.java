package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourDays;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link BehaviourDays}, {@link Consents}, {@link ReceivedMessages} and {@link Erasures} in memory, and with orders beside them {@link
 * BuyerHistories} and {@link BuyerArchive}, for tests.
 */
public final class HistoriesInMemory
        implements BehaviourDays, Consents, ReceivedMessages, Erasures, BuyerHistories, BuyerArchive {

    private final OrdersInMemory orders;
    private final Map<StoreId, Map<BuyerId, Map<LocalDate, BehaviourDay>>> days = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Map<Channel, Consent>>> consents = new HashMap<>();
    private final Map<StoreId, Map<BuyerId, Map<Channel, MessageTimes>>> messages = new HashMap<>();
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
    public synchronized void received(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        note(store, buyer, new MessageTimes(channel, at, null));
    }

    @Override
    public synchronized void clicked(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        note(store, buyer, new MessageTimes(channel, null, at));
    }

    private void note(StoreId store, BuyerId buyer, MessageTimes times) {
        messages.computeIfAbsent(store, _ -> new TreeMap<>())
                .computeIfAbsent(buyer, _ -> new TreeMap<>())
                .merge(
                        times.channel(),
                        times,
                        (kept, noted) -> new MessageTimes(
                                noted.channel(),
                                later(kept.lastReceivedAt(), noted.lastReceivedAt()),
                                later(kept.lastClickedAt(), noted.lastClickedAt())));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public synchronized BuyerHistory ofBuyer(StoreId store, BuyerId buyer) {
        var all = new BuyerHistory(
                orders.ofBuyer(store, buyer),
                of(days, store, buyer),
                of(consents, store, buyer),
                of(messages, store, buyer));
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
        buyers.forEach(buyer -> reader.accept(buyer, ofBuyer(store, buyer)));
    }

    private static <V> List<V> of(
            Map<StoreId, ? extends Map<BuyerId, ? extends Map<?, V>>> all, StoreId store, BuyerId buyer) {
        var ofStore = all.get(store);
        var ofBuyer = ofStore == null ? null : ofStore.get(buyer);
        return ofBuyer == null ? List.of() : List.copyOf(ofBuyer.values());
    }
}
