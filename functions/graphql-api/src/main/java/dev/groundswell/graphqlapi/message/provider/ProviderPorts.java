package dev.groundswell.graphqlapi.message.provider;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.provider.SaveProvider;
import dev.groundswell.core.message.route.RoutingBooks;
import dev.groundswell.core.message.route.RoutingChange;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.page.PageArguments;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the API's part in providers stands on.
 *
 * @param hasSimulator whether the stack has one
 */
public record ProviderPorts(Providers providers, RoutingBooks routing, boolean hasSimulator) {

    /** The root field {@code providers}. */
    public CompletableFuture<?> all(Store store, Background background) {
        return background.call(() -> all(store));
    }

    private List<StoreProvider> all(Store store) {
        var byChannel = Arrays.stream(Channel.values())
                .collect(Collectors.toMap(Function.identity(), channel -> routing.read(store.id(), channel)));
        return providers.all(store.id()).stream()
                .map(provider -> new StoreProvider(
                        store,
                        provider,
                        Objects.requireNonNull(byChannel.get(provider.channel()))
                                .level(provider.id())
                                .percent()))
                .toList();
    }

    /** The root field {@code routingChanges}. */
    public CompletableFuture<List<RoutingChange>> changes(
            Store store, DataFetchingEnvironment query, Background background) {
        var channel = Channel.valueOf(Objects.requireNonNull(query.getArgument("channel")));
        var first = PageArguments.of(query).first();
        return background.call(() -> routing.changes(store.id(), channel, first));
    }

    StoreProvider shown(Store store, Provider provider) {
        var level = routing.read(store.id(), provider.channel()).level(provider.id());
        return new StoreProvider(store, provider, level.percent());
    }

    public ProviderMutations mutations() {
        return new ProviderMutations(this, new SaveProvider(providers, hasSimulator));
    }

    /** Of all types of the topic. */
    public List<ObjectResolver<?>> resolvers() {
        return List.of(
                new ProviderResolver(),
                new FamilyLimitResolver(),
                new RoutingChangeResolver(),
                new PayloadResolver("SaveProviderPayload", "provider"));
    }
}
