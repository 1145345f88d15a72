package dev.groundswell.core.segment.plan;

import java.util.List;
import java.util.stream.IntStream;

/** What each clause of a rule keeps, in the order in which they were written. */
public record Funnel(List<Step> steps) {

    public Funnel {
        steps = List.copyOf(steps);
    }

    /**
     * One clause.
     *
     * @param text            as it is written canonically
     * @param alone           customers that it keeps by itself, as far as columns decide it
     * @param aloneCandidates those whose history has to decide
     * @param left            customers that are left after it and those before it
     * @param leftCandidates  likewise
     */
    public record Step(String text, long alone, long aloneCandidates, long left, long leftCandidates) {

        private Step plus(Step other) {
            return new Step(
                    text,
                    alone + other.alone,
                    aloneCandidates + other.aloneCandidates,
                    left + other.left,
                    leftCandidates + other.leftCandidates);
        }
    }

    /** That of both parts together. Both are of one plan. */
    public Funnel plus(Funnel other) {
        return new Funnel(IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).plus(other.steps.get(i)))
                .toList());
    }
}
