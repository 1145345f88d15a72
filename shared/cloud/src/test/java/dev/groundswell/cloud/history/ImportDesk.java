package dev.groundswell.cloud.history;

import dev.groundswell.cloud.history.record.RecordFileReader;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.Allowance;
import dev.groundswell.core.history.CancelImport;
import dev.groundswell.core.history.ColumnMappingsInMemory;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportFeed;
import dev.groundswell.core.history.ImportFeedInMemory;
import dev.groundswell.core.history.ImportFilesInMemory;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportRuns;
import dev.groundswell.core.history.ImportSteps;
import dev.groundswell.core.history.ImportStepsInMemory;
import dev.groundswell.core.history.ImportsInMemory;
import dev.groundswell.core.history.PrepareUpload;
import dev.groundswell.core.history.PreviewImport;
import dev.groundswell.core.history.RejectedLines;
import dev.groundswell.core.history.RejectedLinesInMemory;
import dev.groundswell.core.history.RunImport;
import dev.groundswell.core.history.StagedItems;
import dev.groundswell.core.history.StagedItemsInMemory;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where a test brings files and has them imported, all in memory, at a time that it decides. */
final class ImportDesk {

    static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    /** What SQS does with a message whose worker died. */
    private static final Duration VISIBILITY = Duration.ofMinutes(90);

    /** More messages than any import here takes: beyond, it would never end. */
    private static final int MAX_MESSAGES = 500;

    Instant now = Instant.parse("2026-11-22T03:12:05Z");
    final ImportsInMemory imports = new ImportsInMemory();
    final ImportStepsInMemory steps = new ImportStepsInMemory(() -> now);
    final RejectedLinesInMemory rejectedLines = new RejectedLinesInMemory();
    final ImportFilesInMemory files = new ImportFilesInMemory(rejectedLines);
    final ColumnMappingsInMemory mappings = new ColumnMappingsInMemory();
    final StagedItemsInMemory stagedItems = new StagedItemsInMemory();
    final ImportFeedInMemory orders = new ImportFeedInMemory();
    final ImportFeedInMemory behaviour = new ImportFeedInMemory();
    private final RecordFileReader reader = new RecordFileReader();
    private final AtomicInteger workers = new AtomicInteger();
    private final Random random = new Random(7);

    UploadId upload(String name, byte[] content) {
        var prepared = new PrepareUpload(files, () -> now, random).prepare(STORE.id(), name, content.length);
        var id = ((PrepareUpload.Result.Prepared) prepared).upload().id();
        files.put(id, content);
        return id;
    }

    UploadId upload(String name, String content) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    StartImport.Result start(
            UploadId upload, SourceFormat format, @Nullable String mapping, @Nullable UploadId itemFile) {
        return new StartImport(imports, steps, files, reader, mappings, () -> now)
                .start(STORE.id(), new StartImport.Request(upload, format, mapping, itemFile, "tester"));
    }

    ImportId started(UploadId upload, SourceFormat format) {
        return ((StartImport.Result.Started) start(upload, format, null, null))
                .fresh()
                .id();
    }

    PreviewImport.Result preview(PreviewImport.Request request) {
        return new PreviewImport(files, reader).preview(STORE, request);
    }

    void cancel(ImportId id) {
        var result = new CancelImport(imports, () -> now).cancel(STORE.id(), id);
        if (result instanceof CancelImport.Result.Unknown) {
            throw new IllegalArgumentException("There is no import " + id + ".");
        }
    }

    HistoryImport read(ImportId id) {
        return imports.find(STORE.id(), id).orElseThrow();
    }

    /** A worker with endless time. */
    RunImport.Result work(ImportId id, int step) {
        return work(id, step, CrashingPort.never(), new Blocks(Integer.MAX_VALUE));
    }

    RunImport.Result work(ImportId id, int step, CrashingPort crashing, Allowance allowance) {
        var ports = new RunImport.Ports(
                crashing.around(ImportRuns.class, imports),
                crashing.around(ImportSteps.class, steps),
                files,
                reader,
                crashing.around(ImportFeed.class, orders),
                crashing.around(ImportFeed.class, behaviour),
                crashing.around(RejectedLines.class, rejectedLines),
                crashing.around(StagedItems.class, stagedItems));
        return new RunImport(ports, () -> now).run(STORE, id, step, "worker-" + workers.incrementAndGet(), allowance);
    }

    /** Delivers the queue's messages until none is left, time passing in between. */
    void deliverAll() {
        deliverAll(CrashingPort.never(), Integer.MAX_VALUE);
    }

    /** @param blocks that a worker has time for */
    void deliverAll(CrashingPort crashing, int blocks) {
        for (var delivered = 0; delivered < MAX_MESSAGES; delivered++) {
            var message = steps.take();
            if (message.isEmpty()) {
                return;
            }
            var at = message.get().visibleAt();
            now = at.isAfter(now) ? at : now;
            try {
                work(message.get().id(), message.get().step(), crashing, new Blocks(blocks));
            } catch (CrashingPort.Crash crash) {
                steps.wake(STORE.id(), message.get().id(), message.get().step(), VISIBILITY);
            }
        }
        throw new AssertionError("After " + MAX_MESSAGES + " messages there are still some: " + steps.all());
    }

    /** Time that lasts for so many looks at it; each block takes one, and one is for the report. */
    static final class Blocks implements Allowance {

        private int left;

        Blocks(int left) {
            this.left = left;
        }

        @Override
        public boolean suffices() {
            return left-- > 0;
        }

        @Override
        public void pause(Duration duration) {
            left--;
        }
    }
}
