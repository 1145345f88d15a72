package dev.groundswell.core.segment;

import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.segment.SegmentPreview.Reachability;
import dev.groundswell.core.segment.plan.PlanReading;
import dev.groundswell.core.segment.plan.SegmentPlan;
import dev.groundswell.core.segment.rule.Condition;
import dev.groundswell.core.segment.rule.Literal;
import dev.groundswell.core.segment.rule.Operator;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.segment.rule.Test;
import dev.groundswell.core.store.Store;
import java.time.Instant;

/** Counts by which channels customers can be reached. */
record Reach(SegmentPlan bySms, SegmentPlan byEmail) {

    static Reach of(RuleBinder binder, Store store, Instant now) {
        return new Reach(
                plan(SegmentField.SMS_REACHABLE, binder, store, now),
                plan(SegmentField.EMAIL_REACHABLE, binder, store, now));
    }

    private static SegmentPlan plan(SegmentField field, RuleBinder binder, Store store, Instant now) {
        var isReachable = new Test.Compare(Operator.EQUAL, new Literal.Flag(true));
        var rule = new SegmentRule.FieldTest(new Condition<>(field, isReachable));
        var reading = binder.bind(rule, store, now, () -> {
            throw new IllegalStateException(field + " does not follow from figures of all customers.");
        });
        return switch (reading) {
            case PlanReading.Bound(var plan) -> plan;
            case PlanReading.Refused(var errors) -> throw new IllegalStateException(errors.toString());
        };
    }

    /** How many are reached by SMS, by e-mail, and by both. */
    record Count(long sms, long email, long both) {

        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(sms + other.sms, email + other.email, both + other.both);
        }

        /** @param all of whom these are some */
        Reachability of(long all) {
            return new Reachability(sms - both, email - both, both, all - sms - email + both);
        }
    }

    Count count(Block block, RowSet customers) {
        var sms = bySms.select(block, customers).sure();
        var email = byEmail.select(block, customers).sure();
        return new Count(sms.count(), email.count(), sms.and(email).count());
    }
}
