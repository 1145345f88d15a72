package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Imports of a process. */
public final class ImportsInMemory implements Imports, ImportRuns {

    private final Map<Key, Kept> kept = new HashMap<>();

    private record Key(StoreId store, ImportId id) {}

    private record Kept(
            HistoryImport it,
            Position position,
            long block,
            int step,
            int attempts,
            @Nullable String owner,
            Instant until,
            boolean isSettled) {

        Kept with(HistoryImport changed) {
            return new Kept(changed, position, block, step, attempts, owner, until, isSettled);
        }

        Kept until(Instant then) {
            return new Kept(it, position, block, step, attempts, owner, then, isSettled);
        }

        Kept letGo(boolean settled) {
            return new Kept(it, position, block, step, settled ? attempts : 0, null, Instant.MIN, settled);
        }

        boolean isHeldBy(String worker) {
            return worker.equals(owner);
        }

        ImportRun run() {
            return new ImportRun(it, position, block, attempts);
        }
    }

    @Override
    public synchronized boolean add(StoreId store, HistoryImport fresh) {
        var item = new Kept(fresh, Position.START, 0, 0, 0, null, Instant.MIN, false);
        return kept.putIfAbsent(new Key(store, fresh.id()), item) == null;
    }

    @Override
    public synchronized Optional<HistoryImport> find(StoreId store, ImportId id) {
        return Optional.ofNullable(kept.get(new Key(store, id))).map(Kept::it);
    }

    @Override
    public synchronized List<HistoryImport> newest(StoreId store, int limit, Optional<ImportId> before) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .map(entry -> entry.getValue().it())
                .filter(it -> before.isEmpty() || it.id().compareTo(before.get()) < 0)
                .sorted(Comparator.comparing(HistoryImport::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<HistoryImport> ofSameContent(StoreId store, HistoryImport than) {
        return newest(store, Integer.MAX_VALUE, Optional.empty()).stream()
                .filter(it -> !it.id().equals(than.id()))
                .filter(it -> it.file().contentTag().equals(than.file().contentTag())
                        && it.file().bytes() == than.file().bytes())
                .findFirst();
    }

    @Override
    public synchronized Optional<HistoryImport> cancel(StoreId store, ImportId id, Instant now) {
        var key = new Key(store, id);
        kept.computeIfPresent(
                key,
                (_, item) -> item.it().state().isOver()
                        ? item
                        : item.with(ended(
                                item.it(),
                                new ImportState.Cancelled(),
                                now,
                                item.it().phase())));
        return find(store, id);
    }

    private static HistoryImport ended(HistoryImport it, ImportState state, Instant now, ImportPhase phase) {
        var isOver = it.state().isOver();
        return changed(it, it.startedAt(), isOver ? it.finishedAt() : now, isOver ? it.state() : state, phase);
    }

    private static HistoryImport changed(
            HistoryImport it,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            ImportState state,
            ImportPhase phase) {
        return new HistoryImport(
                it.id(),
                it.file(),
                it.format(),
                it.mapping(),
                it.itemFile(),
                it.startedBy(),
                it.createdAt(),
                startedAt,
                finishedAt,
                state,
                phase,
                it.progress(),
                it.firstRejected(),
                it.hasReport());
    }

    private static HistoryImport counted(
            HistoryImport it,
            ImportProgress progress,
            List<RejectedLine> rejected,
            ImportPhase phase,
            boolean hasReport) {
        return new HistoryImport(
                it.id(),
                it.file(),
                it.format(),
                it.mapping(),
                it.itemFile(),
                it.startedBy(),
                it.createdAt(),
                it.startedAt(),
                it.finishedAt(),
                it.state(),
                phase,
                progress,
                rejected,
                hasReport);
    }

    @Override
    public synchronized Look look(StoreId store, ImportId id, int step, Instant now) {
        var item = kept.get(new Key(store, id));
        if (item == null || item.isSettled() || item.step() > step) {
            return new Look.OutOfDate();
        }
        return item.until().isAfter(now) ? new Look.Held(item.until()) : new Look.Free(item.attempts());
    }

    @Override
    public synchronized Optional<ImportRun> claim(
            StoreId store, ImportId id, int step, String worker, Instant now, Instant until) {
        var item = kept.get(new Key(store, id));
        if (item == null
                || item.isSettled()
                || item.step() > step
                || (item.until().isAfter(now) && !item.isHeldBy(worker))) {
            return Optional.empty();
        }
        var it = item.it();
        var started = it.startedAt() == null ? now : it.startedAt();
        var state = it.state().isOver() ? it.state() : new ImportState.Running();
        var running = changed(it, started, it.finishedAt(), state, it.phase());
        var progress = it.progress();
        var stepped = new ImportProgress(
                progress.rowsRead(),
                progress.accepted(),
                progress.rejected(),
                progress.skipped(),
                progress.handedOver(),
                progress.bytesRead(),
                progress.bytesTotal(),
                new ImportProgress.Step(now, progress.rowsRead(), progress.bytesRead()));
        var counted = counted(running, stepped, it.firstRejected(), it.phase(), it.hasReport());
        var taken = new Kept(counted, item.position(), item.block(), step, item.attempts() + 1, worker, until, false);
        kept.put(new Key(store, id), taken);
        return Optional.of(taken.run());
    }

    private Optional<HistoryImport> held(StoreId store, ImportId id, String worker, UnaryOperator<Kept> change) {
        var item = kept.get(new Key(store, id));
        if (item == null || !item.isHeldBy(worker)) {
            return Optional.empty();
        }
        var after = change.apply(item);
        kept.put(new Key(store, id), after);
        return Optional.of(after.it());
    }

    @Override
    public synchronized Optional<HistoryImport> renew(StoreId store, ImportId id, String worker, Instant until) {
        return held(store, id, worker, item -> item.until(until));
    }

    @Override
    public synchronized Optional<HistoryImport> checkpoint(
            StoreId store, ImportId id, String worker, Checkpoint done, Instant until) {
        var item = kept.get(new Key(store, id));
        if (item == null || item.block() != done.block() || item.it().phase() != done.phase()) {
            return Optional.empty();
        }
        var next = done.phase() == done.nextPhase() ? done.block() + 1 : 0;
        return held(
                store,
                id,
                worker,
                before -> new Kept(
                        counted(
                                before.it(),
                                done.progress(),
                                done.firstRejected(),
                                done.nextPhase(),
                                before.it().hasReport()),
                        done.next(),
                        next,
                        before.step(),
                        0,
                        before.owner(),
                        until,
                        false));
    }

    @Override
    public synchronized Optional<HistoryImport> end(
            StoreId store, ImportId id, String worker, ImportState state, Instant now) {
        return held(store, id, worker, item -> item.with(ended(item.it(), state, now, ImportPhase.REPORT)));
    }

    @Override
    public synchronized boolean settle(StoreId store, ImportId id, String worker, boolean hasReport) {
        return held(store, id, worker, item -> {
                    var it = item.it();
                    return item.with(counted(it, it.progress(), it.firstRejected(), it.phase(), hasReport))
                            .letGo(true);
                })
                .isPresent();
    }

    @Override
    public synchronized boolean release(StoreId store, ImportId id, String worker) {
        return held(store, id, worker, item -> item.letGo(false)).isPresent();
    }
}
