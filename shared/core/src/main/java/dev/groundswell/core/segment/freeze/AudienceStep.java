package dev.groundswell.core.segment.freeze;

/** Something that a worker is woken for. */
public sealed interface AudienceStep {

    AudienceId audience();

    /** Fix what is frozen, and cut it into ranges. */
    record Start(AudienceId audience) implements AudienceStep {}

    /** Write down the members of a range. */
    record Range(AudienceId audience, RangeId range) implements AudienceStep {}

    /** Write a file of all members. */
    record Export(AudienceId audience, ExportFormat format) implements AudienceStep {}
}
