package dev.groundswell.cloud.history;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.ImportProgress;
import dev.groundswell.core.history.ImportRun;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.core.history.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.jr.ob.JSON;

/** An import as an item. Its state is not written: it is over if it has {@link #ENDED}, and runs once it was started. */
final class ImportItem {

    static final String SK = "sk";
    static final String STARTED_AT = "startedAt";
    static final String FINISHED_AT = "finishedAt";
    static final String ENDED = "ended";
    static final String PHASE = "phase";
    static final String PART = "part";
    static final String OFFSET = "offset";
    static final String LINE = "line";
    static final String CONTEXT = "context";
    static final String BLOCK = "block";
    static final String STEP = "step";
    static final String ATTEMPTS = "attempts";
    static final String LEASE_OWNER = "leaseOwner";
    static final String LEASE_UNTIL = "leaseUntil";
    static final String ROWS = "rowsRead";
    static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";
    static final String SKIPPED = "skipped";
    static final String HANDED_OVER = "handedOver";
    static final String BYTES_READ = "bytesRead";
    static final String STEP_AT = "stepStartedAt";
    static final String STEP_ROWS = "stepRowsRead";
    static final String STEP_BYTES = "stepBytesRead";
    static final String FIRST_REJECTED = "firstRejected";
    static final String HAS_REPORT = "hasReport";
    static final String SETTLED = "settled";

    static final String COMPLETED = "COMPLETED";
    static final String CANCELLED = "CANCELLED";

    /** Followed by the reason. */
    private static final String FAILED = "FAILED ";

    private static final String FILE = "file";
    private static final String ITEM_FILE = "itemFile";
    private static final String FORMAT = "format";
    private static final String MAPPING = "mapping";
    private static final String STARTED_BY = "startedBy";
    private static final String CREATED_AT = "createdAt";
    private static final String BYTES_TOTAL = "bytesTotal";

    private ImportItem() {}

    /** Of an import that nobody has taken yet. */
    static Map<String, AttributeValue> fresh(HistoryImport it) {
        var item = new HashMap<String, AttributeValue>();
        item.put(SK, text(it.id().value()));
        item.put(FILE, file(it.file()));
        if (it.itemFile() != null) {
            item.put(ITEM_FILE, file(it.itemFile()));
        }
        if (it.mapping() != null) {
            item.put(MAPPING, text(mapping(it.mapping())));
        }
        item.put(FORMAT, text(it.format().name()));
        item.put(STARTED_BY, text(it.startedBy()));
        item.put(CREATED_AT, text(it.createdAt().toString()));
        item.put(BYTES_TOTAL, number(it.progress().bytesTotal()));
        item.put(STEP, number(0));
        item.put(ATTEMPTS, number(0));
        item.put(BLOCK, number(0));
        item.put(PHASE, text(it.phase().name()));
        item.put(SETTLED, AttributeValue.fromBool(false));
        item.put(HAS_REPORT, AttributeValue.fromBool(false));
        item.put(FIRST_REJECTED, text("[]"));
        position(Position.START).forEach(item::put);
        progress(it.progress()).forEach(item::put);
        return item;
    }

    static Map<String, AttributeValue> position(Position position) {
        return Map.of(
                PART, number(position.part()),
                OFFSET, number(position.offset()),
                LINE, number(position.line()),
                CONTEXT, text(position.context()));
    }

    static Map<String, AttributeValue> progress(ImportProgress progress) {
        return Map.of(
                ROWS, number(progress.rowsRead()),
                ACCEPTED, number(progress.accepted()),
                REJECTED, number(progress.rejected()),
                SKIPPED, number(progress.skipped()),
                HANDED_OVER, number(progress.handedOver()),
                BYTES_READ, number(progress.bytesRead()));
    }

    static String ended(ImportState state) {
        return switch (state) {
            case ImportState.Completed _ -> COMPLETED;
            case ImportState.Cancelled _ -> CANCELLED;
            case ImportState.Failed(var reason) -> FAILED + reason;
            case ImportState.Queued _, ImportState.Running _ ->
                throw new IllegalArgumentException("An import does not end as " + state + ".");
        };
    }

