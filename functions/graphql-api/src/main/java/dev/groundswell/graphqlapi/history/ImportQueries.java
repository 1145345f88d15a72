package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.ColumnMappings;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ListImports;
import dev.groundswell.core.history.NamedMapping;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The root fields {@code import}, {@code imports} and {@code columnMappings}. */
public final class ImportQueries {

    private static final Cursor CURSOR = new Cursor("i");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final ListImports imports;
    private final ColumnMappings mappings;
    private final Background background;

    public ImportQueries(ListImports imports, ColumnMappings mappings, Background background) {
        this.imports = imports;
        this.mappings = mappings;
        this.background = background;
    }

    public CompletableFuture<@Nullable HistoryImport> find(Store store, DataFetchingEnvironment query) {
        var id = Objects.requireNonNull(query.<String>getArgument("id"));
        return background.call(() -> ImportId.isValid(id)
                ? imports.find(store.id(), new ImportId(id)).orElse(null)
                : null);
    }

    public CompletableFuture<Connection<HistoryImport>> list(Store store, DataFetchingEnvironment query) {
        var arguments = PageArguments.of(query);
        return background.call(() -> page(store.id(), arguments));
    }

    public CompletableFuture<List<NamedMapping>> columnMappings(Store store) {
        return background.call(() -> mappings.all(store.id()));
    }

    private Connection<HistoryImport> page(StoreId store, PageArguments arguments) {
        var before = arguments
                .after()
                .map(cursor -> CURSOR.read(cursor, ID))
                .filter(ImportId::isValid)
                .map(ImportId::new);
        return Connection.of(
                arguments,
                imports.newest(store, arguments.first() + 1, before),
                each -> CURSOR.write(each.id().value()));
    }
}
