package dev.groundswell.cloud.endpoint;

import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.SdkClients;
import java.util.HashMap;
import java.util.Map;

/** What the variable {@code AWS_ENDPOINT_URL} names, with the credentials and the region of the environment. */
final class NamedEndpoint implements Endpoint {

    /** Every emulator knows this one. */
    private static final String REGION = "us-east-1";

    private final String description;
    private final AwsClients clients;

    private NamedEndpoint(String description, Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.putIfAbsent("AWS_REGION", variables.getOrDefault("AWS_DEFAULT_REGION", REGION));
        this.description = description;
        this.clients = new SdkClients(all);
    }

    static NamedEndpoint ofEnvironment() {
        var variables = System.getenv();
        return new NamedEndpoint("AWS_ENDPOINT_URL=" + variables.get("AWS_ENDPOINT_URL"), variables);
    }

    static NamedEndpoint at(String url, String description) {
        return new NamedEndpoint(description, Map.of("AWS_ENDPOINT_URL", url));
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public AwsClients clients() {
        return clients;
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public void close() {
        // The clients are the process's: AwsClients shares each until the JVM ends.
    }
}
