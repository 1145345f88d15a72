package dev.groundswell.core.reminder.sweep;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.send.Recheck;
import dev.groundswell.core.message.text.SendingHours;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.sweep.ReminderDrafts.Prepared.Ready;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What speaks against reminders at the last moment: the order was paid or closed, the tasks say something else by now, the person
 * wants nothing, or it is not the time. For those that go, the short links are kept.
 */
final class ReminderRecheck implements Recheck {

    private static final Verdict ORDER_CHANGED = new Verdict.Exclude(ExclusionReason.ORDER_CHANGED);

    /** Whoever looks at the order next says why, and whether it is dropped or goes later. */
    private static final Verdict NOT_DUE = new Verdict.Hold("The tasks do not want it sent now any more.");

    private final SendReminders.Ports ports;
    private final Store store;
    private final Optional<SendingHours> hours;
    private final Map<MessageId, Ready> asked;
    private final InstantSource time;

    /** @param hours of the store, for notices by the channel */
    ReminderRecheck(
            SendReminders.Ports ports,
            Store store,
            Optional<SendingHours> hours,
            Map<MessageId, Ready> asked,
            InstantSource time) {
        this.ports = ports;
        this.store = store;
        this.hours = hours;
        this.asked = asked;
        this.time = time;
    }

    @Override
    public Map<MessageId, Verdict> check(StoreId storeId, List<Draft> claimed) {
        var outside = outside(hours, store, time.instant()).map(ReminderRecheck::verdict);
        if (outside.isPresent()) {
            return claimed.stream().collect(toMap(Draft::id, _ -> outside.get()));
        }
        var verdicts = ofOrders(claimed.stream().map(this::asked).toList());
        keepLinks(verdicts);
        return verdicts;
    }

    /** What is to become of messages at this time; empty where it is within the hours. */
    static Optional<Outside> outside(Optional<SendingHours> hours, Store store, Instant now) {
        return hours.filter(each -> !each.contain(now, store.zone())).map(SendingHours::outside);
    }

    private static Verdict verdict(Outside outside) {
        return switch (outside) {
            case WAIT -> new Verdict.Hold("It is outside of the store's hours.");
            case DROP -> new Verdict.Exclude(ExclusionReason.QUIET_HOURS);
        };
    }

    private Ready asked(Draft draft) {
        return Objects.requireNonNull(asked.get(draft.id()));
    }

    private Map<MessageId, Verdict> ofOrders(List<Ready> claimed) {
        var current = new Current(claimed);
        var verdicts = new HashMap<MessageId, Verdict>();
        claimed.forEach(ready -> verdicts.put(ready.draft().id(), current.verdict(ready)));
        return verdicts;
    }

    /** Everything as it is now. */
    private final class Current {

        private final Judges judges;
        private final Map<OrderId, Order> orders;
        private final Map<BuyerId, BuyerFacts> facts;
        private final Map<AddressKey, Standing> standings;

        Current(List<Ready> claimed) {
            var buyers = claimed.stream().map(ready -> ready.due().order()).collect(toMap(Order::id, Order::buyer));
            judges = Judges.of(store, ports.tasks().read(store.id()));
            orders = ports.orders().read(store.id(), buyers);
            facts = facts(claimed);
            standings = ports.standings()
                    .find(
                            store.id(),
                            claimed.stream()
                                    .map(ready -> ready.draft().id().address())
                                    .toList());
        }

        /** Only where a task asks for what may have changed of them within seconds. */
        private Map<BuyerId, BuyerFacts> facts(List<Ready> claimed) {
            var asked = claimed.stream()
                    .map(Ready::due)
                    .filter(due -> due.task().unlessPaidSince())
                    .map(due -> due.order().buyer())
                    .collect(toSet());
            return asked.isEmpty() ? Map.of() : ports.buyers().read(store.id(), asked);
        }

        Verdict verdict(Ready ready) {
            var standing = standings.getOrDefault(ready.draft().id().address(), Standing.CLEAR);
            return standing.exclusion().<Verdict>map(Verdict.Exclude::new).orElseGet(() -> ofOrder(ready.due()));
        }

        private Verdict ofOrder(Due due) {
            var order = orders.get(due.order().id());
            if (order == null
                    || Phase.of(order).filter(due.kept().phase()::equals).isEmpty()) {
                return ORDER_CHANGED;
            }
            var buyer = facts.getOrDefault(due.order().buyer(), due.buyer());
            return due.isStillDue(judges.of(due.round()), order, buyer) ? GO : NOT_DUE;
        }
    }

    private void keepLinks(Map<MessageId, Verdict> verdicts) {
        var going = verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Verdict.Go)
                .flatMap(entry -> Objects.requireNonNull(asked.get(entry.getKey())).links().stream())
                .toList();
        if (!going.isEmpty()) {
            ports.links().write(store.id(), going);
        }
    }
}
