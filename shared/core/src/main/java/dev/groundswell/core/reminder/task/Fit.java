package dev.groundswell.core.reminder.task;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.time.StoreCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * One of the things that a task asks of an order to be for it, whatever other tasks there are.
 *
 * @param otherwise why the task is not for the order, in words
 */
record Fit(BiPredicate<ReminderTask, Asked> holds, BiFunction<ReminderTask, Asked, String> otherwise) {

    private static final Fit SWITCHED_ON = new Fit((task, _) -> task.active(), (_, _) -> "It is switched off.");

    private static final Fit KIND = new Fit(
            (task, asked) -> asked.kind().filter(task.kind()::equals).isPresent(),
            (task, asked) -> "It is for orders of the kind " + task.kind() + ", and this one "
                    + asked.kind().map(kind -> "is " + kind).orElse("waits for no payment") + ".");

    private static final Fit DATES = new Fit(
            (task, asked) -> task.dates().contain(asked.day()),
            (_, asked) -> "The order was placed on " + asked.day() + ", which is not among its dates.");

    private static final Fit ITEMS = new Fit(
            (task, asked) -> task.conditions().items().fits(asked.order()),
            (task, _) -> task.conditions().items() instanceof ItemChoice.Only
                    ? "The order has none of its items."
                    : "The order has an item that it leaves out.");

    private static final Fit AMOUNT = new Fit(
            (task, asked) -> task.conditions().haveAmount(asked.payable().minorUnits()),
            (_, asked) -> "The order's amount, " + asked.payable() + ", is in none of its ranges.");

    private static final Fit FLAG = new Fit(
            (task, asked) -> !task.conditions().blockedFlags().contains(asked.flag()),
            (_, asked) -> "The order has the seller's flag " + asked.flag() + ", which it leaves alone.");

    private static final Fit CUSTOMER = new Fit(
            (task, asked) -> task.conditions().haveCustomer(asked.customer()),
            (_, asked) -> "The buyer is a " + asked.customer().name().toLowerCase(Locale.ROOT)
                    + " customer; it is for others.");

    /** What is looked at first is told first. */
    private static final List<Fit> ALL = List.of(SWITCHED_ON, KIND, DATES, ITEMS, AMOUNT, FLAG, CUSTOMER);

    /** An order that tasks are asked about. */
    record Asked(Order order, BuyerFacts buyer, ZoneId zone) {

        Optional<OrderKind> kind() {
            return OrderKind.of(order);
        }

        Money payable() {
            return order.amounts().payable();
        }

        int flag() {
            return order.sellerFlag();
        }

        LocalDate day() {
            return new StoreCalendar(zone).dayOf(order.times().orderedAt());
        }

        CustomerAge customer() {
            return CustomerAge.of(buyer);
        }
    }

    static boolean of(ReminderTask task, Asked asked) {
        return ALL.stream().allMatch(fit -> fit.holds.test(task, asked));
    }

    /** Why a task is not for an order, in words; empty if it fits. */
    static Optional<String> misfit(ReminderTask task, Asked asked) {
        return ALL.stream()
                .filter(fit -> !fit.holds.test(task, asked))
                .findFirst()
                .map(fit -> fit.otherwise.apply(task, asked));
    }
}
