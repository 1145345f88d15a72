package dev.groundswell.core.segment;

import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.util.OptionalLong;

/** Asks who meets a rule now. The whole audience is read, or what a warm process does not know of it yet. */
public interface SegmentQueries {

    /** What a page of {@link #members} has at most. */
    int MAX_PAGE = 100;

    /** How many meet the rule, and what each of its parts keeps. */
    PreviewResult preview(StoreId store, SegmentRule rule);

    /**
     * Some of those who meet the rule, in the order of their hashes.
     *
     * @param first how many, 1 to {@value #MAX_PAGE}; there may be fewer although there are more behind them, where many had
     *     to be looked at closely
     * @param after the end of the page before
     */
    MembersResult members(StoreId store, SegmentRule rule, int first, OptionalLong after);

    /** Figures of all customers, which the thresholds of ready-made segments follow. */
    AudienceStatistics statistics(StoreId store);
}
