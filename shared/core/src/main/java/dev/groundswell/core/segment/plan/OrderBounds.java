package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Column;
import dev.groundswell.core.segment.rule.OrderField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What columns tell of how many orders meet some conditions. */
record OrderBounds(List<FieldCondition<OrderField>> conditions) {

    private static final Set<OrderField> ONLY_OF_PAID =
            Set.of(OrderField.PAID_AT, OrderField.PAID_AMOUNT, OrderField.REFUND);

    private static final Map<String, Column> BY_ORIGIN = Map.of(
            "WEB", Column.WEB_ORDERS,
            "MOBILE", Column.MOBILE_ORDERS,
            "GROUP_DEAL", Column.GROUP_DEAL_ORDERS,
            "FLASH_SALE", Column.FLASH_SALE_ORDERS,
            "OFFLINE", Column.OFFLINE_ORDERS);

    private static final NumberTest IS_PAID = NumberTest.in(new Span(1, 1));

    CountBounds bounds() {
        if (conditions.isEmpty()) {
            return exactly(Column.ORDERS);
        }
        var only = conditions.size() == 1 ? exactColumn(conditions.getFirst()) : null;
        if (only != null) {
            return exactly(only);
        }
        var window = conditions.size() == 1 ? window(conditions.getFirst()) : null;
        return new CountBounds(
                possible(),
                window == null ? Predicate.Constant.NOBODY : window.hasOne(),
                atMost(),
                window == null ? Predicate.Constant.NOBODY : window.hasAll());
    }

    /** Orders placed or paid in one stretch of time. */
    private record Window(Column first, Column last, Span span) {

        /** The first or the last is in it. Of one that never ends, that is the last. */
        Predicate hasOne() {
            var lastIsIn = Predicate.number(last, span);
            if (span.to() == Long.MAX_VALUE) {
                return lastIsIn;
            }
            var firstIsIn = Predicate.number(first, span);
            return span.from() == Long.MIN_VALUE ? firstIsIn : Predicate.any(firstIsIn, lastIsIn);
        }

        Predicate hasAll() {
            return Predicate.all(
                    Predicate.number(first, Span.from(span.from())), Predicate.number(last, Span.upTo(span.to())));
        }

        /** False only where all are before it or all after. */
        Predicate mayHaveOne() {
            var begins = Predicate.number(first, Span.upTo(span.to()));
            var ends = Predicate.number(last, Span.from(span.from()));
            if (span.to() == Long.MAX_VALUE) {
                return ends;
            }
            return span.from() == Long.MIN_VALUE ? begins : Predicate.all(begins, ends);
        }
    }

    private static CountBounds exactly(Column column) {
        var some = Predicate.number(column, Span.from(1));
        return new CountBounds(some, some, List.of(column), Predicate.Constant.EVERYBODY);
    }

    private static @Nullable Column exactColumn(FieldCondition<OrderField> condition) {
        return switch (condition.field()) {
            case IS_PAID -> condition.test().equals(IS_PAID) ? Column.PAID_ORDERS : null;
            case ORIGIN -> origin(condition);
            default -> null;
        };
    }

    private static @Nullable Column origin(FieldCondition<OrderField> condition) {
        return condition.test() instanceof TextTest(var any, var texts, var negated)
                        && !any
                        && !negated
                        && texts.size() == 1
                ? BY_ORIGIN.get(texts.iterator().next())
                : null;
    }

    /** Null for a condition that is no single stretch of time. */
    private static @Nullable Window window(FieldCondition<OrderField> condition) {
        var isStretch = condition.test() instanceof NumberTest(var spans, var negated) && !negated && spans.size() == 1;
        return isStretch ? hull(condition) : null;
    }

    /** Null for a condition that is none of time, or holds for what has no time. */
    private static @Nullable Window hull(FieldCondition<OrderField> condition) {
        if (!condition.needsValue()) {
            return null;
        }
        return switch (condition.field()) {
            case PLACED_AT -> new Window(Column.FIRST_ORDERED_AT, Column.LAST_ORDERED_AT, condition.hull());
            case PAID_AT -> new Window(Column.FIRST_PAID_AT, Column.LAST_PAID_AT, condition.hull());
            default -> null;
        };
    }

    private Predicate possible() {
        var needed = new ArrayList<Predicate>();
        for (var condition : conditions) {
            var window = hull(condition);
            if (window != null) {
                needed.add(window.mayHaveOne());
            }
        }
        if (needed.isEmpty()) {
            atMost().forEach(column -> needed.add(Predicate.number(column, Span.from(1))));
        }
        return Predicate.all(needed);
    }

    /** The narrowest first. */
    private List<Column> atMost() {
        var columns = new ArrayList<Column>();
        columns.add(conditions.stream().anyMatch(OrderBounds::isOnlyOfPaid) ? Column.PAID_ORDERS : Column.ORDERS);
        for (var condition : conditions) {
            var origin = condition.field() == OrderField.ORIGIN ? origin(condition) : null;
            if (origin != null) {
                columns.add(origin);
            }
        }
        return columns;
    }

    private static boolean isOnlyOfPaid(FieldCondition<OrderField> condition) {
        return condition.field() == OrderField.IS_PAID
                ? condition.test().equals(IS_PAID)
                : condition.needsValue() && ONLY_OF_PAID.contains(condition.field());
    }
}
