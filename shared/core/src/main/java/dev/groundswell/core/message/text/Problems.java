package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Problems while they come together. */
final class Problems {

    /** Whoever has mended these asks again. */
    private static final int MAX_TOLD = 100;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::part).thenComparingInt(Problem::start).thenComparing(Problem::severity);

    private final List<Problem> found = new ArrayList<>();

    void error(ProblemCode code, String message, Span at) {
        add(Severity.ERROR, code, message, at);
    }

    void warning(ProblemCode code, String message, Span at) {
        add(Severity.WARNING, code, message, at);
    }

    void add(Severity severity, ProblemCode code, String message, Span at) {
        found.add(new Problem(severity, code, message, at.part(), at.start(), at.end()));
    }

    /** In the order in which they stand; errors are never left out for the sake of warnings. */
    List<Problem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::severity))
                .limit(MAX_TOLD)
                .sorted(BY_PLACE)
                .toList();
    }
}
