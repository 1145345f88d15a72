package dev.groundswell.core.segment;

import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of audiences as they were last read, for a warm function: computing them takes as long as many a rule. */
public final class RememberedStatistics {

    /** One function serves few stores at a time. */
    private static final int MAX_STORES = 64;

    private final Map<Store, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Known(List<String> versions, AudienceStatistics statistics) {}

    public AudienceStatistics of(Store store, WholeAudience audience) {
        var versions = audience.shards().stream().map(ShardRows::version).toList();
        synchronized (known) {
            var before = known.get(store);
            if (before != null && before.versions().equals(versions)) {
                return before.statistics();
            }
        }
        var statistics = AudienceStatistics.of(audience.shards(), store);
        remember(store, new Known(versions, statistics));
        return statistics;
    }

    private void remember(Store store, Known fresh) {
        synchronized (known) {
            known.put(store, fresh);
            if (known.size() > MAX_STORES) {
                var oldest = known.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }
}
