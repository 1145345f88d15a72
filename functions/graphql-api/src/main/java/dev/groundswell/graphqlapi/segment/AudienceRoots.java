package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.FrozenAudience;
import dev.groundswell.core.segment.freeze.FrozenAudiences;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The root fields {@code audience} and {@code audiences}. */
public final class AudienceRoots {

    private static final Cursor CURSOR = new Cursor("a");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final FrozenAudiences audiences;
    private final Background background;

    public AudienceRoots(FrozenAudiences audiences, Background background) {
        this.audiences = audiences;
        this.background = background;
    }

    public CompletableFuture<@Nullable FrozenAudience> find(Store store, DataFetchingEnvironment query) {
        var id = Objects.requireNonNull(query.<String>getArgument("id"));
        return background.call(() -> AudienceId.isValid(id)
                ? audiences.find(store.id(), new AudienceId(id)).orElse(null)
                : null);
    }

    public CompletableFuture<Connection<FrozenAudience>> list(Store store, DataFetchingEnvironment query) {
        var arguments = PageArguments.of(query);
        return background.call(() -> page(store.id(), arguments));
    }

    private Connection<FrozenAudience> page(StoreId store, PageArguments arguments) {
        var before = arguments
                .after()
                .map(cursor -> CURSOR.read(cursor, ID))
                .filter(AudienceId::isValid)
                .map(AudienceId::new);
        return Connection.of(
                arguments,
                audiences.newest(store, arguments.first() + 1, before),
                each -> CURSOR.write(each.id().value()));
    }
}
