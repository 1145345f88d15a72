package dev.groundswell.local.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** As much of Secrets Manager as functions use, in memory: the value in force and the one before it. */
public final class LocalSecrets implements SecretsManagerClient {

    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";

    private final Map<String, Deque<Version>> secrets = new ConcurrentHashMap<>();

    private record Version(String id, String value) {}

    /** Creates the secret where there is none. */
    @Override
    public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        var version = new Version(UUID.randomUUID().toString(), request.secretString());
        secrets.compute(request.secretId(), (_, known) -> {
            var versions = known == null ? new ArrayDeque<Version>() : new ArrayDeque<>(known);
            versions.addFirst(version);
            if (versions.size() > 2) {
                versions.removeLast();
            }
            return versions;
        });
        return PutSecretValueResponse.builder()
                .name(request.secretId())
                .versionId(version.id())
                .versionStages(CURRENT)
                .build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        var stage = request.versionStage() == null ? CURRENT : request.versionStage();
        return secrets.getOrDefault(request.secretId(), new ArrayDeque<>()).stream()
                .skip(stage.equals(PREVIOUS) ? 1 : 0)
                .findFirst()
                .map(version -> GetSecretValueResponse.builder()
                        .name(request.secretId())
                        .versionId(version.id())
                        .versionStages(stage)
                        .secretString(version.value())
                        .build())
                .orElseThrow(() -> ResourceNotFoundException.builder()
                        .message("Secrets Manager can't find the secret " + request.secretId() + " at stage " + stage)
                        .build());
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
