package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.MemberBlock;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who the customers of shards are, read part by part where somebody asks, each part once. For one thread. */
public final class Identities {

    /** Some megabytes under way. */
    private static final int AT_ONCE = 16;

    private final AudienceIndex index;
    private final StoreId store;
    private final Map<Part, MemberBlock> known = new HashMap<>();
    private double readUnits;
    private int requests;

    public Identities(AudienceIndex index, StoreId store) {
        this.index = index;
        this.store = store;
    }

    private record Part(int shard, int number) {}

    /** Reads what is not known yet of these parts of a shard, all at once. */
    public void read(ShardRows shard, Set<Integer> parts) {
        var unknown = new LinkedHashMap<Part, Integer>();
        parts.stream()
                .filter(part -> !known.containsKey(new Part(shard.shard(), part)))
                .forEach(part -> unknown.put(new Part(shard.shard(), part), part));
        FanOut.over(unknown, AT_ONCE, part -> index.members(store, shard, part)).forEach((part, read) -> {
            var reading = read.orThrow();
            known.put(part, reading.members());
            readUnits += reading.readUnits();
            requests += reading.requests();
        });
    }

    /** A customer with all that the index has of him or her. */
    public AudienceRow row(ShardRows shard, int part, int row) {
        var members = known.get(new Part(shard.shard(), part));
        if (members == null) {
            read(shard, Set.of(part));
            return row(shard, part, row);
        }
        return shard.parts().get(part).block().row(row, members.member(row));
    }

    public double readUnits() {
        return readUnits;
    }

    public int requests() {
        return requests;
    }
}
