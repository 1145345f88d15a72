package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.message.provider.HealthTable;
import dev.groundswell.cloud.message.provider.PaceTable;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.message.provider.RoutingTable;
import dev.groundswell.core.message.pace.WorkerPaces;
import dev.groundswell.core.message.provider.ProviderGateways;
import dev.groundswell.core.message.provider.RememberedProviderSecrets;
import dev.groundswell.core.message.route.HealthTally;
import dev.groundswell.core.message.route.ProviderPassages;
import dev.groundswell.core.message.route.Router;
import dev.groundswell.core.time.Sleeper;
import java.net.URI;
import java.security.SecureRandom;
import java.util.concurrent.Executors;

/**
 * The way out to providers, put together once for a function's instance, which is one worker. It takes {@code CHANNELS_TABLE}
 * and {@code SECRETS_PREFIX} of the environment, and {@code SIMULATOR_URL} where the stack has a simulator.
 */
public final class ProviderParts {

    private final FunctionEnvironment environment;
    private final SecureRandom random = new SecureRandom();

    public ProviderParts(FunctionEnvironment environment) {
        this.environment = environment;
    }

    public ProviderPassages passages() {
        return passages(gateways());
    }

    /** By other gateways than the providers' own: a bench's. */
    public ProviderPassages passages(ProviderGateways gateways) {
        var client = environment.clients().dynamoDb();
        var table = environment.require("CHANNELS_TABLE");
        var time = environment.time();
        var sleeper = Sleeper.system();
        var health = new HealthTable(client, table);
        return new ProviderPassages(
                new Router(
                        new ProviderTable(client, table),
                        new RoutingTable(client, table),
                        health,
                        new HealthTally(health, time, random),
                        time),
                new WorkerPaces(new PaceTable(client, table), time, sleeper, random),
                gateways,
                time,
                sleeper,
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private ProviderGateways gateways() {
        var prefix = environment.require("SECRETS_PREFIX");
        return new StoreGateways(
                environment.clients(),
                new RememberedProviderSecrets(
                        (store, provider) ->
                                new ProviderVault(environment.clients().secrets(), prefix).valid(store, provider),
                        environment.time()),
                environment.find("SIMULATOR_URL").map(URI::create),
                environment.time());
    }
}
