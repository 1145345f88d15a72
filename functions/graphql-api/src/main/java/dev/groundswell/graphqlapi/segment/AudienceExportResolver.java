package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.freeze.AudienceExport;
import dev.groundswell.core.segment.freeze.AudienceExport.Done;
import dev.groundswell.core.segment.freeze.AudienceExport.Failed;
import dev.groundswell.core.segment.freeze.AudienceExport.Waiting;
import dev.groundswell.core.segment.freeze.ExportAudience;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class AudienceExportResolver extends ObjectResolver<ExportOfAudience> {

    private final ExportAudience exporting;
    private final Background background;

    AudienceExportResolver(ExportAudience exporting, Background background) {
        super("AudienceExport", ExportOfAudience.class);
        this.exporting = exporting;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(String field, ExportOfAudience of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "format" -> of.export().format();
            case "status" -> status(of.export());
            case "members" -> of.export() instanceof Done done ? done.rows() : null;
            case "downloadUrl" -> downloadUrl(of, Caller.of(query.get().getGraphQlContext()));
            case "expiresAt" -> of.export() instanceof Done done ? done.expiresAt() : null;
            case "failure" -> of.export() instanceof Failed failed ? failed.reason() : null;
            default -> throw withoutCase(field);
        };
    }

    private @Nullable CompletableFuture<@Nullable String> downloadUrl(ExportOfAudience of, Caller caller) {
        return caller.seesContacts()
                ? background.call(() -> exporting
                        .address(caller.store().id(), of.audience(), of.export())
                        .map(URI::toString)
                        .orElse(null))
                : null;
    }

    private static ExportStatus status(AudienceExport export) {
        return switch (export) {
            case Waiting _ -> ExportStatus.WRITING;
            case Done _ -> ExportStatus.READY;
            case Failed _ -> ExportStatus.FAILED;
        };
    }

    /** The state without what comes with it. */
    private enum ExportStatus {
        WRITING,
        READY,
        FAILED
    }
}
