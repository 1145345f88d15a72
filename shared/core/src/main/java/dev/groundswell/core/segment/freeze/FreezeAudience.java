package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.segment.freeze.FrozenAudience.Freezing;
import dev.groundswell.core.segment.freeze.FrozenAudience.Progress;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has an audience frozen: whoever meets a rule now. */
public final class FreezeAudience {

    private final FrozenAudiences audiences;
    private final AudienceSteps steps;
    private final InstantSource time;

    public FreezeAudience(FrozenAudiences audiences, AudienceSteps steps, InstantSource time) {
        this.audiences = audiences;
        this.steps = steps;
        this.time = time;
    }

    /**
     * What is to be frozen.
     *
     * @param name     as people are to call it
     * @param segment  the id of the segment that the rule is of, if it is one's
     * @param frozenBy who says so
     */
    public record Request(String name, @Nullable String segment, SegmentRule rule, String frozenBy) {}

    /** What came of it. */
    public sealed interface Result {

        /** It waits for its workers; or it is the audience of the same rule that somebody began this very second. */
        record Begun(FrozenAudience audience) implements Result {}

        /** So many are under way that this one has to wait for them. */
        record TooMany(int underWay) implements Result {}
    }

    public Result freeze(StoreId store, Request request) {
        var underWay = (int) audiences.newest(store, FreezeLimits.NEWEST, Optional.empty()).stream()
                .filter(Freezing.class::isInstance)
                .count();
        if (underWay >= FreezeLimits.UNDER_WAY) {
            return new Result.TooMany(underWay);
        }
        return new Result.Begun(begun(store, facts(request)));
    }

    private Facts facts(Request request) {
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        var rule = RuleText.write(request.rule());
        return new Facts(AudienceId.of(now, rule), request.name(), request.segment(), rule, now, request.frozenBy());
    }

    /** Whoever was to wake the workers of one that is there may have died before. */
    private FrozenAudience begun(StoreId store, Facts facts) {
        var isNew = audiences.add(store, facts);
        steps.wake(store, List.of(new AudienceStep.Start(facts.id())));
        return isNew
                ? new Freezing(facts, Progress.NONE)
                : audiences.find(store, facts.id()).orElseThrow();
    }
}
