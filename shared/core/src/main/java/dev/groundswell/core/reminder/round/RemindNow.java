package dev.groundswell.core.reminder.round;

import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.reminder.round.SurveyOrders.Found;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.SaveReminderTask.Misfit;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.reminder.task.TaskRules;
import dev.groundswell.core.reminder.task.TaskSettings;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reminds by hand of whatever orders wait now, at once or at an instant to come. It is asked twice: first what it would come to,
 * and then to do it, by the id that the first answer had; so doing it again does nothing more.
 */
public final class RemindNow {

    /** What a request can read in its time; more is a task or a campaign. */
    public static final int MAX_ORDERS = 20_000;

    /** Enough to see what is meant. */
    public static final int MAX_SAMPLE = 10;

    /** A promotion and the days after it; who waits for longer waits for something else. */
    public static final Duration MAX_AHEAD = Duration.ofDays(30);

    private final RoundBook rounds;
    private final WakeUps wakeUps;
    private final SurveyOrders survey;
    private final MessageSettingsStore settings;
    private final InstantSource time;
    private final RandomGenerator random;

    public RemindNow(
            RoundBook rounds,
            WakeUps wakeUps,
            SurveyOrders survey,
            MessageSettingsStore settings,
            InstantSource time,
            RandomGenerator random) {
        this.rounds = rounds;
        this.wakeUps = wakeUps;
        this.survey = survey;
        this.settings = settings;
        this.time = time;
        this.random = random;
    }

    /**
     * What is wanted.
     *
     * @param settings whose schedule does not matter; without texts for those of the product
     * @param at       when, up to {@link #MAX_AHEAD} to come; empty: now. Where that is on another day of the store, nobody knows
     *                 yet who will have been sent a message on it: a filter that leaves out whoever was messaged then means one
     *                 reminder a day, as tasks may say
     */
    public record Request(RoundFilter filter, TaskSettings settings, Optional<Instant> at) {}

    /**
     * What a round would come to.
     *
     * @param orders        how many reminders
     * @param dropped       how many orders more there are, by why they would get none
     * @param messagedToday how many more, whose buyers were sent a message today
     * @param parts         of all messages
     * @param cost          at the dearest active provider's price, in minor units
     */
    public record Outlook(
            int orders,
            Map<DropReason, Integer> dropped,
            int messagedToday,
            long parts,
            long cost,
            List<Sample> sample) {

        public Outlook {
            dropped = Map.copyOf(dropped);
            sample = List.copyOf(sample);
        }
    }

    public record Sample(OrderId order, BuyerId buyer, int ordinal, Content content) {}

    /** What came of it. */
    public sealed interface Result {

        /**
         * @param id by which it can be done
         * @param at when its reminders would be due
         */
        record Checked(TaskId id, Instant at, Outlook outlook) implements Result {}

        /** The orders are woken; their reminders go with the next sweep, or that of their instant. */
        record Started(Round round) implements Result {}

        /** @param misfits what is wrong with the settings, at least one */
        record Refused(List<Misfit> misfits) implements Result {

            public Refused {
                misfits = List.copyOf(misfits);
            }
        }

        /** More than {@link #MAX_ORDERS} wait: the filter has to say more. */
        record TooMany() implements Result {}

        /** The instant is over, or lies too far ahead. */
        record NotThen() implements Result {}

        /** It is for orders that will only be placed until then, of which nobody knows yet. */
        record NotPlacedYet() implements Result {}
    }

    /** Sends nothing. */
    public Result check(Store store, Request request) {
        var now = now();
        var id = TaskId.of(now, random);
        return surveyed(
                store,
                id,
                request,
                now,
                (terms, at, found) -> new Result.Checked(id, at, survey.outlook(store, terms, found)));
    }

    /**
     * Wakes the orders, which then pass all that any reminder passes.
     *
     * @param id that {@link #check} gave; a second time, the orders of now are woken for the same round, which reminds each once
     */
    public Result start(Store store, TaskId id, Request request, String by) {
        return surveyed(
                store,
                id,
                request,
                now(),
                (terms, at, found) -> new Result.Started(woken(store, terms, by, at, reminded(found))));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is to be made of the orders that were found. */
    @FunctionalInterface
    private interface Use {
        Result of(ReminderTask terms, Instant at, List<Found> found);
    }

    private Result surveyed(Store store, TaskId id, Request request, Instant now, Use use) {
        var at = request.at().orElse(now);
        var refused = refused(store, request, at, now);
        if (refused.isPresent()) {
            return refused.get();
        }
        var day = new StoreCalendar(store.zone());
        var isToday = day.dayOf(at).equals(day.dayOf(now));
        var isLimited = !isToday && !request.filter().messagedToday();
        var settings = isLimited ? request.settings().onceADay() : request.settings();
        var terms = terms(store, settings, id, at);
        return survey.of(store, isToday ? request.filter() : request.filter().withMessagedToday(), terms, now)
                .map(found -> use.of(terms, at, found))
                .orElseGet(Result.TooMany::new);
    }

    private Optional<Result> refused(Store store, Request request, Instant at, Instant now) {
        if (at.isBefore(now) || at.isAfter(now.plus(MAX_AHEAD))) {
            return Optional.of(new Result.NotThen());
        }
        if (at.isAfter(now)
                && request.filter().orderedTo().filter(now::isBefore).isPresent()) {
            return Optional.of(new Result.NotPlacedYet());
        }
        var misfits = TaskRules.misfits(
                store,
                settings.find(store.id()),
                request.settings().switchedOn().orDefault(store));
        return misfits.isEmpty() ? Optional.empty() : Optional.of(new Result.Refused(misfits));
    }

    private static ReminderTask terms(Store store, TaskSettings wanted, TaskId id, Instant at) {
        return wanted.switchedOn()
                .onceAt(at.atZone(store.zone()).toLocalDateTime())
                .orDefault(store)
                .task(id, at);
    }

    private static List<Order> reminded(List<Found> found) {
        return found.stream().filter(Found::isReminded).map(Found::order).toList();
    }

    /** The round is kept before its orders are woken, so that none is woken for nothing. */
    private Round woken(Store store, ReminderTask terms, String by, Instant at, List<Order> orders) {
        var round = rounds.add(store.id(), new Round(terms, at, by, orders.size()));
        var id = round.id().value();
        wakeUps.put(
                store.id(),
                orders.stream()
                        .map(order -> new WakeUp(round.at(), order.buyer(), order.id(), id, Optional.of(id)))
                        .toList());
        return round;
    }
}
