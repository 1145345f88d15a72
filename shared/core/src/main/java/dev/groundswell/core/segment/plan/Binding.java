package dev.groundswell.core.segment.plan;

import dev.groundswell.core.segment.Promotions;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a rule is about: the store, and all that a rule names by its name.
 *
 * @param now        in whole seconds; a fraction is cut off
 * @param segments   the store's own segments and the ready-made ones, by id
 * @param statistics asked once, and only where a rule needs them
 */
public record Binding(
        Store store,
        Instant now,
        Function<String, Optional<SegmentRule>> segments,
        Promotions promotions,
        Supplier<AudienceStatistics> statistics) {

    public Binding {
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }
}
