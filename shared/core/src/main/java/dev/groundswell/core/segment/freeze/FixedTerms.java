package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.PromotionDays;
import dev.groundswell.core.segment.Promotions;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Binding;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule stands on besides the index, as it was when the audience was begun: a segment that is edited meanwhile changes
 * nothing.
 *
 * @param segments   the rules of the segments that it names, directly or by others, as the text language writes them, by id
 * @param promotions those that it names, directly or by segments
 * @param statistics of the whole audience, where it asks for groups that follow from them
 */
public record FixedTerms(
        Map<String, String> segments, List<PromotionDays> promotions, Optional<AudienceStatistics> statistics) {

    public FixedTerms {
        segments = Map.copyOf(segments);
        promotions = List.copyOf(promotions);
    }

    /** As it was at the start. */
    Binding binding(Store store, Instant now) {
        return new Binding(store, now, this::segment, new Fixed(), statistics::orElseThrow);
    }

    private Optional<SegmentRule> segment(String id) {
        return Optional.ofNullable(segments.get(id)).map(FixedTerms::read);
    }

    /** What we have written can be read, by every later version too. */
    static SegmentRule read(String rule) {
        return switch (RuleText.read(rule)) {
            case RuleReading.Read(var tree) -> tree;
            case RuleReading.Refused(var errors) ->
                throw new IllegalStateException("The rule of a frozen audience cannot be read: " + errors);
        };
    }

    private final class Fixed implements Promotions {

        @Override
        public Optional<PromotionDays> find(StoreId store, String id) {
            return promotions.stream().filter(days -> days.id().equals(id)).findFirst();
        }

        @Override
        public List<PromotionDays> known(StoreId store, LocalDate around) {
            return promotions;
        }
    }
}
