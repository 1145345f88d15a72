package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.Column;
import dev.groundswell.core.segment.rule.SegmentField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** RFM scores and groups, said in the columns that they are computed from. Who never paid has none. */
record RfmPredicates(RfmBounds bounds) {

    private static final List<Integer> SCORES =
            IntStream.rangeClosed(1, RfmScores.MAX).boxed().toList();

    static final Predicate PAYS = Predicate.number(Column.PAID_ORDERS, Span.from(1));

    Predicate test(SegmentField field, ValueTest test) {
        return switch (test) {
            case NumberTest number -> scoreTest(field, number);
            case TextTest text -> groupTest(text);
        };
    }

    Predicate.Quantity.Score score(SegmentField field) {
        return switch (field) {
            case RFM_RECENCY -> new Predicate.Quantity.Score(Column.LAST_PAID_AT, bounds.recency());
            case RFM_FREQUENCY -> new Predicate.Quantity.Score(Column.PAID_ORDERS, bounds.frequency());
            case RFM_MONETARY -> new Predicate.Quantity.Score(Column.SPEND, bounds.monetary());
            default -> throw new IllegalArgumentException(field + " is no score.");
        };
    }

    private Predicate scoreTest(SegmentField field, NumberTest test) {
        var positive = test.negated() ? test.negate() : test;
        var scores = new TreeSet<>(SCORES);
        scores.removeIf(score -> !positive.holds(score.longValue()));
        var holds = Predicate.all(PAYS, isOneOf(score(field), scores));
        return test.negated() ? holds.negated() : holds;
    }

    private Predicate groupTest(TextTest test) {
        var positive = test.negated() ? test.negate() : test;
        var holds = Predicate.all(PAYS, Predicate.any(byRecency(positive)));
        return test.negated() ? holds.negated() : holds;
    }

    /** Recency scores that go with the same frequencies and amounts are asked together; likewise within. */
    private List<Predicate> byRecency(TextTest groups) {
        var recencies = new LinkedHashMap<LinkedHashMap<Set<Integer>, Set<Integer>>, Set<Integer>>();
        for (var recency : SCORES) {
            recencies
                    .computeIfAbsent(byMonetary(recency, groups), _ -> new TreeSet<>())
                    .add(recency);
        }
        var parts = new ArrayList<Predicate>();
        recencies.forEach((frequencies, scores) ->
                parts.add(Predicate.all(isOneOf(score(SegmentField.RFM_RECENCY), scores), box(frequencies))));
        return parts;
    }

    private Predicate box(LinkedHashMap<Set<Integer>, Set<Integer>> frequencies) {
        var parts = new ArrayList<Predicate>();
        frequencies.forEach((monetary, frequency) -> parts.add(Predicate.all(
                isOneOf(score(SegmentField.RFM_FREQUENCY), frequency),
                isOneOf(score(SegmentField.RFM_MONETARY), monetary))));
        return Predicate.any(parts);
    }

    /** The frequencies, by the amounts that make one of the groups with them. */
    private static LinkedHashMap<Set<Integer>, Set<Integer>> byMonetary(int recency, TextTest groups) {
        var frequencies = new LinkedHashMap<Set<Integer>, Set<Integer>>();
        for (var frequency : SCORES) {
            var monetary = new TreeSet<>(SCORES);
            monetary.removeIf(score -> !groups.holds(
                    new RfmScores(recency, frequency, score).segment().name()));
            frequencies.computeIfAbsent(monetary, _ -> new TreeSet<>()).add(frequency);
        }
        return frequencies;
    }

    private static Predicate isOneOf(Predicate.Quantity.Score score, Set<Integer> scores) {
        if (scores.size() == RfmScores.MAX) {
            return Predicate.Constant.EVERYBODY;
        }
        var spans = scores.stream().map(each -> span(score.bounds(), each)).toList();
        return spans.isEmpty()
                ? Predicate.Constant.NOBODY
                : Predicate.number(score.column(), new NumberTest(merged(spans), false));
    }

    /** The numbers with a score. */
    private static Span span(List<Long> bounds, int score) {
        var from = score == 1 ? Long.MIN_VALUE : boundBefore(bounds, score);
        return score > bounds.size() ? Span.from(from) : new Span(from, bounds.get(score - 1) - 1);
    }

    private static long boundBefore(List<Long> bounds, int score) {
        return score - 2 < bounds.size() ? bounds.get(score - 2) : Long.MAX_VALUE;
    }

    private static List<Span> merged(List<Span> ascending) {
        var merged = new ArrayList<Span>();
        for (var span : ascending) {
            var last = merged.isEmpty() ? Span.NONE : merged.getLast();
            if (!last.isEmpty() && !span.isEmpty() && span.from() == last.to() + 1) {
                merged.set(merged.size() - 1, new Span(last.from(), span.to()));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
