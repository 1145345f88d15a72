package dev.groundswell.core.history;

import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has an uploaded file imported, once it is sure that it can be read the way its person says. */
public final class StartImport {

    private final Imports imports;
    private final ImportSteps steps;
    private final CheckUpload uploads;
    private final ColumnMappings mappings;
    private final InstantSource time;

    public StartImport(
            Imports imports,
            ImportSteps steps,
            ImportFiles files,
            RecordFiles recordFiles,
            ColumnMappings mappings,
            InstantSource time) {
        this.imports = imports;
        this.steps = steps;
        this.uploads = new CheckUpload(files, recordFiles);
        this.mappings = mappings;
        this.time = time;
    }

    /**
     * What is to be imported, and how.
     *
     * @param mapping   name of a saved column mapping: needed by {@link SourceFormat#MAPPED_CSV}, of no use to another
     * @param itemFile  an upload of its own, which only {@link SourceFormat#TAOBAO_EXPORT} takes
     * @param startedBy who says so
     */
    public record Request(
            UploadId upload,
            SourceFormat format,
            @Nullable String mapping,
            @Nullable UploadId itemFile,
            String startedBy) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * It waits for a worker.
         *
         * @param earlier the latest import of the same content, which most likely has brought everything: importing it
         *     again changes nothing
         */
        record Started(HistoryImport fresh, Optional<HistoryImport> earlier) implements Result {}

        /** The same upload, read the same way, is under way or complete; nothing was started. */
        record AlreadyStarted(HistoryImport asItIs) implements Result {}

        /** @param message a sentence that says what would be right */
        record Refused(ImportRefusal refusal, String message) implements Result {}
    }

    /** Starting what was cancelled, or has failed, begins a new import of the same upload. */
    public Result start(StoreId store, Request request) {
        var mapping = Optional.ofNullable(request.mapping()).flatMap(name -> mappings.find(store, name));
        if (request.mapping() != null && mapping.isEmpty()) {
            return new Result.Refused(
                    ImportRefusal.MAPPING, "There is no column mapping named '" + request.mapping() + "'.");
        }
        var checked = uploads.check(
                store,
                request.upload(),
                request.format(),
                mapping.map(NamedMapping::mapping).orElse(null),
                request.itemFile());
        return switch (checked) {
            case CheckUpload.Outcome.Refused refused -> new Result.Refused(refused.refusal(), refused.message());
            case CheckUpload.Outcome.Whole(var file) -> start(store, file, mapping.orElse(null), request.startedBy());
        };
    }

    private Result start(StoreId store, FileToRead file, @Nullable NamedMapping mapping, String startedBy) {
        for (var time = 0; ; time++) {
            var id = ImportId.of(file.file().upload(), file.reading() + "|" + time);
            var known = imports.find(store, id);
            if (known.isEmpty()) {
                var fresh = fresh(id, file, mapping, startedBy);
                if (imports.add(store, fresh)) {
                    steps.wake(store, id, 0, Duration.ZERO);
                    return new Result.Started(fresh, imports.ofSameContent(store, fresh));
                }
                known = imports.find(store, id);
            }
            if (known.isPresent() && !hasEnded(known.get())) {
                wakeAgain(store, known.get());
                return new Result.AlreadyStarted(known.get());
            }
        }
    }

    private HistoryImport fresh(ImportId id, FileToRead file, @Nullable NamedMapping mapping, String startedBy) {
        var bytes = file.file().bytes()
                + (file.itemFile() == null ? 0 : file.itemFile().bytes());
        return new HistoryImport(
                id,
                file.file(),
                file.format(),
                mapping,
                file.itemFile(),
                startedBy,
                time.instant(),
                null,
                null,
                new ImportState.Queued(),
                file.itemFile() == null ? ImportPhase.FILE : ImportPhase.ITEM_FILE,
                ImportProgress.none(bytes),
                List.of(),
                false);
    }

    private static boolean hasEnded(HistoryImport it) {
        return switch (it.state()) {
            case ImportState.Queued _, ImportState.Running _, ImportState.Completed _ -> false;
            case ImportState.Cancelled _, ImportState.Failed _ -> true;
        };
    }

    /** Whoever was to wake its worker may have died before. */
    private void wakeAgain(StoreId store, HistoryImport known) {
        if (known.state() instanceof ImportState.Queued) {
            steps.wake(store, known.id(), 0, Duration.ZERO);
        }
    }
}
