package dev.groundswell.cloud.endpoint;

import dev.groundswell.cloud.function.AwsClients;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in Docker, one container for all test classes of a JVM; Testcontainers removes it when the JVM ends. The
 * image is the last one that starts without an account's token, unless {@code LOCALSTACK_AUTH_TOKEN} is there.
 */
final class LocalStackEndpoint implements Endpoint {

    // The same as in infra/localstack/compose.yaml.
    private static final DockerImageName WITHOUT_TOKEN = DockerImageName.parse("localstack/localstack:4.14.0");
    private static final DockerImageName WITH_TOKEN = DockerImageName.parse("localstack/localstack:2026.08.0");

    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";
    private static @Nullable LocalStackEndpoint shared;

    private final Endpoint endpoint;

    private LocalStackEndpoint(LocalStackContainer container) {
        this.endpoint =
                NamedEndpoint.at(container.getEndpoint().toString(), "LocalStack, " + container.getDockerImageName());
    }

    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // Testcontainers' own reaper stops it after the last test class of the JVM.
    static synchronized LocalStackEndpoint shared() {
        if (shared == null) {
            var container = new LocalStackContainer(image()).withServices("dynamodb", "sqs", "s3", "secretsmanager");
            token().ifPresent(token -> container.withEnv(TOKEN, token));
            container.start();
            System.setProperty("aws.accessKeyId", container.getAccessKey());
            System.setProperty("aws.secretAccessKey", container.getSecretKey());
            shared = new LocalStackEndpoint(container);
        }
        return shared;
    }

    private static DockerImageName image() {
        return token().isPresent() ? WITH_TOKEN : WITHOUT_TOKEN;
    }

    private static Optional<String> token() {
        return Optional.ofNullable(System.getenv(TOKEN)).filter(token -> !token.isBlank());
    }

    @Override
    public String description() {
        return endpoint.description();
    }

    @Override
    public AwsClients clients() {
        return endpoint.clients();
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public void close() {
        // The container serves the next test class too.
    }
}
