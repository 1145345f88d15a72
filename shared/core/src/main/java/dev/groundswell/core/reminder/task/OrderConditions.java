package dev.groundswell.core.reminder.task;

import dev.groundswell.core.reminder.BuyerFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders of its kind a task is for.
 *
 * @param amounts      what is payable lies in one of them; none: any amount
 * @param blockedFlags the seller's flags 1 to 5 that keep an order from being reminded
 * @param customers    empty for all
 */
public record OrderConditions(
        List<AmountRange> amounts, Set<Integer> blockedFlags, ItemChoice items, Optional<CustomerAge> customers) {

    public static final OrderConditions NONE =
            new OrderConditions(List.of(), Set.of(), new ItemChoice.All(), Optional.empty());

    public OrderConditions {
        amounts = List.copyOf(amounts);
        blockedFlags = Set.copyOf(blockedFlags);
    }

    boolean haveAmount(long payable) {
        return amounts.isEmpty() || amounts.stream().anyMatch(range -> range.contains(payable));
    }

    boolean haveCustomer(CustomerAge customer) {
        return customers.map(customer::equals).orElse(true);
    }

    /**
     * In minor units.
     *
     * @param from 0 or more
     * @param to   beyond the last one; empty for no end
     */
    public record AmountRange(long from, Optional<Long> to) {

        boolean contains(long amount) {
            return amount >= from && to.map(end -> amount < end).orElse(true);
        }
    }

    /** Whether the buyer has ever paid an order of the store. */
    public enum CustomerAge {
        NEW,
        RETURNING;

        public static CustomerAge of(BuyerFacts buyer) {
            return buyer.isReturning() ? RETURNING : NEW;
        }
    }
}
