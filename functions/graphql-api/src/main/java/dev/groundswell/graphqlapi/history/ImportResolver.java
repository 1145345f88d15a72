package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.ListImports;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class ImportResolver extends ObjectResolver<HistoryImport> {

    private final ListImports imports;
    private final InstantSource time;
    private final Background background;

    public ImportResolver(ListImports imports, InstantSource time, Background background) {
        super("Import", HistoryImport.class);
        this.imports = imports;
        this.time = time;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(String field, HistoryImport of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> of.id().value();
            case "fileName" -> of.file().name();
            case "bytes" -> of.progress().bytesTotal();
            case "format" -> of.format();
            case "columnMapping" -> mappingName(of.mapping());
            case "itemsFileName" -> itemsFileName(of.itemFile());
            case "status" -> status(of.state());
            case "failure" -> of.state() instanceof ImportState.Failed(var reason) ? reason : null;
            case "startedBy" -> of.startedBy();
            case "createdAt" -> of.createdAt();
            case "startedAt" -> of.startedAt();
            case "finishedAt" -> of.finishedAt();
            case "bytesRead" -> of.progress().bytesRead();
            case "rowsRead" -> of.progress().rowsRead();
            case "rowsAccepted" -> of.progress().accepted();
            case "rowsRejected" -> of.progress().rejected();
            case "rowsSkipped" -> of.progress().skipped();
            case "changes" -> of.progress().handedOver();
            case "rowsPerSecond" -> rowsPerSecond(of);
            case "secondsLeft" ->
                of.timeLeft(time.instant()).map(Duration::toSeconds).orElse(null);
            case "firstRejected" -> of.firstRejected();
            case "reportUrl" -> reportUrl(of, Caller.of(query.get().getGraphQlContext()));
            default -> throw withoutCase(field);
        };
    }

    private static @Nullable String mappingName(@Nullable NamedMapping mapping) {
        return mapping == null ? null : mapping.name();
    }

    private static @Nullable String itemsFileName(@Nullable StoredFile file) {
        return file == null ? null : file.name();
    }

    private @Nullable Integer rowsPerSecond(HistoryImport of) {
        var rate = of.rowsPerSecond(time.instant());
        return rate.isEmpty() ? null : (int) Math.round(rate.getAsDouble());
    }

    private @Nullable CompletableFuture<@Nullable String> reportUrl(HistoryImport of, Caller caller) {
        return caller.seesContacts()
                ? background.call(() -> imports.reportAddress(caller.store().id(), of)
                        .map(URI::toString)
                        .orElse(null))
                : null;
    }

    private static ImportStatus status(ImportState state) {
        return switch (state) {
            case ImportState.Queued() -> ImportStatus.QUEUED;
            case ImportState.Running() -> ImportStatus.RUNNING;
            case ImportState.Completed() -> ImportStatus.COMPLETED;
            case ImportState.Cancelled() -> ImportStatus.CANCELLED;
            case ImportState.Failed(var _) -> ImportStatus.FAILED;
        };
    }

    /** The state without what comes with it. */
    private enum ImportStatus {
        QUEUED,
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }
}
