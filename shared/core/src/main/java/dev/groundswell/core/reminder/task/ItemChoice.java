package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import java.util.Set;

/** Which orders a task is for, by the items in them. */
public sealed interface ItemChoice {

    boolean fits(Order order);

    record All() implements ItemChoice {

        @Override
        public boolean fits(Order order) {
            return true;
        }
    }

    /** Orders with at least one of these. */
    record Only(Set<String> items) implements ItemChoice {

        public Only {
            items = Set.copyOf(items);
        }

        @Override
        public boolean fits(Order order) {
            return order.items().stream().anyMatch(item -> items.contains(item.itemId()));
        }
    }

    /** Orders with none of these. */
    record AllBut(Set<String> items) implements ItemChoice {

        public AllBut {
            items = Set.copyOf(items);
        }

        @Override
        public boolean fits(Order order) {
            return order.items().stream().noneMatch(item -> items.contains(item.itemId()));
        }
    }
}
