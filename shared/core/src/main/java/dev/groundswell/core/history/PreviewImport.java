package dev.groundswell.core.history;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.format.TaobaoExportItem;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what would come of the first rows of an uploaded file, without taking any. */
public final class PreviewImport {

    /** What a person takes in at a glance. */
    public static final int MAX_ROWS = 20;

    /** As many rows of an item file are looked at: twenty orders of a hundred lines each. */
    private static final int ITEM_ROWS = 2_000;

    private final CheckUpload uploads;

    public PreviewImport(ImportFiles files, RecordFiles recordFiles) {
        this.uploads = new CheckUpload(files, recordFiles);
    }

    /**
     * What is to be looked at, and how it is to be read.
     *
     * @param mapping  saved or not yet; only of {@link SourceFormat#MAPPED_CSV}
     * @param itemFile only of {@link SourceFormat#TAOBAO_EXPORT}
     */
    public record Request(
            UploadId upload,
            SourceFormat format,
            @Nullable ColumnMapping mapping,
            @Nullable UploadId itemFile) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * The first rows.
         *
         * @param columns     the names of the file's columns; empty for JSON
         * @param description what was detected, for people: {@code gzip, GB18030, columns separated by ";"}
         */
        record Previewed(List<Row> rows, List<String> columns, String description) implements Result {}

        /**
         * It cannot be read that way.
         *
         * @param message a sentence that says what would be right
         * @param columns the names of the columns it has, where it lacks some; otherwise empty
         */
        record Refused(ImportRefusal refusal, String message, List<String> columns) implements Result {}
    }

    /**
     * A row of the file, or the rows that make one order.
     *
     * @param line     the first one's, from 1
     * @param original as it stands in the file, at most {@value #MAX_ORIGINAL} characters of it
     */
    public record Row(long line, String original, Outcome outcome) {

        public static final int MAX_ORIGINAL = 2_000;
    }

    /** What would come of a row. */
    public sealed interface Outcome {
        /** @param values a canonical order change, or a behaviour event */
        record Taken(Map<String, Object> values) implements Outcome {}

        record Rejected(Rejection rejection) implements Outcome {}

        /** @param reason a sentence */
        record Skipped(String reason) implements Outcome {}
    }

    public Result preview(Store store, Request request) {
        var checked =
                uploads.check(store.id(), request.upload(), request.format(), request.mapping(), request.itemFile());
        return switch (checked) {
            case CheckUpload.Outcome.Refused(var refusal, var message, var columns) ->
                new Result.Refused(refusal, message, columns);
            case CheckUpload.Outcome.Whole(var file) -> preview(store, file);
        };
    }

    private Result preview(Store store, FileToRead file) {
        var files = uploads.open(store.id());
        var conversion = RowConversion.of(file, store, itemRows(files, file.itemFile()));
        try (var records = files.open(file, Position.START, RecordFiles.Patience.ENDLESS)) {
            var block = new BlockReader(records, conversion, MAX_ROWS).next();
            var prepared = conversion.preparedFor(block.values());
            var rows =
                    block.entries().stream().map(entry -> row(entry, prepared)).toList();
            return rows.isEmpty() && block.broken() != null
                    ? new Result.Refused(
                            ImportRefusal.UNREADABLE, block.broken().reason(), List.of())
                    : new Result.Previewed(rows, records.columns(), records.description());
        }
    }

    /** Of the item file's beginning only: both exports list the same orders in the same order. */
    private static TaobaoJoin.ItemRows itemRows(OpenFiles files, @Nullable StoredFile itemFile) {
        if (itemFile == null) {
            return TaobaoJoin.ItemRows.NONE;
        }
        try (var records = files.openItems(itemFile, Position.START, RecordFiles.Patience.ENDLESS)) {
            var byOrder = new HashMap<String, List<Map<String, Object>>>();
            for (var values : new BlockReader(records, RowConversion.UNCHANGED, ITEM_ROWS)
                    .next()
                    .values()) {
                if (TaobaoExportItem.read(values) instanceof TaobaoExportItem.Reading.Item(var item)) {
                    byOrder.computeIfAbsent(item.orderId(), _ -> new ArrayList<>())
                            .add(values);
                }
            }
            return orders -> byOrder;
        }
    }

    private static Row row(Block.Entry entry, RowConversion conversion) {
        return switch (entry) {
            case Block.Entry.Line(var bad) ->
                new Row(bad.line(), original(bad.text()), new Outcome.Rejected(bad.rejection()));
            case Block.Entry.Rows(var rows) ->
                new Row(
                        rows.getFirst().line(),
                        original(rows.stream().map(SourceRecord.Row::text).collect(Collectors.joining("\n"))),
                        outcome(conversion.convert(
                                rows.stream().map(SourceRecord.Row::values).toList())));
        };
    }

    private static Outcome outcome(RowConversion.Outcome converted) {
        return switch (converted) {
            case RowConversion.Outcome.Taken(var values) -> new Outcome.Taken(values);
            case RowConversion.Outcome.Rejected(var rejection) -> new Outcome.Rejected(rejection);
            case RowConversion.Outcome.Skipped(var reason) -> new Outcome.Skipped(reason);
        };
    }

    private static String original(String text) {
        return text.length() <= Row.MAX_ORIGINAL ? text : text.substring(0, Row.MAX_ORIGINAL) + "…";
    }
}
