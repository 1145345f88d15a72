package dev.groundswell.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.ImportRuns.Checkpoint;
import dev.groundswell.core.history.ImportRuns.Look;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Imports} with its {@link ImportRuns} does, whatever keeps them. */
public abstract class ImportsContract {

    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    protected abstract Imports imports();

    protected abstract ImportRuns runs();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static HistoryImport fresh(int number) {
        var upload = UploadId.at(NOW.plusSeconds(number), number);
        return new HistoryImport(
                ImportId.of(upload, "x"),
                new StoredFile(upload, "orders.csv", 1_000, "tag-" + number % 2),
                SourceFormat.ORDER_CHANGES,
                null,
                null,
                "tester",
                NOW,
                null,
                null,
                new ImportState.Queued(),
                ImportPhase.FILE,
                ImportProgress.none(1_000),
                List.of(),
                false);
    }

    private HistoryImport added(int number) {
        var fresh = fresh(number);
        assertThat(imports().add(store(), fresh)).isTrue();
        return fresh;
    }

    private static Checkpoint checkpoint(long block, HistoryImport it) {
        var progress =
                new ImportProgress(10, 8, 1, 1, 8, 500, 1_000, it.progress().step());
        var rejected = List.of(new RejectedLine("a.csv", 7, "id", "It is missing."));
        return new Checkpoint(
                ImportPhase.FILE, block, ImportPhase.FILE, new Position(1, 200, 12, "WA"), progress, rejected);
    }

    private ImportRun claimed(HistoryImport it) {
        return runs().claim(store(), it.id(), 0, "anna", NOW, LATER).orElseThrow();
    }

    @Nested
    class AnImport {

        @Test
        void isKeptOnce() {
            var it = added(1);

            assertThat(imports().add(store(), it)).isFalse();
            assertThat(imports().find(store(), it.id())).contains(it);
            assertThat(imports().find(store(), fresh(99).id())).isEmpty();
        }

        @Test
        void isListedNewestFirst() {
            var first = added(1);
            var second = added(2);
            var third = added(3);

            assertThat(imports().newest(store(), 2, Optional.empty())).containsExactly(third, second);
            assertThat(imports().newest(store(), 2, Optional.of(second.id()))).containsExactly(first);
        }

        @Test
        void knowsAnotherOfTheSameContent() {
            var first = added(1);
            added(2);
            var third = added(3);

            assertThat(imports().ofSameContent(store(), third)).contains(first);
            assertThat(imports().ofSameContent(store(), fresh(2))).isEmpty();
        }

        @Test
        void isCancelledUnlessItIsOver() {
            var it = added(1);

            assertThat(imports().cancel(store(), it.id(), NOW))
                    .hasValueSatisfying(
                            cancelled -> assertThat(cancelled.state()).isInstanceOf(ImportState.Cancelled.class));
            assertThat(imports().cancel(store(), it.id(), LATER))
                    .hasValueSatisfying(again -> assertThat(again.finishedAt()).isEqualTo(NOW));
            assertThat(imports().cancel(store(), fresh(99).id(), NOW)).isEmpty();
        }
    }

    @Nested
    class AWorker {

        @Test
        void takesAnImportThatNobodyHas() {
            var it = added(1);

            assertThat(runs().look(store(), it.id(), 0, NOW)).isEqualTo(new Look.Free(0));
            var run = claimed(it);

            assertThat(run.attempts()).isEqualTo(1);
            assertThat(run.it().state()).isInstanceOf(ImportState.Running.class);
            assertThat(run.it().startedAt()).isEqualTo(NOW);
            assertThat(runs().look(store(), it.id(), 0, NOW)).isEqualTo(new Look.Held(LATER));
            assertThat(runs().claim(store(), it.id(), 0, "bob", NOW, LATER)).isEmpty();
        }

        @Test
        void takesItOverWhenTheLeaseIsOver() {
            var it = added(1);
            claimed(it);

            var taken = runs().claim(store(), it.id(), 0, "bob", LATER, LATER.plusSeconds(60));

            assertThat(taken)
                    .hasValueSatisfying(run -> assertThat(run.attempts()).isEqualTo(2));
            assertThat(runs().checkpoint(store(), it.id(), "anna", checkpoint(0, it), LATER))
                    .isEmpty();
            assertThat(runs().renew(store(), it.id(), "anna", LATER)).isEmpty();
            assertThat(runs().end(store(), it.id(), "anna", new ImportState.Completed(), LATER))
                    .isEmpty();
            assertThat(runs().settle(store(), it.id(), "anna", true)).isFalse();
            assertThat(runs().release(store(), it.id(), "anna")).isFalse();
        }

        @Test
        void keepsWhatABlockChanged() {
            var it = added(1);
            var run = claimed(it);

            var kept = runs().checkpoint(store(), it.id(), "anna", checkpoint(0, run.it()), LATER)
                    .orElseThrow();

            assertThat(kept.progress().rejected()).isEqualTo(1);
            assertThat(kept.firstRejected()).containsExactly(new RejectedLine("a.csv", 7, "id", "It is missing."));
            assertThat(runs().release(store(), it.id(), "anna")).isTrue();
            var next = runs().claim(store(), it.id(), 1, "bob", NOW, LATER).orElseThrow();
            assertThat(next.position()).isEqualTo(new Position(1, 200, 12, "WA"));
            assertThat(next.block()).isEqualTo(1);
            assertThat(next.attempts()).isEqualTo(1);
            assertThat(next.it().progress().step()).isEqualTo(new ImportProgress.Step(NOW, 10, 500));
            assertThat(runs().look(store(), it.id(), 0, LATER)).isEqualTo(new Look.OutOfDate());
        }

        @Test
        void isToldThatThePersonEndedIt() {
            var it = added(1);
            var run = claimed(it);
            imports().cancel(store(), it.id(), NOW);

            var kept = runs().checkpoint(store(), it.id(), "anna", checkpoint(0, run.it()), LATER)
                    .orElseThrow();

            assertThat(kept.state()).isInstanceOf(ImportState.Cancelled.class);
            assertThat(runs().end(store(), it.id(), "anna", new ImportState.Completed(), LATER))
                    .hasValueSatisfying(ended -> assertThat(ended.state()).isInstanceOf(ImportState.Cancelled.class));
        }

        @Test
        void endsItForGood() {
            var it = added(1);
            claimed(it);

            var ended = runs().end(store(), it.id(), "anna", new ImportState.Failed("It broke."), LATER)
                    .orElseThrow();
            assertThat(ended.state()).isEqualTo(new ImportState.Failed("It broke."));
            assertThat(ended.phase()).isEqualTo(ImportPhase.REPORT);
            assertThat(ended.finishedAt()).isEqualTo(LATER);

            assertThat(runs().settle(store(), it.id(), "anna", true)).isTrue();
            assertThat(imports().find(store(), it.id()).orElseThrow().hasReport())
                    .isTrue();
            assertThat(runs().look(store(), it.id(), 5, LATER)).isEqualTo(new Look.OutOfDate());
            assertThat(runs().claim(store(), it.id(), 5, "bob", LATER, LATER)).isEmpty();
        }
    }
}
