package dev.groundswell.core.reminder.explain;

import static java.util.function.Predicate.not;

import dev.groundswell.core.message.Messages;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Buyers;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.explain.OrderExplanation.OfPhase;
import dev.groundswell.core.reminder.sweep.ReminderOutcomes;
import dev.groundswell.core.reminder.sweep.Rounds;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.reminder.task.TaskJudge;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what became of one order and its reminders, what comes next, and which task is for it and why. */
public final class ExplainOrder {

    /** Longer than any reminder is under way, however long no sweep looks at it. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Orders orders;
    private final Buyers buyers;
    private final ReminderOutcomes reminders;
    private final ReminderTasks tasks;
    private final Rounds rounds;
    private final InstantSource time;

    public ExplainOrder(
            Orders orders,
            Buyers buyers,
            ReminderOutcomes reminders,
            ReminderTasks tasks,
            Rounds rounds,
            InstantSource time) {
        this.orders = orders;
        this.buyers = buyers;
        this.reminders = reminders;
        this.tasks = tasks;
        this.rounds = rounds;
        this.time = time;
    }

    /** Empty if there is no such order. */
    public Optional<OrderExplanation> explain(Store store, OrderId id) {
        return Optional.ofNullable(orders.find(store.id(), List.of(id)).get(id)).map(order -> explain(store, order));
    }

    private OrderExplanation explain(Store store, Order order) {
        var book = tasks.read(store.id());
        var kept = kept(store.id(), order);
        var reminded = ofPhases(kept.values(), names(store.id(), book, kept.values()));
        var buyer = buyers.read(store.id(), List.of(order.buyer())).getOrDefault(order.buyer(), BuyerFacts.UNKNOWN);
        var judge = new TaskJudge(book.tasks(), store.zone());
        var words = new Words(store.zone());
        return new OrderExplanation(
                order,
                next(judge, order, buyer, kept, words),
                new History(order, words).with(reminded),
                reminded,
                judge.verdicts(order, buyer),
                book.revision());
    }

    private Map<Phase, OrderReminders> kept(StoreId store, Order order) {
        var keys = Arrays.stream(Phase.values())
                .map(phase -> new OrderPhase(order.buyer(), order.id(), phase))
                .toList();
        return reminders.find(store, keys).values().stream()
                .collect(Collectors.toMap(OrderReminders::phase, found -> found));
    }

    // ---- whose its reminders were

    private static List<OfPhase> ofPhases(Collection<OrderReminders> kept, Map<String, String> names) {
        return kept.stream()
                .sorted((one, other) -> one.phase().compareTo(other.phase()))
                .flatMap(ofPhase -> ofPhase.reminders().stream()
                        .map(reminder -> new OfPhase(
                                ofPhase.phase(), reminder, Optional.ofNullable(names.get(reminder.task())))))
                .toList();
    }

    private Map<String, String> names(StoreId store, TaskBook book, Collection<OrderReminders> kept) {
        var names = new HashMap<String, String>();
        book.tasks().forEach(task -> names.put(task.id().value(), task.name()));
        var unknown = kept.stream()
                .flatMap(ofPhase -> ofPhase.reminders().stream())
                .map(Reminder::task)
                .filter(not(names::containsKey))
                .collect(Collectors.toSet());
        terms(store, unknown).forEach(round -> names.put(round.id().value(), round.name()));
        return names;
    }

    private Collection<ReminderTask> terms(StoreId store, Set<String> ids) {
        return ids.isEmpty() ? List.of() : rounds.find(store, ids).values();
    }

    // ---- what comes next

    private String next(TaskJudge judge, Order order, BuyerFacts buyer, Map<Phase, OrderReminders> kept, Words words) {
        var underWay = kept.values().stream()
                .flatMap(ofPhase -> ofPhase.underWay().stream())
                .filter(reminder -> reminder.fate() instanceof Fate.Chosen chosen && isRecent(chosen))
                .findFirst();
        if (underWay.isPresent()) {
            return "Reminder " + underWay.get().ordinal() + " is on its way.";
        }
        var phase = Phase.of(order).orElse(Phase.PAYMENT);
        var known = kept.getOrDefault(phase, OrderReminders.none(order.buyer(), order.id(), phase));
        return words.of(judge.judge(order, buyer, known, time.instant()));
    }

    /** The books forget their messages after {@value Messages#KEPT_DAYS} days; that one is not under way any more. */
    private boolean isRecent(Fate.Chosen chosen) {
        return chosen.at().plus(A_DAY).isAfter(time.instant());
    }
}
