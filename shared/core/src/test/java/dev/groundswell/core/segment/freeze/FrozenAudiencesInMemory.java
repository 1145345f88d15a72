package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.segment.freeze.FrozenAudience.Progress;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Frozen audiences and their exports in memory. */
public final class FrozenAudiencesInMemory implements FrozenAudiences, FreezeRuns, AudienceExports, OpenWork {

    private final Map<Key, Kept> audiences = new HashMap<>();

    private record Key(StoreId store, AudienceId id) {}

    private record ShardKey(String attempt, int shard) {}

    private record ChunkKey(RangeId range, String attempt, int number) {}

    private static final class Kept {

        private final Facts facts;
        private final Map<ShardKey, ShardPlan> shards = new HashMap<>();
        private final Map<ChunkKey, MemberChunk> chunks = new HashMap<>();
        private final Map<RangeId, FrozenRange> ranges = new TreeMap<>();
        private final Map<ExportFormat, AudienceExport> exports = new EnumMap<>(ExportFormat.class);
        private final Map<ExportFormat, Instant> exportsWokenAt = new EnumMap<>(ExportFormat.class);
        private Instant wokenAt;
        private @Nullable FreezeStart start;
        private @Nullable FrozenAudience end;

        Kept(Facts facts) {
            this.facts = facts;
            this.wokenAt = facts.now();
        }

        FrozenAudience audience() {
            return end == null ? new FrozenAudience.Freezing(facts, progress()) : end;
        }

        private Progress progress() {
            return start == null
                    ? Progress.NONE
                    : new Progress(
                            start.rangeIds().size(),
                            ranges.size(),
                            ranges.values().stream()
                                    .mapToLong(FrozenRange::members)
                                    .sum());
        }
    }

    private Optional<Kept> kept(StoreId store, AudienceId id) {
        return Optional.ofNullable(audiences.get(new Key(store, id)));
    }

    private Kept known(StoreId store, AudienceId id) {
        return kept(store, id).orElseThrow(() -> new IllegalStateException("There is no audience " + id + "."));
    }

    @Override
    public synchronized boolean add(StoreId store, Facts fresh) {
        return audiences.putIfAbsent(new Key(store, fresh.id()), new Kept(fresh)) == null;
    }

    @Override
    public synchronized Optional<FrozenAudience> find(StoreId store, AudienceId id) {
        return kept(store, id).map(Kept::audience);
    }

