package dev.groundswell.core.reminder.round;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.order.OrderListing.Position;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Buyers;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderAddress;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.round.RemindNow.Outlook;
import dev.groundswell.core.reminder.round.RemindNow.Sample;
import dev.groundswell.core.reminder.sweep.ReminderQuotes;
import dev.groundswell.core.reminder.sweep.ReminderWriter;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.reminder.task.Judge;
import dev.groundswell.core.reminder.task.Judgement;
import dev.groundswell.core.reminder.task.Judgement.Now;
import dev.groundswell.core.reminder.task.OrderKind;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.RoundJudge;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the orders that a round is for, as they are now, and what it would come to. */
public final class SurveyOrders {

    private static final Set<OrderStatus> WAITING = Set.of(OrderStatus.AWAITING_PAYMENT, OrderStatus.DEPOSIT_PAID);

    private static final int PAGE = 500;

    private final Ports ports;
    private final String linkOrigin;

    /** All that it asks. */
    public record Ports(
            OrderListing orders,
            Buyers buyers,
            Reminders reminders,
            RecentMessages recent,
            Standings standings,
            ReminderWriter writer,
            MessageSettingsStore settings,
            Providers providers) {}

    /** @param linkOrigin of short links, for stores without a domain of their own */
    public SurveyOrders(Ports ports, String linkOrigin) {
        this.ports = ports;
        this.linkOrigin = linkOrigin;
    }

    /** An order that fits, and what its buyer would read, or why nothing. */
    record Found(Order order, int ordinal, Written what, boolean isLeftOut) {

        boolean isReminded() {
            return what instanceof Written.Text && !isLeftOut;
        }
    }

    /** Empty if there are too many. */
    Optional<List<Found>> of(Store store, RoundFilter filter, ReminderTask terms, Instant now) {
        return waiting(store.id(), filter, now)
                .map(orders -> fitting(orders, filter, terms.kind()))
                .map(orders -> new Survey(store, terms, orders, now).found(filter));
    }

    private Optional<List<Order>> waiting(StoreId store, RoundFilter filter, Instant now) {
        var from = filter.orderedFrom().orElse(now.minus(NoteOpenOrders.LONGEST_OPEN));
        var wanted = new OrderFilter(Optional.empty(), WAITING, Optional.of(from), filter.orderedTo());
        var all = new ArrayList<Order>();
        var next = Optional.<Position>empty();
        do {
            var page = ports.orders().newest(store, wanted, PAGE, next);
            all.addAll(page.orders());
            next = page.next();
        } while (next.isPresent() && all.size() <= RemindNow.MAX_ORDERS);
        return all.size() > RemindNow.MAX_ORDERS ? Optional.empty() : Optional.of(all);
    }

    private static List<Order> fitting(List<Order> orders, RoundFilter filter, OrderKind kind) {
        var fitting = orders.stream()
                .filter(order -> OrderKind.of(order).filter(kind::equals).isPresent())
                .filter(filter::fits)
                .toList();
        var ofBuyers = fitting.stream().collect(Collectors.groupingBy(Order::buyer, Collectors.counting()));
        return fitting.stream()
                .filter(order -> filter.fits(ofBuyers.getOrDefault(order.buyer(), 0L)))
                .toList();
    }

    /** What is read about the orders of one round, all at once. */
    private final class Survey {

        private final Store store;
        private final ReminderTask terms;
        private final List<Order> orders;
        private final Instant now;
        private final Judge judge;
        private final ReminderQuotes quotes;
        private final Map<BuyerId, BuyerFacts> buyers;
        private final Map<OrderPhase, OrderReminders> known;
        private final Map<AddressKey, Standing> standings;

        Survey(Store store, ReminderTask terms, List<Order> orders, Instant now) {
            this.store = store;
            this.terms = terms;
            this.orders = orders;
            this.now = now;
            this.judge = new RoundJudge(terms, store.zone());
            this.quotes =
                    new ReminderQuotes(store, ports.writer(), ports.settings().find(store.id()), linkOrigin);
            this.buyers = read(buyerIds(), ids -> ports.buyers().read(store.id(), ids));
            this.known = read(keys(), keys -> ports.reminders().find(store.id(), keys));
            this.standings = read(addresses(), keys -> ports.standings().find(store.id(), keys));
        }

