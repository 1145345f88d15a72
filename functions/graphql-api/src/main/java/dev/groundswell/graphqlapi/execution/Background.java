package dev.groundswell.graphqlapi.execution;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where reads wait for the database, each on a virtual thread, so that the fields of a query are read side by side. */
public final class Background {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public <T extends @Nullable Object> CompletableFuture<T> call(Supplier<T> read) {
        return CompletableFuture.supplyAsync(read, threads);
    }
}