    static String firstRejected(List<RejectedLine> lines) {
        var all = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            all.add(Map.of("file", line.file(), "line", line.line(), "field", line.field(), "reason", line.reason()));
        }
        return JSON.std.asString(all);
    }

    static HistoryImport read(Item item) {
        return new HistoryImport(
                new ImportId(item.text(SK)),
                file(item.find(FILE).orElseThrow()),
                SourceFormat.valueOf(item.text(FORMAT)),
                item.has(MAPPING) ? mapping(item.text(MAPPING)) : null,
                item.find(ITEM_FILE).map(ImportItem::file).orElse(null),
                item.text(STARTED_BY),
                Instant.parse(item.text(CREATED_AT)),
                instant(item, STARTED_AT),
                instant(item, FINISHED_AT),
                state(item),
                ImportPhase.valueOf(item.text(PHASE)),
                progress(item),
                rejected(item.text(FIRST_REJECTED)),
                item.find(HAS_REPORT).orElseThrow().bool());
    }

    static ImportRun run(Item item) {
        return new ImportRun(
                read(item),
                new Position((int) item.number(PART), item.number(OFFSET), item.number(LINE), item.text(CONTEXT)),
                item.number(BLOCK),
                (int) item.number(ATTEMPTS));
    }

    private static ImportState state(Item item) {
        if (!item.has(ENDED)) {
            return item.has(STARTED_AT) ? new ImportState.Running() : new ImportState.Queued();
        }
        var ended = item.text(ENDED);
        return switch (ended) {
            case COMPLETED -> new ImportState.Completed();
            case CANCELLED -> new ImportState.Cancelled();
            default -> new ImportState.Failed(ended.substring(FAILED.length()));
        };
    }

    private static ImportProgress progress(Item item) {
        var step = item.has(STEP_AT)
                ? new ImportProgress.Step(
                        Instant.parse(item.text(STEP_AT)), item.number(STEP_ROWS), item.number(STEP_BYTES))
                : null;
        return new ImportProgress(
                item.number(ROWS),
                item.number(ACCEPTED),
                item.number(REJECTED),
                item.number(SKIPPED),
                item.number(HANDED_OVER),
                item.number(BYTES_READ),
                item.number(BYTES_TOTAL),
                step);
    }

    private static List<RejectedLine> rejected(String json) {
        return JSON.std.listFrom(json).stream()
                .map(one -> (Map<?, ?>) one)
                .map(line -> new RejectedLine(
                        String.valueOf(line.get("file")),
                        Long.parseLong(String.valueOf(line.get("line"))),
                        String.valueOf(line.get("field")),
                        String.valueOf(line.get("reason"))))
                .toList();
    }

    private static AttributeValue file(StoredFile file) {
        return AttributeValue.fromM(Map.of(
                "upload", text(file.upload().value()),
                "name", text(file.name()),
                "bytes", number(file.bytes()),
                "contentTag", text(file.contentTag())));
    }

    private static StoredFile file(AttributeValue value) {
        var file = new Item(value.m());
        return new StoredFile(
                new UploadId(file.text("upload")), file.text("name"), file.number("bytes"), file.text("contentTag"));
    }

    static String mapping(NamedMapping mapping) {
        return JSON.std.asString(Map.of(
                "name", mapping.name(),
                "savedAt", mapping.savedAt().toString(),
                "mapping", mapping.mapping().values()));
    }

    /** @throws IllegalStateException if it is not one that we wrote */
    static NamedMapping mapping(String json) {
        var saved = JSON.std.mapFrom(json);
        var name = String.valueOf(saved.get("name"));
        return switch (ColumnMapping.read(values(saved.get("mapping")))) {
            case ColumnMapping.Reading.Valid(var mapping) ->
                new NamedMapping(name, mapping, Instant.parse(String.valueOf(saved.get("savedAt"))));
            case ColumnMapping.Reading.Invalid(var problems) ->
                throw new IllegalStateException("The saved mapping '" + name + "' cannot be read: " + problems);
        };
    }

    @SuppressWarnings("unchecked") // The keys of every JSON object are text.
    private static Map<String, Object> values(@Nullable Object object) {
        return object instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static @Nullable Instant instant(Item item, String name) {
        return item.has(name) ? Instant.parse(item.text(name)) : null;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
