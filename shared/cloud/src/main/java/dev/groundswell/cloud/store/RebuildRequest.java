package dev.groundswell.cloud.store;

import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/**
 * What a function is invoked with by hand to make something anew: {@code {"store":"demo","mode":"COMPARE"}}, or {@code
 * "REPAIR"}; without a mode it compares.
 */
public record RebuildRequest(Store store, RebuildMode mode) {

    /** @throws IllegalArgumentException if there is no such store or mode, or what it is invoked with is no JSON object */
    public static RebuildRequest read(InputStream event, Stores stores) throws IOException {
        var request = JSON.std.mapFrom(event);
        var id = String.valueOf(request.get("store"));
        var store = (StoreId.isValid(id) ? stores.find(new StoreId(id)) : Optional.<Store>empty())
                .orElseThrow(() -> new IllegalArgumentException("There is no store '" + id + "'."));
        return new RebuildRequest(store, mode(String.valueOf(request.getOrDefault("mode", "COMPARE"))));
    }

    private static RebuildMode mode(String name) {
        return switch (name) {
            case "COMPARE" -> RebuildMode.COMPARE;
            case "REPAIR" -> RebuildMode.REPAIR;
            default -> throw new IllegalArgumentException("The mode must be COMPARE or REPAIR.");
        };
    }
}
