package dev.groundswell.core.segment.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final StoreId STORE = FreezeDesk.STORE.id();

    private final FreezeDesk desk = new FreezeDesk();
    private final AudienceId id = desk.frozen(FreezeDesk.RULE);
    private final ExportFilesInMemory files = new ExportFilesInMemory();

    private ExportAudience exports(CrashingWorker worker) {
        return new ExportAudience(
                desk.audiences,
                worker.around(AudienceExports.class, desk.audiences),
                files,
                worker.around(AudienceSteps.class, desk.steps),
                desk::now);
    }

    private WriteExport.Result write(CrashingWorker worker, BooleanSupplier timeLeft) {
        return new WriteExport(
                        desk.audiences,
                        desk.audiences,
                        worker.around(AudienceExports.class, desk.audiences),
                        worker.around(ExportFiles.class, files),
                        desk::now)
                .write(FreezeDesk.STORE, id, ExportFormat.CSV, timeLeft);
    }

    private ExportAudience.Result asked() {
        return exports(CrashingWorker.never()).export(STORE, id, ExportFormat.CSV);
    }

    private AudienceExport read() {
        return desk.audiences.find(STORE, id, ExportFormat.CSV, desk.now()).orElseThrow();
    }

    private void workUntilDone(CrashingWorker worker) {
        for (var round = 0; round < 10 && !(read() instanceof AudienceExport.Done); round++) {
            if (desk.steps.take().isEmpty()) {
                FreezeDesk.surviving(() -> desk.watch(worker));
            }
            FreezeDesk.surviving(() -> write(worker, () -> true));
        }
    }

    private void assertWritten() {
        var address = exports(CrashingWorker.never()).address(STORE, id, read());
        assertThat(read())
                .isInstanceOfSatisfying(
                        AudienceExport.Done.class,
                        done -> assertThat(done.rows())
                                .isEqualTo(FreezeDesk.members().size()));
        assertThat(files.buyers(address.orElseThrow())).containsExactlyInAnyOrderElementsOf(FreezeDesk.members());
    }

    @Nested
    class AnExport {

        @Test
        void hasEveryMemberOnce() {
            desk.workUntilOver(id);
            asked();

            assertThat(write(CrashingWorker.never(), () -> true)).isEqualTo(WriteExport.Result.WRITTEN);

            assertWritten();
        }

        @Test
        void isOnlyMadeOfAnAudienceThatIsReady() {
            assertThat(asked()).isInstanceOf(ExportAudience.Result.NotReady.class);
            assertThat(write(CrashingWorker.never(), () -> true)).isEqualTo(WriteExport.Result.OUT_OF_DATE);
        }

        @Test
        void askedForAgainIsAsItIs() {
            desk.workUntilOver(id);
            asked();
            write(CrashingWorker.never(), () -> true);
            var done = read();

            assertThat(asked()).isEqualTo(new ExportAudience.Result.Begun(done));
            assertThat(write(CrashingWorker.never(), () -> true)).isEqualTo(WriteExport.Result.OUT_OF_DATE);
        }

        @Test
        void thatRunsOutOfTimeLeavesNothing() {
            desk.workUntilOver(id);
            asked();
            var timeLeft = new ArrayList<>(List.of(true, true, false));

            assertThat(write(CrashingWorker.never(), timeLeft::removeFirst)).isEqualTo(WriteExport.Result.OUT_OF_TIME);

            assertThat(files.buyers(files.address(STORE, id, ExportFormat.CSV))).isEmpty();
            assertThat(read()).isInstanceOf(AudienceExport.Waiting.class);
        }

        @Test
        void thatIsNeverWrittenFailsAfterHours() {
            desk.workUntilOver(id);
            asked();
            desk.pass(FreezeLimits.EXPORT_TIME.plus(Duration.ofMinutes(1)));

            desk.watch(CrashingWorker.never());

            assertThat(read()).isInstanceOf(AudienceExport.Failed.class);
        }
    }

    @Nested
    class WhenAWorkerDies {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void atAnyOfItsWritesTheFileIsWholeInTheEnd(boolean afterTheWrite) {
            for (var write = 0; write < 6; write++) {
                var fresh = new ExportTest();
                fresh.desk.workUntilOver(fresh.id);
                var worker = CrashingWorker.at(write, afterTheWrite);
                FreezeDesk.surviving(() -> fresh.exports(worker).export(STORE, fresh.id, ExportFormat.CSV));
                fresh.asked();
                fresh.workUntilDone(worker);
                fresh.assertWritten();
            }
        }
    }
}
