package dev.groundswell.cloud.endpoint;

import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.SdkClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the variable {@code AWS_ENDPOINT_URL} names, with the credentials and the region of the environment. */
final class NamedEndpoint implements Endpoint {

    /** Every emulator knows this one. */
    private static final String REGION = "us-east-1";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String url;
    private final String description;
    private final AwsClients clients;

    private NamedEndpoint(String url, String description, Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.putIfAbsent("AWS_REGION", variables.getOrDefault("AWS_DEFAULT_REGION", REGION));
        this.url = url;
        this.description = description;
        this.clients = new SdkClients(all);
    }

    static NamedEndpoint ofEnvironment() {
        var variables = System.getenv();
        var url = variables.getOrDefault("AWS_ENDPOINT_URL", "");
        return new NamedEndpoint(url, "AWS_ENDPOINT_URL=" + url, variables);
    }

    static NamedEndpoint at(String url, String description) {
        return new NamedEndpoint(url, description, Map.of("AWS_ENDPOINT_URL", url));
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
    public Optional<String> obstacleToManyTransactions() {
        return isMoto()
                ? Optional.of(
                        "moto copies all its tables for each transaction; hundreds take minutes and meet time-outs.")
                : Optional.empty();
    }

    /** moto's server has an interface of its own beside those of AWS. */
    private boolean isMoto() {
        var ask = HttpRequest.newBuilder(URI.create(url).resolve("/moto-api/data.json"))
                .timeout(PATIENCE)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().startsWith("{");
        } catch (IOException notHttp) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        // The clients are the process's: AwsClients shares each until the JVM ends.
    }
}
