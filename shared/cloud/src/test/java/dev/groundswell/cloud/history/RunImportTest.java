package dev.groundswell.cloud.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.RejectedLines;
import dev.groundswell.core.history.RunImport;
import dev.groundswell.core.history.StartImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunImportTest {

    /** Three blocks, the last one not full. */
    private static final int LINES = 4_500;

    private static final int BAD = LINES / 50;

    private final ImportDesk desk = new ImportDesk();

    private static List<Long> badLines() {
        return IntStream.rangeClosed(1, LINES)
                .filter(number -> !ChangeLines.isGood(number))
                .mapToObj(number -> (long) number)
                .toList();
    }

    private static void assertDoneOnce(ImportDesk desk, ImportId id) {
        var it = desk.read(id);
        assertThat(it.state()).isInstanceOf(ImportState.Completed.class);
        assertThat(it.progress().rowsRead()).isEqualTo(LINES);
        assertThat(it.progress().accepted()).isEqualTo(LINES - BAD);
        assertThat(it.progress().handedOver()).isEqualTo(LINES - BAD);
        assertThat(it.progress().rejected()).isEqualTo(BAD);
        assertThat(it.progress().bytesRead()).isEqualTo(it.progress().bytesTotal());
        assertThat(it.firstRejected())
                .extracting(RejectedLine::line)
                .isEqualTo(badLines().subList(0, HistoryImport.MAX_FIRST_REJECTED));
        assertThat(it.hasReport()).isTrue();
        assertThat(desk.orders.distinct()).hasSize(LINES - BAD);
        assertThat(desk.rejectedLines.report(id))
                .extracting(line -> line.what().line())
                .isEqualTo(badLines());
        assertThat(desk.steps.all()).isEmpty();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Nested
    class AnImport {

        @Test
        void takesTheGoodLinesAndAnswersEachBadOne() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);

            desk.deliverAll();

            assertDoneOnce(desk, id);
            assertThat(desk.orders.sent())
                    .allSatisfy(sent -> assertThat(sent.source().value()).isEqualTo("import:" + id));
            assertThat(desk.rejectedLines.report(id).getFirst())
                    .isEqualTo(new RejectedLines.Line(
                            new RejectedLine("", 7, "orderId", "The field orderId is missing."), ChangeLines.line(7)));
        }

        @Test
        void goesOnInTheNextStepWhenTheTimeIsOver() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);

            assertThat(desk.work(id, 0, CrashingPort.never(), new ImportDesk.Blocks(1)))
                    .isInstanceOf(RunImport.Result.Continued.class);
            assertThat(desk.read(id).progress().rowsRead()).isEqualTo(2_000);

            desk.deliverAll(CrashingPort.never(), 1);
            assertDoneOnce(desk, id);
        }

        @Test
        void goesOnInACompressedFileToo() throws IOException {
            var id = desk.started(
                    desk.upload("orders.jsonl.gz", gzip(ChangeLines.file(LINES))), SourceFormat.ORDER_CHANGES);

            desk.work(id, 0, CrashingPort.never(), new ImportDesk.Blocks(1));
            desk.deliverAll();

            assertDoneOnce(desk, id);
        }

        @Test
        void waitsWhileTheQueueIsFull() {
            desk.orders.setWaiting(1_000);
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);

            desk.work(id, 0, CrashingPort.never(), new ImportDesk.Blocks(10));
            assertThat(desk.orders.sent()).isEmpty();

            desk.orders.setWaiting(0);
            desk.deliverAll();
            assertDoneOnce(desk, id);
        }

        @Test
        void ofLinesThatAreAllWrongFailsAndSaysWhy() {
            var id = desk.started(
                    desk.upload("orders.jsonl", ChangeLines.file(LINES).replace("\"payable\"", "\"amount\"")),
                    SourceFormat.ORDER_CHANGES);

            desk.deliverAll();

            var it = desk.read(id);
            assertThat(it.state())
                    .isInstanceOfSatisfying(
                            ImportState.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("Of the first 2000 rows 2000 were rejected")
                                    .contains("The field payable is missing.")
                                    .contains("ORDER_CHANGES"));
            assertThat(it.progress().rowsRead()).isEqualTo(2_000);
            assertThat(desk.rejectedLines.report(id)).hasSize(2_000);
        }

        @Test
        void ofADamagedFileKeepsWhatCameBeforeAndSaysWhere() throws IOException {
            var whole = gzip(ChangeLines.file(LINES));
            var cutOff = Arrays.copyOf(whole, whole.length / 2);
            var id = desk.started(desk.upload("orders.jsonl.gz", cutOff), SourceFormat.ORDER_CHANGES);

            desk.deliverAll();

            var it = desk.read(id);
            assertThat(it.state())
                    .isInstanceOfSatisfying(
                            ImportState.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("line ")
                                    .contains("cut off"));
            assertThat(it.progress().rowsRead()).isPositive();
            assertThat(desk.orders.distinct()).hasSize((int) it.progress().accepted());
        }
    }

    @Nested
    class WhenItIsCancelled {

        @Test
        void itEndsAtTheNextBlockAndTheReportIsThere() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);
            desk.work(id, 0, CrashingPort.never(), new ImportDesk.Blocks(1));

            desk.cancel(id);
            desk.deliverAll();

            var it = desk.read(id);
            assertThat(it.state()).isInstanceOf(ImportState.Cancelled.class);
            assertThat(it.progress().rowsRead()).isEqualTo(2_000);
            assertThat(it.hasReport()).isTrue();
            assertThat(desk.steps.all()).isEmpty();
        }

        @Test
        void startingTheUploadAgainIsANewImport() {
            var upload = desk.upload("orders.jsonl", ChangeLines.file(LINES));
            var first = desk.started(upload, SourceFormat.ORDER_CHANGES);
            desk.cancel(first);

            var second = desk.started(upload, SourceFormat.ORDER_CHANGES);
            desk.deliverAll();

            assertThat(second).isNotEqualTo(first);
            assertThat(desk.read(second).state()).isInstanceOf(ImportState.Completed.class);
        }
    }

    @Nested
    class WhenItIsStartedTwice {

        @Test
        void itIsTheSameImport() {
            var upload = desk.upload("orders.jsonl", ChangeLines.file(10));
            var id = desk.started(upload, SourceFormat.ORDER_CHANGES);

            assertThat(desk.start(upload, SourceFormat.ORDER_CHANGES, null, null))
                    .isInstanceOfSatisfying(
                            StartImport.Result.AlreadyStarted.class,
                            already -> assertThat(already.asItIs().id()).isEqualTo(id));
        }

        @Test
        void aSecondUploadOfTheSameContentNamesTheFirst() {
            var first = desk.started(desk.upload("a.jsonl", ChangeLines.file(10)), SourceFormat.ORDER_CHANGES);
            desk.now = desk.now.plusSeconds(60);

            assertThat(desk.start(desk.upload("b.jsonl", ChangeLines.file(10)), SourceFormat.ORDER_CHANGES, null, null))
                    .isInstanceOfSatisfying(
                            StartImport.Result.Started.class,
                            started -> assertThat(started.earlier())
                                    .map(HistoryImport::id)
                                    .contains(first));
        }
    }

    @Nested
    class WhenAWorkerIsKilled {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void betweenAnyTwoWritesEveryLineIsStillDoneOnce(boolean afterTheWrite) {
            var counting = CrashingPort.never();
            runWith(counting, Integer.MAX_VALUE);
            assertThat(counting.writes()).isGreaterThan(10);

            for (var write = 0; write < counting.writes(); write++) {
                runWith(new CrashingPort(write, afterTheWrite), Integer.MAX_VALUE);
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void inAnyStepOfManyEveryLineIsStillDoneOnce(boolean afterTheWrite) {
            var counting = CrashingPort.never();
            runWith(counting, 1);

            for (var write = 0; write < counting.writes(); write++) {
                runWith(new CrashingPort(write, afterTheWrite), 1);
            }
        }

        private void runWith(CrashingPort crashing, int blocks) {
            var fresh = new ImportDesk();
            var id = fresh.started(fresh.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);
            fresh.deliverAll(crashing, blocks);
            assertDoneOnce(fresh, id);
        }

        @Test
        void itsImportGoesOnAMinuteLater() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);
            var killedAt = desk.now;
            desk.deliverAll(new CrashingPort(4, true), Integer.MAX_VALUE);

            assertDoneOnce(desk, id);
            assertThat(Duration.between(killedAt, desk.read(id).finishedAt())).isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void againAndAgainAtTheSameBlockTheImportFailsAtLast() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);

            desk.deliverAll(CrashingPort.atEvery("send"), Integer.MAX_VALUE);

            assertThat(desk.read(id).state())
                    .isInstanceOfSatisfying(
                            ImportState.Failed.class,
                            failed -> assertThat(failed.reason()).contains("12 times in a row"));
        }
    }

    @Nested
    class WhenMessagesComeTwice {

        @Test
        void aWorkerLeavesItToTheOneThatHasIt() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);

            assertThatThrownBy(() -> desk.work(id, 0, new CrashingPort(4, false), new ImportDesk.Blocks(9)))
                    .isInstanceOf(CrashingPort.Crash.class);

            assertThat(desk.work(id, 0)).isInstanceOf(RunImport.Result.LeftToAnother.class);
        }

        @Test
        void anOldStepIsOutOfDate() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);
            desk.work(id, 0, CrashingPort.never(), new ImportDesk.Blocks(1));
            desk.work(id, 1, CrashingPort.never(), new ImportDesk.Blocks(1));

            assertThat(desk.work(id, 0)).isInstanceOf(RunImport.Result.OutOfDate.class);
        }

        @Test
        void everyLineIsStillDoneOnce() {
            var id = desk.started(desk.upload("orders.jsonl", ChangeLines.file(LINES)), SourceFormat.ORDER_CHANGES);
            for (var copy = 0; copy < 3; copy++) {
                desk.steps.wake(ImportDesk.STORE.id(), id, 0, Duration.ZERO);
            }

            desk.deliverAll(CrashingPort.never(), 1);

            assertDoneOnce(desk, id);
        }
    }
}