    @Override
    public synchronized List<FrozenAudience> newest(StoreId store, int limit, Optional<AudienceId> before) {
        return audiences.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .map(entry -> entry.getValue().audience())
                .filter(audience -> before.isEmpty() || audience.id().compareTo(before.get()) < 0)
                .sorted(Comparator.comparing(FrozenAudience::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<OpenFreeze> open(StoreId store, AudienceId id) {
        return kept(store, id)
                .filter(kept -> kept.end == null)
                .map(kept -> new OpenFreeze(kept.facts, Optional.ofNullable(kept.start)));
    }

    @Override
    public synchronized void keep(StoreId store, AudienceId id, String attempt, ShardPlan plan) {
        known(store, id).shards.put(new ShardKey(attempt, plan.shard()), plan);
    }

    @Override
    public synchronized boolean elect(StoreId store, AudienceId id, FreezeStart start) {
        var kept = known(store, id);
        if (kept.end != null || kept.start != null) {
            return kept.start != null && kept.start.attempt().equals(start.attempt());
        }
        kept.start = start;
        return true;
    }

    @Override
    public synchronized ShardPlan shard(StoreId store, AudienceId id, String attempt, int shard) {
        var plan = known(store, id).shards.get(new ShardKey(attempt, shard));
        if (plan == null) {
            throw new IllegalStateException("Attempt " + attempt + " kept no plan of shard " + shard + ".");
        }
        return plan;
    }

    @Override
    public synchronized void keep(
            StoreId store, AudienceId id, RangeId range, String attempt, int number, MemberChunk chunk) {
        known(store, id).chunks.put(new ChunkKey(range, attempt, number), chunk);
    }

    @Override
    public synchronized boolean elect(StoreId store, AudienceId id, FrozenRange range) {
        var elected = known(store, id).ranges.putIfAbsent(range.id(), range);
        return elected == null || elected.attempt().equals(range.attempt());
    }

    @Override
    public synchronized Optional<FrozenRange> range(StoreId store, AudienceId id, RangeId range) {
        return kept(store, id).map(kept -> kept.ranges.get(range));
    }

    @Override
    public synchronized List<FrozenRange> ranges(StoreId store, AudienceId id) {
        return kept(store, id).map(kept -> List.copyOf(kept.ranges.values())).orElse(List.of());
    }

    @Override
    public synchronized MemberChunk chunk(StoreId store, AudienceId id, FrozenRange range, int number) {
        var chunk = known(store, id).chunks.get(new ChunkKey(range.id(), range.attempt(), number));
        if (chunk == null) {
            throw new IllegalStateException("There is no chunk " + number + " of range " + range.id() + ".");
        }
        return chunk;
    }

    @Override
    public synchronized void finish(StoreId store, AudienceId id, long count, String manifestHash, Instant at) {
        var kept = known(store, id);
        kept.end = kept.end == null ? new FrozenAudience.Ready(kept.facts, count, manifestHash, at) : kept.end;
    }

    @Override
    public synchronized void fail(StoreId store, AudienceId id, String reason, Instant at) {
        var kept = known(store, id);
        kept.end = kept.end == null ? new FrozenAudience.Failed(kept.facts, reason, at) : kept.end;
    }

    @Override
    public synchronized Optional<AudienceExport> find(StoreId store, AudienceId id, ExportFormat format, Instant now) {
        return kept(store, id).map(kept -> kept.exports.get(format)).filter(export -> isKept(export, now));
    }

    private static boolean isKept(AudienceExport export, Instant now) {
        return !(export instanceof AudienceExport.Done done) || done.expiresAt().isAfter(now);
    }

    @Override
    public synchronized List<AudienceExport> all(StoreId store, AudienceId id, Instant now) {
        return kept(store, id).stream()
                .flatMap(kept -> kept.exports.values().stream())
                .filter(export -> isKept(export, now))
                .toList();
    }

    @Override
    public synchronized void request(StoreId store, AudienceId id, ExportFormat format, Instant now) {
        var known = find(store, id, format, now);
        if (known.isEmpty() || known.get() instanceof AudienceExport.Failed) {
            var kept = known(store, id);
            kept.exports.put(format, new AudienceExport.Waiting(format, now));
            kept.exportsWokenAt.put(format, now);
        }
    }

    @Override
    public synchronized void finish(StoreId store, AudienceId id, AudienceExport.Done done) {
        end(known(store, id), done);
    }

    @Override
    public synchronized void fail(StoreId store, AudienceId id, AudienceExport.Failed failed) {
        end(known(store, id), failed);
    }

    private static void end(Kept kept, AudienceExport end) {
        kept.exports.computeIfPresent(
                end.format(), (_, export) -> export instanceof AudienceExport.Waiting ? end : export);
    }

    @Override
    public synchronized List<Work> wokenBefore(Instant instant, int limit) {
        return audiences.entrySet().stream()
                .flatMap(entry -> work(entry.getKey(), entry.getValue()))
                .filter(work -> work.wokenAt().isBefore(instant))
                .sorted(Comparator.comparing(Work::wokenAt))
                .limit(limit)
                .toList();
    }

    private static Stream<Work> work(Key key, Kept kept) {
        var freeze = kept.end == null
                ? Stream.of(new Work(key.store(), key.id(), Optional.empty(), kept.wokenAt))
                : Stream.<Work>empty();
        var exports = kept.exportsWokenAt.entrySet().stream()
                .filter(export -> kept.exports.get(export.getKey()) instanceof AudienceExport.Waiting)
                .map(export -> new Work(key.store(), key.id(), Optional.of(export.getKey()), export.getValue()));
        return Stream.concat(freeze, exports);
    }

    @Override
    public synchronized boolean claim(Work work, Instant now) {
        var kept = known(work.store(), work.audience());
        var isAsKnown =
                work(new Key(work.store(), work.audience()), kept).toList().contains(work);
        if (isAsKnown) {
            work.export().ifPresentOrElse(format -> kept.exportsWokenAt.put(format, now), () -> kept.wokenAt = now);
        }
        return isAsKnown;
    }
}
