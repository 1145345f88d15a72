package dev.groundswell.cloud.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** As much of Secrets Manager as functions use: the newest value is {@code AWSCURRENT}, the one before {@code AWSPREVIOUS}. */
final class EmbeddedSecrets implements SecretsManagerClient {

    private final Map<String, List<String>> newestFirst = new ConcurrentHashMap<>();

    @Override
    public CreateSecretResponse createSecret(CreateSecretRequest request) {
        newestFirst.put(request.name(), List.of(request.secretString()));
        return CreateSecretResponse.builder().name(request.name()).build();
    }

    @Override
    public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        var values = new ArrayList<>(values(request.secretId()));
        values.addFirst(request.secretString());
        newestFirst.put(request.secretId(), List.copyOf(values));
        return PutSecretValueResponse.builder().name(request.secretId()).build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        var values = values(request.secretId());
        var place = "AWSPREVIOUS".equals(request.versionStage()) ? 1 : 0;
        if (values.size() <= place) {
            throw notFound();
        }
        return GetSecretValueResponse.builder()
                .name(request.secretId())
                .secretString(values.get(place))
                .build();
    }

    private List<String> values(String secret) {
        var values = newestFirst.get(secret);
        if (values == null) {
            throw notFound();
        }
        return values;
    }

    private static ResourceNotFoundException notFound() {
        return ResourceNotFoundException.builder()
                .message("Secrets Manager can't find the specified secret.")
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
