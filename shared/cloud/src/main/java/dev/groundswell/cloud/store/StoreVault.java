package dev.groundswell.cloud.store;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.StoreSecrets;
import dev.groundswell.core.store.TaobaoAccess;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The secrets of AWS Secrets Manager whose name is a prefix, a slash and the store's id. Each is a JSON object:
 *
 * <pre>{@code
 * {"orders": "…", "shopify": "…", "woocommerce": "…", "taobao": "…",
 *  "taobaoApi": {"appKey": "…", "appSecret": "…", "session": "…", "gateway": "https://…"},
 *  "providers": {"my-supplier": "…"}}
 * }</pre>
 *
 * <p>Every part may be missing. The versions of the stages {@code AWSCURRENT} and {@code AWSPREVIOUS} are valid, so putting a
 * new value begins a rotation, and putting the next one, or taking the stage {@code AWSPREVIOUS} away, ends it.
 */
public final class StoreVault implements StoreSecrets {

    private static final List<String> STAGES = List.of("AWSCURRENT", "AWSPREVIOUS");
    private static final String TAOBAO_API = "taobaoApi";
    private static final String PROVIDERS = "providers";

    private final SecretsManagerClient client;
    private final String prefix;

    public StoreVault(SecretsManagerClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** The name of a store's secret. */
    public static String name(String prefix, StoreId store) {
        return prefix + "/" + store;
    }

    @Override
    public List<StoreSecret> valid(StoreId store) {
        var name = name(prefix, store);
        try {
            return STAGES.stream().flatMap(stage -> version(name, stage)).toList();
        } catch (SdkException failure) {
            throw new UnavailableException("The secret " + name + " cannot be read.", failure);
        }
    }

    private Stream<StoreSecret> version(String name, String stage) {
        try {
            var value = client.getSecretValue(get -> get.secretId(name).versionStage(stage));
            return Stream.of(secret(
                    name, stage, Optional.ofNullable(value.secretString()).orElse("")));
        } catch (ResourceNotFoundException noSuchSecretOrStage) {
            return Stream.empty();
        } catch (InvalidRequestException markedForDeletion) {
            return Stream.empty();
        }
    }

    private static StoreSecret secret(String name, String stage, String json) {
        try {
            var values = JSON.std.mapFrom(json);
            var webhooks = new EnumMap<Platform, String>(Platform.class);
            for (var platform : Platform.values()) {
                text(values, platform.key()).ifPresent(secret -> webhooks.put(platform, secret));
            }
            return new StoreSecret(webhooks, providers(values.get(PROVIDERS)), access(values.get(TAOBAO_API)));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // Without the cause: a parser quotes what it read.
            throw new UnavailableException("The secret " + name + " (" + stage
                    + ") is not as it should be: an object of texts, none of them blank, and of the object "
                    + TAOBAO_API + ".");
        }
    }

    private static Map<String, String> providers(@Nullable Object written) {
        var providers = new HashMap<String, String>();
        if (written instanceof Map<?, ?> secrets) {
            secrets.forEach((provider, secret) -> {
                if (secret instanceof String text && !text.isBlank()) {
                    providers.put(String.valueOf(provider), text);
                }
            });
        }
        return providers;
    }

    private static Optional<TaobaoAccess> access(@Nullable Object written) {
        if (!(written instanceof Map<?, ?> values)) {
            return Optional.empty();
        }
        return Optional.of(new TaobaoAccess(
                text(values, "appKey").orElse(""),
                text(values, "appSecret").orElse(""),
                text(values, "session").orElse(""),
                text(values, "gateway").map(URI::create).orElse(TaobaoAccess.GATEWAY)));
    }

    /** An application's key is a number to some hands. */
    private static Optional<String> text(Map<?, ?> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }
}
