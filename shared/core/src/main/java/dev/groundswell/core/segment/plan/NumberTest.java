package dev.groundswell.core.segment.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number must be. Negated it also holds where there is no number.
 *
 * @param spans of which it must be in one, or negated in none
 */
record NumberTest(List<Span> spans, boolean negated) implements ValueTest {

    NumberTest {
        spans = spans.stream().filter(span -> !span.isEmpty()).toList();
    }

    static NumberTest in(Span... spans) {
        return new NumberTest(List.of(spans), false);
    }

    @Override
    public NumberTest negate() {
        return new NumberTest(spans, !negated);
    }

    boolean holds(@Nullable Long number) {
        return negated != (number != null && isInSpan(number));
    }

    /** Of several numbers: any of them, or negated none. */
    boolean holdsOfAny(List<Long> numbers) {
        return negated != numbers.stream().anyMatch(this::isInSpan);
    }

    private boolean isInSpan(long number) {
        for (var span : spans) {
            if (span.has(number)) {
                return true;
            }
        }
        return false;
    }

    /** From the least to the greatest number for which it holds; all where it is negated. */
    Span hull() {
        if (negated) {
            return Span.ALL;
        }
        var hull = Span.NONE;
        for (var span : spans) {
            hull = new Span(Math.min(hull.from(), span.from()), Math.max(hull.to(), span.to()));
        }
        return hull;
    }
}
