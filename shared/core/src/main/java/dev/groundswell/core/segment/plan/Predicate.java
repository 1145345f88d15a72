package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.segment.rule.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is bound: what it asks is said in columns and their numbers. There is no NOT: {@link #negated} reaches down to
 * the tests.
 */
sealed interface Predicate {

    Predicate negated();

    /** What it says of one customer, exactly. */
    boolean holds(AudienceRow row, BuyerHistory history);

    /** The same where columns decide it; where they do not, what holds for certain ({@code must}), or what is possible. */
    default Predicate byColumns(boolean must) {
        return this;
    }

    /** What is no question. */
    enum Constant implements Predicate {
        EVERYBODY,
        NOBODY;

        static Constant of(boolean isEverybody) {
            return isEverybody ? EVERYBODY : NOBODY;
        }

        @Override
        public Constant negated() {
            return of(this == NOBODY);
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return this == EVERYBODY;
        }
    }

    record All(List<Predicate> parts) implements Predicate {

        @Override
        public Predicate negated() {
            return any(each(parts, Predicate::negated));
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return parts.stream().allMatch(part -> part.holds(row, history));
        }

        @Override
        public Predicate byColumns(boolean must) {
            return all(each(parts, part -> part.byColumns(must)));
        }
    }

    record Any(List<Predicate> parts) implements Predicate {

        @Override
        public Predicate negated() {
            return all(each(parts, Predicate::negated));
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return parts.stream().anyMatch(part -> part.holds(row, history));
        }

        @Override
        public Predicate byColumns(boolean must) {
            return any(each(parts, part -> part.byColumns(must)));
        }
    }

    record NumberColumn(Column column, NumberTest test) implements Predicate {

        @Override
        public NumberColumn negated() {
            return new NumberColumn(column, test.negate());
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return test.holds(row.number(column));
        }
    }

    record TextColumn(Column column, TextTest test) implements Predicate {

        @Override
        public TextColumn negated() {
            return new TextColumn(column, test.negate());
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return test.holds(row.text(column));
        }
    }

    /** Two numbers of a customer. If one is absent, only NOT_EQUAL holds; if both are, nothing does. */
    record NumberComparison(Quantity left, Operator operator, Quantity right, boolean isNegated) implements Predicate {

        @Override
        public NumberComparison negated() {
            return new NumberComparison(left, operator, right, !isNegated);
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return isNegated != Comparisons.holds(left.of(row), operator, right.of(row));
        }
    }

    /** Likewise of two texts, equal or not. */
    record TextComparison(Column left, boolean isEqual, Column right, boolean isNegated) implements Predicate {

        @Override
        public TextComparison negated() {
            return new TextComparison(left, isEqual, right, !isNegated);
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            var operator = isEqual ? Operator.EQUAL : Operator.NOT_EQUAL;
            return isNegated != Comparisons.holds(row.text(left), operator, row.text(right));
        }
    }

    /**
     * A share of all customers, chosen by chance.
     *
     * @param below     how many of {@value #PARTS} parts are chosen
     * @param isNegated all others are
     */
    record Share(long seedHash, int below, boolean isNegated) implements Predicate {

        /** Percents with two places. */
        static final int PARTS = 10_000;

        @Override
        public Share negated() {
            return new Share(seedHash, below, !isNegated);
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return has(RowHash.of(row.buyer()));
        }

        boolean has(long rowHash) {
            return isNegated != (Math.unsignedMultiplyHigh(RowHash.mixed(rowHash, seedHash), PARTS) < below);
        }
    }

    /**
     * What only the history can decide.
     *
     * @param must where it holds for certain
     * @param may  where it is possible
     */
    record OfHistory(HistoryTest test, boolean isNegated, Predicate must, Predicate may) implements Predicate {

        @Override
        public OfHistory negated() {
            return new OfHistory(test, !isNegated, may.negated(), must.negated());
        }

        @Override
        public boolean holds(AudienceRow row, BuyerHistory history) {
            return isNegated != test.holds(history);
        }

        @Override
        public Predicate byColumns(boolean isMust) {
            return isMust ? must : may;
        }
    }

    /** A number of a customer, from a column or computed from one. */
    sealed interface Quantity {

        Column column();

        @Nullable
        Long of(AudienceRow row);

        record Stored(Column column) implements Quantity {

            @Override
            public @Nullable Long of(AudienceRow row) {
                return row.number(column);
            }
        }

        /** One of the RFM scores; absent without a paid order. */
        record Score(Column column, List<Long> bounds) implements Quantity {

            @Override
            public @Nullable Long of(AudienceRow row) {
                var number = row.number(column);
                var paidOrders = row.number(Column.PAID_ORDERS);
                return number == null || paidOrders == null || paidOrders < 1
                        ? null
                        : Long.valueOf(RfmBounds.score(bounds, number));
            }
        }
    }

    static Predicate number(Column column, NumberTest test) {
        return new NumberColumn(column, test);
    }

    static Predicate number(Column column, Span... spans) {
        return new NumberColumn(column, NumberTest.in(spans));
    }

    /** AND, without what is no question. */
    static Predicate all(List<Predicate> parts) {
        return combined(parts, Constant.EVERYBODY);
    }

    static Predicate all(Predicate... parts) {
        return all(List.of(parts));
    }

    /** OR, likewise. */
    static Predicate any(List<Predicate> parts) {
        return combined(parts, Constant.NOBODY);
    }

    static Predicate any(Predicate... parts) {
        return any(List.of(parts));
    }

    /** @param neutral what makes no difference; its opposite decides all */
    private static Predicate combined(List<Predicate> parts, Constant neutral) {
        var isAll = neutral == Constant.EVERYBODY;
        var left = new ArrayList<Predicate>();
        for (var part : parts) {
            switch (part) {
                case Constant constant
                when constant != neutral -> {
                    return constant;
                }
                case Constant _ -> {}
                case All(var inner) when isAll -> left.addAll(inner);
                case Any(var inner) when !isAll -> left.addAll(inner);
                default -> left.add(part);
            }
        }
        return switch (left.size()) {
            case 0 -> neutral;
            case 1 -> left.getFirst();
            default -> isAll ? new All(List.copyOf(left)) : new Any(List.copyOf(left));
        };
    }

    private static List<Predicate> each(List<Predicate> parts, UnaryOperator<Predicate> change) {
        return parts.stream().map(change).toList();
    }
}
