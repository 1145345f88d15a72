package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.freeze.AudienceExports;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenAudience.Failed;
import dev.groundswell.core.segment.freeze.FrozenAudience.Freezing;
import dev.groundswell.core.segment.freeze.FrozenAudience.Ready;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class AudienceResolver extends ObjectResolver<FrozenAudience> {

    private final AudienceExports exports;
    private final InstantSource time;
    private final Background background;

    AudienceResolver(AudienceExports exports, InstantSource time, Background background) {
        super("Audience", FrozenAudience.class);
        this.exports = exports;
        this.time = time;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(String field, FrozenAudience of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> of.id().value();
            case "name" -> of.facts().name();
            case "segmentId" -> of.facts().segment();
            case "query" -> of.facts().rule();
            case "frozenAt" -> of.facts().now();
            case "frozenBy" -> of.facts().frozenBy();
            case "status" -> status(of);
            case "progress" -> of instanceof Freezing(var _, var progress) ? progress : null;
            case "count" -> of instanceof Ready ready ? ready.count() : null;
            case "manifestHash" -> of instanceof Ready ready ? ready.manifestHash() : null;
            case "finishedAt" -> finishedAt(of);
            case "failure" -> of instanceof Failed failed ? failed.reason() : null;
            case "exports" -> exports(of, Caller.of(query.get().getGraphQlContext()));
            default -> throw withoutCase(field);
        };
    }

    private CompletableFuture<List<ExportOfAudience>> exports(FrozenAudience of, Caller caller) {
        return background.call(() -> exports.all(caller.store().id(), of.id(), time.instant()).stream()
                .map(export -> new ExportOfAudience(of.id(), export))
                .toList());
    }

    private static @Nullable Instant finishedAt(FrozenAudience of) {
        return switch (of) {
            case Freezing _ -> null;
            case Ready ready -> ready.at();
            case Failed failed -> failed.at();
        };
    }

    private static AudienceStatus status(FrozenAudience of) {
        return switch (of) {
            case Freezing _ -> AudienceStatus.FREEZING;
            case Ready _ -> AudienceStatus.READY;
            case Failed _ -> AudienceStatus.FAILED;
        };
    }

    /** The state without what comes with it. */
    private enum AudienceStatus {
        FREEZING,
        READY,
        FAILED
    }
}
