package dev.groundswell.core.segment.plan;

import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.segment.rule.EventField;
import dev.groundswell.core.segment.rule.OrderField;
import java.util.List;

/** How many orders or events of a customer meet some conditions. */
sealed interface HistoryTest {

    boolean holds(BuyerHistory history);

    record OrderCount(List<FieldCondition<OrderField>> conditions, NumberTest number) implements HistoryTest {

        @Override
        public boolean holds(BuyerHistory history) {
            return number.holds(history.orders().stream().filter(this::meets).count());
        }

        private boolean meets(Order order) {
            return conditions.stream().allMatch(condition -> OrderValues.hold(order, condition));
        }
    }

    record EventCount(List<FieldCondition<EventField>> conditions, NumberTest number) implements HistoryTest {

        @Override
        public boolean holds(BuyerHistory history) {
            return number.holds(history.events().stream().filter(this::meets).count());
        }

        private boolean meets(BehaviourEvent event) {
            return conditions.stream().allMatch(condition -> meets(event, condition));
        }

        private static boolean meets(BehaviourEvent event, FieldCondition<EventField> condition) {
            return switch (condition.test()) {
                case NumberTest test -> test.holds(event.at().getEpochSecond());
                case TextTest test ->
                    test.holds(
                            switch (condition.field()) {
                                case KIND -> event.kind().name();
                                case ITEM -> event.itemId();
                                case CATEGORY -> event.category();
                                case AT -> null;
                            });
            };
        }
    }
}
