package dev.groundswell.core.segment.rule;

/** A test of a field. */
public record Condition<F extends Field>(F field, Test test) {}
