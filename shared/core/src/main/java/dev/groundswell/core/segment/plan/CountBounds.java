package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Column;
import java.util.List;

/**
 * What columns tell of a count that only the history has.
 *
 * @param possible  false only where the count is 0
 * @param certain   true only where the count is at least 1
 * @param atMost    columns that the count does not exceed
 * @param countsAll true only where the count is the first of {@code atMost}
 */
record CountBounds(Predicate possible, Predicate certain, List<Column> atMost, Predicate countsAll) {

    CountBounds {
        atMost = List.copyOf(atMost);
    }

    /** Those of something of which no column tells anything. */
    static final CountBounds UNKNOWN = new CountBounds(
            Predicate.Constant.EVERYBODY, Predicate.Constant.NOBODY, List.of(), Predicate.Constant.NOBODY);

    /**
     * A test of the count, decided by columns as far as they can.
     *
     * @param number a count is never negative
     */
    Predicate test(HistoryTest test, NumberTest number) {
        if (isTheSameFrom1(number) && number.holds(0L) == number.holds(1L)) {
            return Predicate.Constant.of(number.holds(0L));
        }
        if (isTheSameFrom1(number) && possible.equals(certain)) {
            return number.holds(1L) ? certain : possible.negated();
        }
        if (countsAll.equals(Predicate.Constant.EVERYBODY)) {
            return Predicate.number(atMost.getFirst(), number);
        }
        return new Predicate.OfHistory(test, false, must(number), may(number));
    }

    private Predicate may(NumberTest number) {
        var atAll = number.holds(0L) ? notCertainly(number) : Predicate.all(possible, reaches(leastOf(number)));
        return Predicate.all(atAll, allOrNot(countsAll.negated(), number));
    }

    /** Holds for 0: impossible only where the count is certainly more and the test holds for nothing more. */
    private Predicate notCertainly(NumberTest number) {
        return isTheSameFrom1(number) ? certain.negated() : Predicate.Constant.EVERYBODY;
    }

    private Predicate must(NumberTest number) {
        var whole = countsAll.equals(Predicate.Constant.NOBODY)
                ? Predicate.Constant.NOBODY
                : Predicate.all(countsAll, Predicate.number(atMost.getFirst(), number));
        if (number.holds(0L)) {
            return Predicate.any(possible.negated(), staysBelow(number), whole);
        }
        var holdsForAnyMore = number.holds(1L) && isTheSameFrom1(number);
        return holdsForAnyMore ? Predicate.any(certain, whole) : whole;
    }

    private Predicate allOrNot(Predicate notAll, NumberTest number) {
        return notAll.equals(Predicate.Constant.EVERYBODY)
                ? Predicate.Constant.EVERYBODY
                : Predicate.any(notAll, Predicate.number(atMost.getFirst(), number));
    }

    private Predicate reaches(long least) {
        return Predicate.all(atMost.stream()
                .map(column -> Predicate.number(column, Span.from(least)))
                .toList());
    }

    /** The count does not exceed a column, and the test holds for all from 0 to there. */
    private Predicate staysBelow(NumberTest number) {
        var last = lastFrom0(number);
        return Predicate.any(atMost.stream()
                .map(column -> Predicate.number(column, new Span(0, last)))
                .toList());
    }

    private static boolean isTheSameFrom1(NumberTest number) {
        return number.spans().stream().allMatch(span -> isAllOrNothing(span.and(Span.from(1))));
    }

    private static boolean isAllOrNothing(Span span) {
        return span.isEmpty() || span.equals(Span.from(1));
    }

    /** The least count for which the test holds; it does not for 0. */
    private static long leastOf(NumberTest number) {
        if (number.negated()) {
            return lastFrom0(number.negate()) + 1;
        }
        return number.spans().stream()
                .map(span -> span.and(Span.from(0)))
                .filter(span -> !span.isEmpty())
                .mapToLong(Span::from)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The last count of those from 0 on for which the test holds without a gap. */
    private static long lastFrom0(NumberTest number) {
        if (number.negated()) {
            return leastOf(number.negate()) - 1;
        }
        return number.spans().stream()
                .filter(span -> span.has(0))
                .mapToLong(Span::to)
                .max()
                .orElse(-1);
    }
}
