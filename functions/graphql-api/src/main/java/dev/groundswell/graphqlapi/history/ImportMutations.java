package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.format.ColumnMapping;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.CancelImport;
import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportRefusal;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.PrepareUpload;
import dev.groundswell.core.history.PreviewImport;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.mutation.Input;
import dev.groundswell.graphqlapi.mutation.Payload;
import dev.groundswell.graphqlapi.mutation.UserError;
import dev.groundswell.graphqlapi.mutation.UserErrorCode;
import java.util.List;
import java.util.Optional;

/** The mutations that bring a file in. */
public final class ImportMutations {

    private static final String UPLOAD = "uploadId";
    private static final String ITEMS_UPLOAD = "itemsUploadId";
    private static final String FORMAT = "format";
    private static final String MAPPING = "columnMapping";
    private static final String UNSAVED_MAPPING = "unsavedMapping";
    private static final String IMPORT = "import";

    private final PrepareUpload prepare;
    private final PreviewImport preview;
    private final StartImport start;
    private final CancelImport cancel;
    private final ColumnMappings mappings;

    public ImportMutations(
            PrepareUpload prepare,
            PreviewImport preview,
            StartImport start,
            CancelImport cancel,
            ColumnMappings mappings) {
        this.prepare = prepare;
        this.preview = preview;
        this.start = start;
        this.cancel = cancel;
        this.mappings = mappings;
    }

    public Payload createUpload(StoreId store, Input input) {
        return switch (prepare.prepare(store, input.text("fileName"), input.number("bytes"))) {
            case PrepareUpload.Result.Prepared(var upload) -> Payload.of("upload", upload);
            case PrepareUpload.Result.Refused(var refusal, var message) ->
                Payload.refused(UserErrorCode.INVALID, field(refusal), message);
        };
    }

    public Payload previewImport(Store store, Input input) {
        if (badUpload(input).isPresent()) {
            return badUpload(input).get();
        }
        if (input.object(UNSAVED_MAPPING).isPresent()) {
            return switch (ColumnMapping.read(input.object(UNSAVED_MAPPING).get())) {
                case ColumnMapping.Reading.Valid(var mapping) -> preview(store, input, Optional.of(mapping));
                case ColumnMapping.Reading.Invalid(var problems) -> MappingMutations.refused(UNSAVED_MAPPING, problems);
            };
        }
        var saved = input.find(MAPPING).flatMap(name -> mappings.find(store.id(), name));
        return input.find(MAPPING).isPresent() && saved.isEmpty()
                ? Payload.refused(
                        UserErrorCode.NOT_FOUND,
                        MAPPING,
                        "There is no column mapping named '" + input.text(MAPPING) + "'.")
                : preview(store, input, saved.map(NamedMapping::mapping));
    }

    private Payload preview(Store store, Input input, Optional<ColumnMapping> mapping) {
        var request = new PreviewImport.Request(
                upload(input),
                format(input),
                mapping.orElse(null),
                itemsUpload(input).orElse(null));
        return switch (preview.preview(store, request)) {
            case PreviewImport.Result.Previewed(var rows, var columns, var description) ->
                Payload.of("rows", rows).with("columns", columns).with("description", description);
            case PreviewImport.Result.Refused(var refusal, var message, var columns) ->
                Payload.refused(code(refusal), field(refusal), message).with("columns", columns);
        };
    }

    public Payload startImport(Caller caller, Input input) {
        if (badUpload(input).isPresent()) {
            return badUpload(input).get();
        }
        var request = new StartImport.Request(
                upload(input),
                format(input),
                input.find(MAPPING).orElse(null),
                itemsUpload(input).orElse(null),
                caller.name());
        return switch (start.start(caller.store().id(), request)) {
            case StartImport.Result.Started(var fresh, var earlier) -> {
                var started = Payload.of(IMPORT, fresh);
                yield earlier.map(same -> started.with("sameContentAs", same)).orElse(started);
            }
            case StartImport.Result.AlreadyStarted(var asItIs) -> Payload.of(IMPORT, asItIs);
            case StartImport.Result.Refused(var refusal, var message) ->
                Payload.refused(code(refusal), field(refusal), message);
        };
    }

    public Payload cancelImport(StoreId store, Input input) {
        var id = input.text("id");
        var result = ImportId.isValid(id) ? cancel.cancel(store, new ImportId(id)) : new CancelImport.Result.Unknown();
        return switch (result) {
            case CancelImport.Result.Cancelled(var ended) -> Payload.of(IMPORT, ended);
            case CancelImport.Result.AlreadyOver(var asItIs) ->
                Payload.refused(UserErrorCode.WRONG_STATE, "id", "The import was over before.")
                        .with(IMPORT, asItIs);
            case CancelImport.Result.Unknown() ->
                Payload.refused(UserErrorCode.NOT_FOUND, "id", "There is no import " + id + ".");
        };
    }

    private static SourceFormat format(Input input) {
        return input.constant(FORMAT, SourceFormat.class);
    }

    private static UploadId upload(Input input) {
        return new UploadId(input.text(UPLOAD));
    }

    private static Optional<UploadId> itemsUpload(Input input) {
        return input.find(ITEMS_UPLOAD).map(UploadId::new);
    }

    /** An id of a form that we never make. */
    private static Optional<Payload> badUpload(Input input) {
        var bad = List.of(UPLOAD, ITEMS_UPLOAD).stream()
                .filter(field ->
                        input.find(field).filter(id -> !UploadId.isValid(id)).isPresent())
                .map(field -> new UserError(
                        field,
                        "'" + input.text(field) + "' is no upload's id: take the one that createUpload gave.",
                        UserErrorCode.NOT_FOUND))
                .toList();
        return bad.isEmpty() ? Optional.empty() : Optional.of(Payload.refused(bad));
    }

    private static String field(PrepareUpload.Refusal refusal) {
        return switch (refusal) {
            case FILE_NAME -> "fileName";
            case FILE_SIZE -> "bytes";
        };
    }

    private static String field(ImportRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN_UPLOAD, INCOMPLETE_UPLOAD, UNREADABLE -> UPLOAD;
            case ITEM_FILE -> ITEMS_UPLOAD;
            case MAPPING -> MAPPING;
            case COLUMNS -> FORMAT;
        };
    }

    private static UserErrorCode code(ImportRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN_UPLOAD -> UserErrorCode.NOT_FOUND;
            case INCOMPLETE_UPLOAD -> UserErrorCode.INCOMPLETE;
            case ITEM_FILE, MAPPING, COLUMNS, UNREADABLE -> UserErrorCode.INVALID;
        };
    }
}
