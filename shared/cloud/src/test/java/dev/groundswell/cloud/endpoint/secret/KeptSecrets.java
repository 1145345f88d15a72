package dev.groundswell.cloud.endpoint.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import tools.jackson.jr.ob.JSON;

/**
 * As much of Secrets Manager as we use: the newest value of a secret has the stage {@code AWSCURRENT}, the one before it
 * {@code AWSPREVIOUS}, and older ones are forgotten. In memory, or in a file that is replaced as a whole at each change,
 * so it survives {@code kill -9}. The file is plain text: such secrets protect nothing but a desk.
 */
public final class KeptSecrets implements SecretsManagerClient {

    private static final List<String> STAGES = List.of("AWSCURRENT", "AWSPREVIOUS");

    private final Optional<Path> file;

    /** The values by secret, the newest first. */
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private KeptSecrets(Optional<Path> file) {
        this.file = file;
    }

    public static KeptSecrets inMemory() {
        return new KeptSecrets(Optional.empty());
    }

    /** The secrets of {@code file}, which is made at the first change. */
    public static KeptSecrets in(Path file) {
        var secrets = new KeptSecrets(Optional.of(file));
        try {
            JSON.std
                    .mapFrom(Files.readString(file))
                    .forEach((name, kept) -> secrets.values.put(
                            name,
                            kept instanceof List<?> list
                                    ? list.stream().map(String::valueOf).toList()
                                    : List.of()));
        } catch (NoSuchFileException e) {
            // Nothing is kept yet.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    @Override
    public synchronized CreateSecretResponse createSecret(CreateSecretRequest request) {
        if (values.containsKey(request.name())) {
            throw ResourceExistsException.builder()
                    .message("The secret " + request.name() + " already exists.")
                    .build();
        }
        keep(request.name(), List.of(request.secretString()));
        return CreateSecretResponse.builder().name(request.name()).build();
    }

    @Override
    public synchronized PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        var newestFirst = new ArrayList<>(valuesOf(request.secretId()));
        newestFirst.addFirst(request.secretString());
        keep(request.secretId(), List.copyOf(newestFirst.subList(0, Math.min(STAGES.size(), newestFirst.size()))));
        return PutSecretValueResponse.builder()
                .name(request.secretId())
                .versionStages(STAGES.getFirst())
                .build();
    }

    @Override
    public synchronized GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        var stage = Optional.ofNullable(request.versionStage()).orElse(STAGES.getFirst());
        var newestFirst = valuesOf(request.secretId());
        var place = STAGES.indexOf(stage);
        if (place < 0 || place >= newestFirst.size()) {
            throw notFound(request.secretId() + " at the stage " + stage);
        }
        return GetSecretValueResponse.builder()
                .name(request.secretId())
                .versionStages(stage)
                .secretString(newestFirst.get(place))
                .build();
    }

    @Override
    public synchronized DeleteSecretResponse deleteSecret(DeleteSecretRequest request) {
        valuesOf(request.secretId());
        values.remove(request.secretId());
        write();
        return DeleteSecretResponse.builder().name(request.secretId()).build();
    }

    private List<String> valuesOf(String secret) {
        return Optional.ofNullable(values.get(secret)).orElseThrow(() -> notFound(secret));
    }

    private void keep(String secret, List<String> newestFirst) {
        values.put(secret, newestFirst);
        write();
    }

    private void write() {
        if (file.isEmpty()) {
            return;
        }
        try {
            var whole = Files.writeString(
                    file.get().resolveSibling(file.get().getFileName() + "." + UUID.randomUUID()),
                    JSON.std.asString(values));
            Files.move(whole, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceNotFoundException notFound(String secret) {
        return ResourceNotFoundException.builder()
                .message("Secrets Manager can't find the secret " + secret + ".")
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Each change is written at once.
    }
}
