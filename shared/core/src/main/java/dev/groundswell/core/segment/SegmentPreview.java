package dev.groundswell.core.segment;

import dev.groundswell.core.order.BuyerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who meets a rule, in figures.
 *
 * @param count        who meet it for certain
 * @param candidates   whose orders or events would have to be read to decide; 0 where they were read
 * @param sample       some of those who meet it, at most {@value #MAX_SAMPLE}
 * @param reachability how those counted can be reached
 * @param clauses      what each part of the rule keeps, in the order in which they are written
 * @param asOf         the instant that {@code -90d} and {@code today} were counted from
 */
public record SegmentPreview(
        long count,
        long candidates,
        List<BuyerId> sample,
        Reachability reachability,
        List<Clause> clauses,
        Cost cost,
        Instant asOf) {

    /** Enough to see whether these are the right people. */
    public static final int MAX_SAMPLE = 20;

    public SegmentPreview {
        sample = List.copyOf(sample);
        clauses = List.copyOf(clauses);
    }

    /** Whether {@code count} is all. If not, only a job decides the candidates: a frozen audience. */
    public boolean isExact() {
        return candidates == 0;
    }

    /** An address that can be read, and no withdrawn consent; each of them is in exactly one. */
    public record Reachability(long smsOnly, long emailOnly, long both, long neither) {}

    /**
     * One of the rules that are joined by AND.
     *
     * @param text  as the text language writes it
     * @param alone how many meet it alone
     * @param left  how many meet it and all before it
     * @param exact otherwise both numbers are without those whom the columns do not decide
     */
    public record Clause(String text, long alone, long left, boolean exact) {}

    /**
     * What the answer took.
     *
     * @param readUnits of DynamoDB, for the index; histories that were looked at closely are not in them
     * @param requests  to DynamoDB, for the index and at least one for each history
     */
    public record Cost(double readUnits, int requests, Duration elapsed) {}
}
