package dev.groundswell.core.metrics;

import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.Happening.Reminded;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must be counted of reminders in orders without presale, figure by figure from its definition. */
final class NaiveReminderResults {

    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<OrderPhase, OrderReminders> latest = new HashMap<>();
    private final ZoneId zone;

    /** One reminder that was due, and the order that it was for. */
    private record One(OrderReminders among, Reminder reminder) {}

    NaiveReminderResults(Map<BuyerId, List<Order>> orders, List<Happening> happened, ZoneId zone) {
        orders.values().forEach(all -> all.forEach(order -> this.orders.put(order.id(), order)));
        for (var one : happened) {
            if (one instanceof Reminded(var told)) {
                latest.merge(
                        new OrderPhase(told.buyer(), told.order(), told.phase()),
                        told,
                        (kept, later) -> later.revision() > kept.revision() ? later : kept);
            }
        }
        this.zone = zone;
    }

    SortedMap<ReminderKey, ReminderCounts> counters() {
        var ofKeys = new TreeMap<ReminderKey, List<One>>();
        latest.values()
                .forEach(among -> among.reminders().forEach(reminder -> {
                    var key = new ReminderKey(LocalDate.ofInstant(reminder.due(), zone), reminder.task());
                    ofKeys.merge(
                            key,
                            List.of(new One(among, reminder)),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList());
                }));
        var counters = new TreeMap<ReminderKey, ReminderCounts>();
        ofKeys.forEach((key, all) -> counters.put(key, counts(all)));
        return counters;
    }

    private ReminderCounts counts(List<One> all) {
        var paid = all.stream()
                .filter(this::isPaidAfter)
                .map(one -> order(one.among()))
                .toList();
        return new ReminderCounts(
                count(all, one -> isIn(one, MessageState.SENT) || isIn(one, MessageState.DELIVERED)),
                count(all, one -> isIn(one, MessageState.DELIVERED)),
                count(all, one -> isIn(one, MessageState.FAILED)),
                count(all, one -> isIn(one, MessageState.UNKNOWN)),
                dropped(all),
                count(all, NaiveReminderResults::isClicked),
                paid.size(),
                paid.stream().mapToLong(order -> order.sales().minorUnits()).sum(),
                paid.stream().mapToLong(order -> order.refunds().minorUnits()).sum(),
                all.stream().mapToLong(NaiveReminderResults::cost).sum());
    }

    private static long count(List<One> all, Predicate<One> predicate) {
        return all.stream().filter(predicate).count();
    }

    private static boolean isIn(One one, MessageState state) {
        return one.reminder().fate() instanceof Fate.Chosen chosen
                && (chosen.news().isPresent() ? chosen.news().get().state() == state : state == MessageState.SENT);
    }

    private static boolean isClicked(One one) {
        return one.reminder().fate() instanceof Fate.Chosen chosen
                && chosen.clicked().isPresent();
    }

    private static long cost(One one) {
        return one.reminder().fate() instanceof Fate.Chosen chosen
                ? chosen.news().map(Fate.News::cost).orElse(chosen.atMost())
                : 0;
    }

    private static Map<DropReason, Long> dropped(List<One> all) {
        var dropped = new EnumMap<DropReason, Long>(DropReason.class);
        for (var one : all) {
            if (one.reminder().fate() instanceof Fate.Dropped(var _, var reason)) {
                dropped.put(reason, dropped.getOrDefault(reason, 0L) + 1);
            }
        }
        return dropped;
    }

    private Order order(OrderReminders among) {
        return Objects.requireNonNull(orders.get(among.order()));
    }

    private boolean isPaidAfter(One one) {
        return isInTime(one)
                && one.among().reminders().stream()
                        .filter(other -> other.ordinal() > one.reminder().ordinal())
                        .noneMatch(other -> isInTime(new One(one.among(), other)));
    }

    private boolean isInTime(One one) {
        if (!isIn(one, MessageState.SENT) && !isIn(one, MessageState.DELIVERED)) {
            return false;
        }
        var chosen = (Fate.Chosen) one.reminder().fate();
        var from = chosen.news().flatMap(Fate.News::sentAt).orElse(chosen.at());
        var paidAt = orders.containsKey(one.among().order())
                ? order(one.among()).paidAt().orElse(Instant.MAX)
                : Instant.MAX;
        return !paidAt.isBefore(from) && paidAt.isBefore(from.plus(chosen.attribution()));
    }
}
