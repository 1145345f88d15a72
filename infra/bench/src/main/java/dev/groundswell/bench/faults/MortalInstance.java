package dev.groundswell.bench.faults;

import dev.groundswell.bench.system.BenchClients;
import dev.groundswell.bench.system.WatchedClient;
import dev.groundswell.bench.system.WatchedClient.Asking;
import dev.groundswell.cloud.function.FunctionEnvironment;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An instance of a function that may be killed at any call of a table or a queue, before the call or after it went through. From
 * then on none of its threads can do anything: each ends at its next call, or when it next looks at the clock.
 */
final class MortalInstance {

    private final String function;
    private final Faults faults;
    private final Suspects suspects;
    private final AtomicBoolean killed = new AtomicBoolean();

    MortalInstance(String function, Faults faults, Suspects suspects) {
        this.function = function;
        this.faults = faults;
        this.suspects = suspects;
    }

    FunctionEnvironment environment(FunctionEnvironment given) {
        var clients = given.clients();
        var tables = WatchedClient.of(DynamoDbClient.class, clients.dynamoDb(), this::askTable);
        var queues = WatchedClient.of(SqsClient.class, clients.sqs(), this::ask);
        return new FunctionEnvironment(
                given.variables(),
                () -> {
                    requireAlive();
                    return given.time().instant();
                },
                new BenchClients(clients, tables, queues));
    }

    private SdkResponse askTable(SdkRequest request, Asking asking) {
        suspects.note(this, request);
        var faulty = new FaultyTable(faults.fateOfRequest(), asking);
        return ask(request, asked -> {
            if (faulty.mayHide()) {
                suspects.hit(asked);
            }
            return faulty.ask(asked);
        });
    }

    private SdkResponse ask(SdkRequest request, Asking asking) {
        requireAlive();
        var isFatal = faults.isKilled(function);
        if (isFatal && faults.coin()) {
            kill();
        }
        var response = asking.ask(request);
        if (isFatal) {
            kill();
        }
        requireAlive();
        return response;
    }

    private void kill() {
        killed.set(true);
        suspects.killed(this);
        requireAlive();
    }

    private void requireAlive() {
        if (killed.get()) {
            throw new InstanceKilledError(function);
        }
    }
}
