package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.PromotionDays;
import dev.groundswell.core.segment.Promotions;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Binding;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notes what a rule asks for while it is bound: that, and nothing else, is what it stands on. */
final class RecordedTerms {

    private final Binding live;
    private final Map<String, String> segments = new TreeMap<>();
    private final Map<String, PromotionDays> promotions = new TreeMap<>();
    private @Nullable AudienceStatistics statistics;

    RecordedTerms(Binding live) {
        this.live = live;
    }

    /** Answers as the live one does. */
    Binding binding() {
        return new Binding(live.store(), live.now(), this::segment, new Noted(), this::statistics);
    }

    private Optional<SegmentRule> segment(String id) {
        var rule = live.segments().apply(id);
        rule.ifPresent(found -> segments.put(id, RuleText.write(found)));
        return rule;
    }

    private AudienceStatistics statistics() {
        var found = live.statistics().get();
        statistics = found;
        return found;
    }

    private final class Noted implements Promotions {

        @Override
        public Optional<PromotionDays> find(StoreId store, String id) {
            var found = live.promotions().find(store, id);
            found.ifPresent(days -> promotions.put(id, days));
            return found;
        }

        @Override
        public List<PromotionDays> known(StoreId store, LocalDate around) {
            return live.promotions().known(store, around);
        }
    }

    FixedTerms terms() {
        return new FixedTerms(segments, List.copyOf(promotions.values()), Optional.ofNullable(statistics));
    }

    int characters() {
        return segments.values().stream().mapToInt(String::length).sum();
    }
}