        private static <K, V> Map<K, V> read(Set<K> keys, Function<Set<K>, Map<K, V>> port) {
            return keys.isEmpty() ? Map.of() : port.apply(keys);
        }

        private Set<BuyerId> buyerIds() {
            return orders.stream().map(Order::buyer).collect(Collectors.toSet());
        }

        private Set<OrderPhase> keys() {
            return orders.stream().map(this::key).collect(Collectors.toSet());
        }

        private OrderPhase key(Order order) {
            return new OrderPhase(order.buyer(), order.id(), terms.kind().phase());
        }

        private Set<AddressKey> addresses() {
            return orders.stream().flatMap(this::address).collect(Collectors.toSet());
        }

        private Stream<AddressKey> address(Order order) {
            return ReminderAddress.of(order, terms.texts().channel()) instanceof ReminderAddress.Known(var address)
                    ? Stream.of(AddressKey.of(address))
                    : Stream.empty();
        }

        List<Found> found(RoundFilter filter) {
            var today = new StoreCalendar(store.zone())
                    .dayOf(now)
                    .atStartOfDay(store.zone())
                    .toInstant();
            var leftOut = filter.messagedToday() || orders.isEmpty()
                    ? Set.<BuyerId>of()
                    : ports.recent().since(store.id(), today, buyerIds());
            return orders.stream()
                    .flatMap(order -> found(order, leftOut.contains(order.buyer())))
                    .toList();
        }

        /** None for an order that had its reminders, or does not fit the terms. */
        private Stream<Found> found(Order order, boolean isLeftOut) {
            var kept = known.getOrDefault(
                    key(order),
                    OrderReminders.none(order.buyer(), order.id(), terms.kind().phase()));
            return switch (judge.judge(order, buyer(order), kept, now)) {
                case Judgement.Settled _, Judgement.Dormant _ -> Stream.empty();
                case Judgement.Now due -> Stream.of(new Found(order, due.ordinal(), written(order, due), isLeftOut));
                case Judgement.Later(var task, var ordinal, var due) ->
                    Stream.of(new Found(order, ordinal, written(order, new Now(task, ordinal, due)), isLeftOut));
                case Judgement.Drop(var _, var ordinal, var _, var reason) ->
                    Stream.of(new Found(order, ordinal, new Written.Nothing(reason), isLeftOut));
            };
        }

        private BuyerFacts buyer(Order order) {
            return buyers.getOrDefault(order.buyer(), BuyerFacts.UNKNOWN);
        }

        private Written written(Order order, Now due) {
            return address(order)
                    .flatMap(address -> standings.getOrDefault(address, Standing.CLEAR).exclusion().stream())
                    .findFirst()
                    .<Written>map(reason -> new Written.Nothing(DropReason.of(reason)))
                    .orElseGet(() -> quotes.quote(due, order, buyer(order), now));
        }
    }

    // ---- what it would come to

    Outlook outlook(Store store, ReminderTask terms, Collection<Found> all) {
        var reminded = all.stream().flatMap(SurveyOrders::sample).toList();
        var dropped = all.stream()
                .filter(found -> !found.isLeftOut())
                .map(Found::what)
                .filter(Written.Nothing.class::isInstance)
                .map(Written.Nothing.class::cast)
                .collect(Collectors.groupingBy(Written.Nothing::reason, Collectors.summingInt(_ -> 1)));
        var parts = reminded.stream().mapToLong(each -> each.content().parts()).sum();
        return new Outlook(
                reminded.size(),
                dropped,
                (int) all.stream().filter(Found::isLeftOut).count(),
                parts,
                ReminderQuotes.cost(
                        terms.texts().channel(), parts, ports.providers().all(store.id())),
                reminded.stream().limit(RemindNow.MAX_SAMPLE).toList());
    }

    private static Stream<Sample> sample(Found found) {
        return found.isReminded() && found.what() instanceof Written.Text(var content)
                ? Stream.of(new Sample(found.order().id(), found.order().buyer(), found.ordinal(), content))
                : Stream.empty();
    }
}
