package dev.groundswell.core.segment.rule;

import java.math.BigDecimal;
import java.util.List;

/** Says of every customer whether he or she belongs to a group. */
public sealed interface SegmentRule {

    /** AND. Of none: everybody. */
    record All(List<SegmentRule> rules) implements SegmentRule {
        public All {
            rules = List.copyOf(rules);
        }
    }

    /** OR. At least one. */
    record Any(List<SegmentRule> rules) implements SegmentRule {
        public Any {
            rules = List.copyOf(rules);
        }
    }

    record Not(SegmentRule rule) implements SegmentRule {}

    /** {@code paid_orders >= 2} */
    record FieldTest(Condition<SegmentField> condition) implements SegmentRule {}

    /**
     * {@code last_carted_at > last_ordered_at}: two fields of one kind. Where either is absent, only NOT_EQUAL holds, and
     * not even that where both are.
     */
    record FieldComparison(SegmentField left, Operator operator, SegmentField right) implements SegmentRule {}

    /** {@code orders(item = 'x' AND placed_at >= -30d) >= 2}: how many orders meet all the conditions. */
    record OrdersTest(List<Condition<OrderField>> conditions, Operator operator, long number) implements SegmentRule {
        public OrdersTest {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code events(kind = CART AND at >= -7d) >= 1}: how many behaviour events meet all the conditions. */
    record EventsTest(List<Condition<EventField>> conditions, Operator operator, long number) implements SegmentRule {
        public EventsTest {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code bought_in('618-2026')}: an order was paid in the promotion's days. */
    record BoughtIn(String promotion) implements SegmentRule {}

    /** {@code in_segment('vip')} */
    record InSegment(String segment) implements SegmentRule {}

    /**
     * {@code random('autumn') < 10}: the same share of customers, chosen by chance, as often as it is asked; another seed
     * chooses others. {@code random('autumn') >= 10} are the rest.
     *
     * @param operator LESS or GREATER_OR_EQUAL
     * @param percent  0 to 100, with at most two places
     */
    record Random(String seed, Operator operator, BigDecimal percent) implements SegmentRule {
        public Random {
            percent = new Literal.Decimal(percent).value();
        }
    }
}
