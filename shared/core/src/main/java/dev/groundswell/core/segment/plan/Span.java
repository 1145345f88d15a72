package dev.groundswell.core.segment.plan;

/** Whole numbers from one to another, both included; none if {@code from} is greater. */
record Span(long from, long to) {

    static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    static Span from(long from) {
        return new Span(from, Long.MAX_VALUE);
    }

    static Span upTo(long to) {
        return new Span(Long.MIN_VALUE, to);
    }

    /** All numbers that are greater. */
    static Span above(long bound) {
        return bound == Long.MAX_VALUE ? NONE : from(bound + 1);
    }

    /** All that are less. */
    static Span below(long bound) {
        return bound == Long.MIN_VALUE ? NONE : upTo(bound - 1);
    }

    boolean has(long number) {
        return number >= from && number <= to;
    }

    boolean isEmpty() {
        return from > to;
    }

    Span and(Span other) {
        return new Span(Math.max(from, other.from), Math.min(to, other.to));
    }
}
