package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.CodedColumn;
import dev.groundswell.core.segment.plan.Predicate.Share;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A predicate over one block: tests are ranges of codes, what the block's own least and greatest numbers decide is decided,
 * and the cheapest and most selective tests come first. Rows are looked at 64 at once.
 */
sealed interface BlockPlan
        permits BlockPlan.Alike,
                BlockPlan.Outside,
                BlockPlan.InRange,
                BlockPlan.InRanges,
                BlockPlan.InShare,
                BlockPlan.AllOf,
                BlockPlan.AnyOf,
                BlockComparison.OfNumbers,
                BlockComparison.OfTexts {

    /**
     * Which of these rows are selected.
     *
     * @param word of a {@link dev.groundswell.core.audience.RowSet}
     * @param rows bits of it; others are not looked at, or not told
     */
    long among(int word, long rows);

    /** What 64 rows cost, compared with a range of codes of one byte. */
    double cost();

    static BlockPlan of(Predicate predicate, Block block) {
        return switch (predicate) {
            case Predicate.Constant constant ->
                constant == Predicate.Constant.EVERYBODY ? Alike.EVERYBODY : Alike.NOBODY;
            case Predicate.All(var parts) -> AllOf.of(each(parts, block), block.size());
            case Predicate.Any(var parts) -> AnyOf.of(each(parts, block), block.size());
            case Predicate.NumberColumn(var column, var test) -> {
                var coded = block.column(column);
                yield outsideIf(test.negated(), InRanges.of(coded, CodeRanges.of(coded, test)));
            }
            case Predicate.TextColumn(var column, var test) -> {
                var coded = block.column(column);
                yield outsideIf(test.negated(), InRanges.of(coded, CodeRanges.of(coded, test)));
            }
            case Predicate.NumberComparison comparison ->
                outsideIf(comparison.isNegated(), BlockComparison.of(comparison, block));
            case Predicate.TextComparison comparison ->
                outsideIf(comparison.isNegated(), BlockComparison.of(comparison, block));
            case Share share -> new InShare(block, share);
            case Predicate.OfHistory _ ->
                throw new IllegalArgumentException("Columns do not decide it: ask for what they tell of it.");
        };
    }

    private static List<BlockPlan> each(List<Predicate> parts, Block block) {
        return parts.stream().map(part -> of(part, block)).toList();
    }

    private static BlockPlan outsideIf(boolean isNegated, BlockPlan plan) {
        if (!isNegated) {
            return plan;
        }
        return plan instanceof Alike alike ? alike.other() : new Outside(plan);
    }

    /** All rows, or none. */
    enum Alike implements BlockPlan {
        EVERYBODY,
        NOBODY;

        @Override
        public long among(int word, long rows) {
            return this == EVERYBODY ? rows : 0;
        }

        @Override
        public double cost() {
            return 0;
        }

        Alike other() {
            return this == EVERYBODY ? NOBODY : EVERYBODY;
        }
    }

    record Outside(BlockPlan plan) implements BlockPlan {

        @Override
        public long among(int word, long rows) {
            return rows & ~plan.among(word, rows);
        }

        @Override
        public double cost() {
            return plan.cost();
        }
    }

    record InRange(CodedColumn column, long low, long high) implements BlockPlan {

        @Override
        public long among(int word, long rows) {
            return column.inRange(word, rows, low, high);
        }

        @Override
        public double cost() {
            return cost(column);
        }

        static double cost(CodedColumn column) {
            return 1 + column.width() / 8.0;
        }
    }

    /** Several ranges, up to some hundreds. */
    record InRanges(CodedColumn column, CodeRanges ranges) implements BlockPlan {

        /** Up to so many, one after the other costs less than looking up each row. */
        private static final int FEW = 4;

        /** What looking up a row costs, compared with one range. */
        private static final double LOOK_UP = 8;

        static BlockPlan of(CodedColumn column, CodeRanges ranges) {
            if (ranges.isEmpty()) {
                return Alike.NOBODY;
            }
            if (ranges.hasAll(column)) {
                return Alike.EVERYBODY;
            }
            return ranges.size() == 1
                    ? new InRange(column, ranges.low(0), ranges.high(0))
                    : new InRanges(column, ranges);
        }

        @Override
        public long among(int word, long rows) {
            return ranges.size() <= FEW ? oneByOne(word, rows) : lookedUp(word, rows);
        }

        private long oneByOne(int word, long rows) {
            var found = 0L;
            for (var i = 0; i < ranges.size(); i++) {
                found |= column.inRange(word, rows, ranges.low(i), ranges.high(i));
            }
            return found;
        }

        private long lookedUp(int word, long rows) {
            var found = 0L;
            for (var left = rows; left != 0; left &= left - 1) {
                var bit = Long.numberOfTrailingZeros(left);
                found |= ranges.has(column.code((word << 6) + bit)) ? 1L << bit : 0;
            }
            return found;
        }

        @Override
        public double cost() {
            return ranges.size() <= FEW ? ranges.size() * InRange.cost(column) : LOOK_UP;
        }
    }

    record InShare(Block block, Share share) implements BlockPlan {

        /** A hash is mixed for each row. */
        private static final double COST = 3;

        @Override
        public long among(int word, long rows) {
            var found = 0L;
            for (var left = rows; left != 0; left &= left - 1) {
                var bit = Long.numberOfTrailingZeros(left);
                found |= share.has(block.hash((word << 6) + bit)) ? 1L << bit : 0;
            }
            return found;
        }

        @Override
        public double cost() {
            return COST;
        }
    }

    /** Later parts look only at the rows that are left. */
    @SuppressWarnings("ArrayRecordComponent")
    record AllOf(BlockPlan[] parts, double cost) implements BlockPlan {

        static BlockPlan of(List<BlockPlan> parts, int size) {
            if (parts.contains(Alike.NOBODY)) {
                return Alike.NOBODY;
            }
            var left = parts.stream().filter(part -> part != Alike.EVERYBODY).toList();
            return switch (left.size()) {
                case 0 -> Alike.EVERYBODY;
                case 1 -> left.getFirst();
                default -> {
                    var sample = Sample.of(size);
                    yield new AllOf(ordered(left, part -> part.cost() / (1 - sample.share(part))), sumOfCosts(left));
                }
            };
        }

        @Override
        public long among(int word, long rows) {
            var left = rows;
            for (var part : parts) {
                left = part.among(word, left);
                if (left == 0) {
                    return 0;
                }
            }
            return left;
        }
    }

    /** Later parts look only at the rows that are not yet selected. */
    @SuppressWarnings("ArrayRecordComponent")
    record AnyOf(BlockPlan[] parts, double cost) implements BlockPlan {

        static BlockPlan of(List<BlockPlan> parts, int size) {
            if (parts.contains(Alike.EVERYBODY)) {
                return Alike.EVERYBODY;
            }
            var left = parts.stream().filter(part -> part != Alike.NOBODY).toList();
            return switch (left.size()) {
                case 0 -> Alike.NOBODY;
                case 1 -> left.getFirst();
                default -> {
                    var sample = Sample.of(size);
                    yield new AnyOf(ordered(left, part -> part.cost() / sample.share(part)), sumOfCosts(left));
                }
            };
        }

        @Override
        public long among(int word, long rows) {
            var left = rows;
            for (var part : parts) {
                left &= ~part.among(word, left);
                if (left == 0) {
                    return rows;
                }
            }
            return rows & ~left;
        }
    }

    /** Rows are in the order of their hashes, so the first ones are as good as any others to guess the share that a test selects. */
    record Sample(int rows) {

        static Sample of(int size) {
            return new Sample(Math.min(size, Long.SIZE));
        }

        /** Never 0 nor 1. */
        double share(BlockPlan plan) {
            var selected = rows == 0 ? 0 : Long.bitCount(plan.among(0, -1L >>> (Long.SIZE - rows)));
            return (selected + 0.5) / (rows + 1);
        }
    }

    private static BlockPlan[] ordered(List<BlockPlan> parts, ToDoubleFunction<BlockPlan> rank) {
        record Ranked(BlockPlan plan, double rank) {}
        return parts.stream()
                .map(part -> new Ranked(part, rank.applyAsDouble(part)))
                .sorted(Comparator.comparingDouble(Ranked::rank))
                .map(Ranked::plan)
                .toArray(BlockPlan[]::new);
    }

    private static double sumOfCosts(List<BlockPlan> parts) {
        return parts.stream().mapToDouble(BlockPlan::cost).sum();
    }
}
