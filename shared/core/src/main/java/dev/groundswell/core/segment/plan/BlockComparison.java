package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.CodedColumn;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.segment.rule.Operator;
import java.util.Collections;
import java.util.List;

/** Two columns compared row by row, their negation aside. */
final class BlockComparison {

    private static final double COST = 6;

    private BlockComparison() {}

    static BlockPlan of(Predicate.NumberComparison comparison, Block block) {
        return new OfNumbers(
                Numbers.of(comparison.left(), block), comparison.operator(), Numbers.of(comparison.right(), block));
    }

    static BlockPlan of(Predicate.TextComparison comparison, Block block) {
        var left = block.column(comparison.left());
        var right = block.column(comparison.right());
        return new OfTexts(left, comparison.isEqual(), right, sameTexts(left, right));
    }

    /** By code of the right column: the left column's code of the same text, or -1. */
    private static long[] sameTexts(CodedColumn left, CodedColumn right) {
        var same = new long[right.dictionary().size() + 1];
        same[0] = -1;
        for (var code = 1; code < same.length; code++) {
            var place = Collections.binarySearch(
                    left.dictionary(), right.dictionary().get(code - 1));
            same[code] = place < 0 ? -1 : place + 1;
        }
        return same;
    }

    /** If one is absent, only NOT_EQUAL holds; if both are, nothing does. */
    private static long decided(Operator operator, long less, long equal, long knownLeft, long knownRight) {
        var both = knownLeft & knownRight;
        return switch (operator) {
            case EQUAL -> both & equal;
            case NOT_EQUAL -> (both & ~equal) | (knownLeft ^ knownRight);
            case LESS -> both & less;
            case LESS_OR_EQUAL -> both & (less | equal);
            case GREATER -> both & ~(less | equal);
            case GREATER_OR_EQUAL -> both & ~less;
        };
    }

    /** Numbers of rows; absent where the score would be, or the column is. */
    private record Numbers(CodedColumn column, List<Long> bounds, boolean isScore, BlockPlan known) {

        static Numbers of(Predicate.Quantity number, Block block) {
            var column = block.column(number.column());
            var isKnown = Predicate.number(number.column(), Span.ALL);
            return switch (number) {
                case Predicate.Quantity.Stored _ -> new Numbers(column, List.of(), false, BlockPlan.of(isKnown, block));
                case Predicate.Quantity.Score(var _, var bounds) ->
                    new Numbers(
                            column,
                            bounds,
                            true,
                            BlockPlan.of(
                                    Predicate.all(isKnown, Predicate.number(Column.PAID_ORDERS, Span.from(1))), block));
            };
        }

        void copy(int word, long[] into) {
            column.copyCodes(word, into);
            for (var i = 0; i < into.length; i++) {
                into[i] += column.base() - 1;
            }
            for (var i = 0; isScore && i < into.length; i++) {
                into[i] = RfmBounds.score(bounds, into[i]);
            }
        }
    }

    record OfNumbers(Numbers left, Operator operator, Numbers right) implements BlockPlan {

        @Override
        public long among(int word, long rows) {
            var lefts = new long[Long.SIZE];
            var rights = new long[Long.SIZE];
            left.copy(word, lefts);
            right.copy(word, rights);
            var less = 0L;
            var equal = 0L;
            for (var i = 0; i < Long.SIZE; i++) {
                less |= (lefts[i] < rights[i] ? 1L : 0L) << i;
                equal |= (lefts[i] == rights[i] ? 1L : 0L) << i;
            }
            return decided(operator, less, equal, left.known.among(word, rows), right.known.among(word, rows));
        }

        @Override
        public double cost() {
            return COST;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record OfTexts(CodedColumn left, boolean isEqual, CodedColumn right, long[] sameTexts) implements BlockPlan {

        @Override
        public long among(int word, long rows) {
            var lefts = new long[Long.SIZE];
            var rights = new long[Long.SIZE];
            left.copyCodes(word, lefts);
            right.copyCodes(word, rights);
            var equal = 0L;
            var knownLeft = 0L;
            var knownRight = 0L;
            for (var i = 0; i < Long.SIZE; i++) {
                equal |= (sameTexts[(int) rights[i]] == lefts[i] ? 1L : 0L) << i;
                knownLeft |= (lefts[i] == 0 ? 0L : 1L) << i;
                knownRight |= (rights[i] == 0 ? 0L : 1L) << i;
            }
            var operator = isEqual ? Operator.EQUAL : Operator.NOT_EQUAL;
            return rows & decided(operator, 0, equal, knownLeft, knownRight);
        }

        @Override
        public double cost() {
            return COST;
        }
    }
}
