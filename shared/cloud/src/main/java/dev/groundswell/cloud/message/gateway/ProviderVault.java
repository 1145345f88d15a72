package dev.groundswell.cloud.message.gateway;

import dev.groundswell.cloud.store.StoreVault;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderSecrets;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Providers' secrets, which lie in the store's secret beside those of its platforms, see {@link StoreVault}:
 *
 * <pre>{@code
 * {"orders": "…", "providers": {"my-supplier": "…"}}
 * }</pre>
 */
public final class ProviderVault implements ProviderSecrets {

    private static final List<String> STAGES = List.of("AWSCURRENT", "AWSPREVIOUS");
    private static final String PROVIDERS = "providers";

    private final SecretsManagerClient client;
    private final String prefix;

    public ProviderVault(SecretsManagerClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    @Override
    public List<String> valid(StoreId store, ProviderId provider) {
        var name = StoreVault.name(prefix, store);
        try {
            return STAGES.stream()
                    .flatMap(stage -> version(name, stage, provider))
                    .distinct()
                    .toList();
        } catch (SdkException failure) {
            throw new UnavailableException("The secret " + name + " cannot be read.", failure);
        }
    }

    private Stream<String> version(String name, String stage, ProviderId provider) {
        try {
            var value = client.getSecretValue(get -> get.secretId(name).versionStage(stage));
            return secret(name, value.secretString(), provider);
        } catch (ResourceNotFoundException | InvalidRequestException noSuchSecretOrStage) {
            return Stream.empty();
        }
    }

    private static Stream<String> secret(String name, String json, ProviderId provider) {
        try {
            return JSON.std.mapFrom(json).get(PROVIDERS) instanceof Map<?, ?> secrets
                            && secrets.get(provider.value()) instanceof String secret
                            && !secret.isBlank()
                    ? Stream.of(secret)
                    : Stream.empty();
        } catch (JacksonException unreadable) {
            // Without the cause: a parser quotes what it read.
            throw new UnavailableException("The secret " + name + " is no JSON object.");
        }
    }
}
