package dev.groundswell.core.history;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.format.TaobaoExport;
import dev.groundswell.core.format.TaobaoExportItem;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes sure that an upload is whole and can be read the way its person says. */
final class CheckUpload {

    private final ImportFiles files;
    private final RecordFiles recordFiles;

    CheckUpload(ImportFiles files, RecordFiles recordFiles) {
        this.files = files;
        this.recordFiles = recordFiles;
    }

    OpenFiles open(StoreId store) {
        return new OpenFiles(files, recordFiles, store);
    }

    sealed interface Outcome {
        record Whole(FileToRead file) implements Outcome {}

        /** @param columns that it has, where it lacks some; otherwise empty */
        record Refused(ImportRefusal refusal, String message, List<String> columns) implements Outcome {}
    }

    Outcome check(
            StoreId store,
            UploadId upload,
            SourceFormat format,
            @Nullable ColumnMapping mapping,
            @Nullable UploadId itemUpload) {
        if (format == SourceFormat.MAPPED_CSV && mapping == null) {
            return refused(ImportRefusal.MAPPING, "A CSV of no known platform is read by a column mapping: name one.");
        }
        if (format != SourceFormat.MAPPED_CSV && mapping != null) {
            return refused(ImportRefusal.MAPPING, "Only MAPPED_CSV is read by a column mapping, not " + format + ".");
        }
        if (format != SourceFormat.TAOBAO_EXPORT && itemUpload != null) {
            return refused(ImportRefusal.ITEM_FILE, "Only TAOBAO_EXPORT has an item file, not " + format + ".");
        }
        return switch (files.complete(store, upload)) {
            case ImportFiles.Completion.Unknown() ->
                refused(ImportRefusal.UNKNOWN_UPLOAD, "There is no upload " + upload + " (any more).");
            case ImportFiles.Completion.Incomplete(var missing) ->
                refused(ImportRefusal.INCOMPLETE_UPLOAD, "These parts of the upload are missing: " + listed(missing));
            case ImportFiles.Completion.Complete(var file) ->
                withItemFile(store, new FileToRead(file, format, mapping, null), itemUpload);
        };
    }

    private Outcome withItemFile(StoreId store, FileToRead file, @Nullable UploadId itemUpload) {
        if (itemUpload == null) {
            return withColumns(store, file);
        }
        return switch (files.complete(store, itemUpload)) {
            case ImportFiles.Completion.Unknown() ->
                refused(ImportRefusal.ITEM_FILE, "There is no upload " + itemUpload + " (any more).");
            case ImportFiles.Completion.Incomplete(var missing) ->
                refused(ImportRefusal.ITEM_FILE, "These parts of the item file are missing: " + listed(missing));
            case ImportFiles.Completion.Complete(var itemFile) ->
                withColumns(store, new FileToRead(file.file(), file.format(), file.mapping(), itemFile));
        };
    }

    private Outcome withColumns(StoreId store, FileToRead file) {
        try (var records = open(store).open(file, Position.START, RecordFiles.Patience.ENDLESS)) {
            if (records.next() instanceof SourceRecord.Unreadable broken) {
                return refused(ImportRefusal.UNREADABLE, broken.reason());
            }
            var missing = missingColumns(file, records.columns());
            if (!missing.isEmpty()) {
                return new Outcome.Refused(ImportRefusal.COLUMNS, String.join(" ", missing), records.columns());
            }
        }
        return file.itemFile() == null ? new Outcome.Whole(file) : withItemColumns(store, file, file.itemFile());
    }

    private Outcome withItemColumns(StoreId store, FileToRead file, StoredFile itemFile) {
        try (var records = open(store).openItems(itemFile, Position.START, RecordFiles.Patience.ENDLESS)) {
            if (records.next() instanceof SourceRecord.Unreadable broken) {
                return refused(ImportRefusal.ITEM_FILE, broken.reason());
            }
            return TaobaoExportItem.recognise(records.columns())
                    ? new Outcome.Whole(file)
                    : refused(
                            ImportRefusal.ITEM_FILE,
                            "The item file has not the columns of Taobao's ExportOrderDetailList; it has: "
                                    + String.join(", ", records.columns()) + ".");
        }
    }

    private static List<String> missingColumns(FileToRead file, List<String> columns) {
        if (file.mapping() != null) {
            return file.mapping().missingIn(columns).stream()
                    .map(ColumnMapping.Problem::message)
                    .toList();
        }
        return file.format() == SourceFormat.TAOBAO_EXPORT
                ? TaobaoExport.missingIn(columns).stream()
                        .map(column -> "The file has no column '" + column + "', as every order export of Taobao has.")
                        .toList()
                : List.of();
    }

    private static String listed(List<Integer> parts) {
        return parts.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "))
                + (parts.size() > 20 ? ", …" : ".");
    }

    private static Outcome refused(ImportRefusal refusal, String message) {
        return new Outcome.Refused(refusal, message, List.of());
    }
}
