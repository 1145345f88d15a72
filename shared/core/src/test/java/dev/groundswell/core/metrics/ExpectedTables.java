package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.customer.Reachability;
import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.metrics.Happening.Clicked;
import dev.groundswell.core.metrics.Happening.Reached;
import dev.groundswell.core.metrics.Happening.Said;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be stored once the projection has seen everything that came in, straight from the definitions. */
public final class ExpectedTables {

    private final Map<BuyerId, List<Order>> latest;
    private final List<BehaviourEvent> events;
    private final List<Happening> happened;
    private final NaiveWarmUp warmUp;
    private final Store store;

    public ExpectedTables(List<Happening> happened, Store store) {
        this.latest = Histories.latest(Happening.orders(happened));
        this.events = Happening.events(happened);
        this.happened = List.copyOf(happened);
        this.warmUp = new NaiveWarmUp(latest, events, store.zone());
        this.store = store;
    }

    public Counters counters() {
        return new Counters(
                new TreeMap<>(new NaiveSales(latest, store.zone()).counters()),
                new TreeMap<>(warmUp.counters()),
                warmUp.sources(),
                clicks(),
                new NaiveReminderResults(latest, happened, store.zone()).counters());
    }

    /** Of everybody who ever did anything, sender by sender. */
    private SortedMap<String, ClickCounts> clicks() {
        var counts = new TreeMap<String, ClickCounts>();
        for (var buyer : profiles().keySet()) {
            var links = clicksOf(buyer).stream()
                    .filter(link -> link.attribution().isPresent())
                    .collect(Collectors.groupingBy(link -> link.attribution().orElseThrow()));
            links.forEach((attribution, ofSender) ->
                    counts.merge(attribution.to(), clicks(buyer, attribution, ofSender), ClickCounts::plus));
        }
        return counts;
    }

    private ClickCounts clicks(BuyerId buyer, Attribution attribution, List<ClickedLink> links) {
        var from = links.stream().map(ClickedLink::firstAt).sorted().toList().getFirst();
        var until = from.plus(attribution.within());
        var clicks = 0;
        for (var link : links) {
            clicks += link.clicks();
        }
        var counts = ClickCounts.ofPerson(clicks, 0, 0, 0);
        for (var order : latest.getOrDefault(buyer, List.of())) {
            var paidAt = order.paidAt().orElse(Instant.MAX);
            if (!paidAt.isBefore(from) && paidAt.isBefore(until)) {
                var sales = order.sales().minorUnits();
                var refunds = order.refunds().minorUnits();
                counts = counts.plus(new ClickCounts(0, 0, 1, 1 - counts.payers(), sales, refunds));
            }
        }
        return counts;
    }

    /** Of each link the telling with the most clicks. */
    private List<ClickedLink> clicksOf(BuyerId buyer) {
        return happened.stream()
                .flatMap(one -> one instanceof Clicked(var who, var link) && who.equals(buyer)
                        ? Stream.of(link)
                        : Stream.empty())
                .collect(Collectors.groupingBy(ClickedLink::code))
                .values()
                .stream()
                .map(tellings -> Collections.max(tellings, Comparator.comparingInt(ClickedLink::clicks)))
                .toList();
    }

    public SortedMap<BuyerId, CustomerProfile> profiles() {
        var eventsOf = events.stream().collect(Collectors.groupingBy(BehaviourEvent::buyer));
        var buyers = new TreeSet<>(latest.keySet());
        buyers.addAll(eventsOf.keySet());
        var profiles = new TreeMap<BuyerId, CustomerProfile>();
        for (var buyer : buyers) {
            // However events are cut into days, a profile follows from all of them.
            var days = eventsOf.getOrDefault(buyer, List.of()).stream()
                    .map(event -> BehaviourDay.empty(LocalDate.EPOCH).with(List.of(event)))
                    .toList();
            var history = new BuyerHistory(
                    latest.getOrDefault(buyer, List.of()), days, consentsOf(buyer), messagesOf(buyer), List.of());
            profiles.put(buyer, CustomerProfile.of(buyer, history, store));
        }
        return profiles;
    }

    /** Of each channel the latest word; of those at one instant a withdrawal; and then the source that is later in the alphabet. */
    private List<Consent> consentsOf(BuyerId buyer) {
        var said = happened.stream()
                .flatMap(one -> one instanceof Said(var who, var consent) && who.equals(buyer)
                        ? Stream.of(consent)
                        : Stream.empty())
                .collect(Collectors.groupingBy(Consent::channel));
        return said.values().stream()
                .map(ofChannel -> Collections.max(
                        ofChannel,
                        Comparator.comparing(Consent::at)
                                .thenComparing(Consent::isWithdrawn)
                                .thenComparing(Consent::source)))
                .toList();
    }

    private List<MessageTimes> messagesOf(BuyerId buyer) {
        return Arrays.stream(Channel.values())
                .map(channel -> new MessageTimes(channel, lastReached(buyer, channel), lastClicked(buyer, channel)))
                .filter(times -> times.lastReceivedAt() != null || times.lastClickedAt() != null)
                .toList();
    }

    /** Of the last day the first. */
    private @Nullable Instant lastReached(BuyerId buyer, Channel channel) {
        var calendar = new StoreCalendar(store.zone());
        var days = happened.stream()
                .flatMap(one -> one instanceof Reached(var who, var by, var at) && who.equals(buyer) && by == channel
                        ? Stream.of(at)
                        : Stream.empty())
                .collect(Collectors.groupingBy(calendar::dayOf, TreeMap::new, Collectors.toList()));
        return days.isEmpty() ? null : Collections.min(days.lastEntry().getValue());
    }

    private @Nullable Instant lastClicked(BuyerId buyer, Channel channel) {
        return clicksOf(buyer).stream()
                .filter(link -> link.channel() == channel)
                .map(ClickedLink::lastAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public StoreTotals totals() {
        return new StoreTotals(
                latest.values().stream().mapToLong(List::size).sum(),
                latest.size(),
                warmUp.visitors(),
                profiles().values().stream()
                        .filter(CustomerProfile::hasOrdered)
                        .map(Reachability::of)
                        .reduce(Reachability.ZERO, Reachability::plus));
    }

    public Optional<Instant> countedUpTo() {
        return latest.values().stream()
                .flatMap(List::stream)
                .map(order -> order.times().modifiedAt())
                .max(Instant::compareTo);
    }
}
