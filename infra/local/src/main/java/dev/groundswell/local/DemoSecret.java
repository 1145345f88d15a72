package dev.groundswell.local;

import dev.groundswell.cloud.store.StoreVault;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import tools.jackson.jr.ob.JSON;

/**
 * The secret of the store {@link LocalSystem#STORE}: one value for every door until somebody changes it. A change is a
 * rotation, as on AWS: the new value and the one before it are valid.
 */
final class DemoSecret {

    /** The variable by which a function knows what its secrets' names begin with. */
    private static final String PREFIX = "SECRETS_PREFIX";

    private static final List<String> STAGES = List.of("AWSCURRENT", "AWSPREVIOUS");

    private final SecretsManagerClient secrets;

    /** One, unless the template gives functions different prefixes; none, if no function reads secrets. */
    private final List<String> names;

    DemoSecret(SecretsManagerClient secrets, Template template) {
        this.secrets = secrets;
        this.names = template.functions().stream()
                .flatMap(function -> Optional.ofNullable(function.environment().get(PREFIX)).stream())
                .distinct()
                .map(prefix -> StoreVault.name(prefix, new StoreId(LocalSystem.STORE)))
                .toList();
    }

    /** Once: a directory's secrets may have been changed since. */
    void create() {
        var value = new LinkedHashMap<String, Object>();
        for (Platform platform : Platform.values()) {
            value.put(platform.key(), LocalSystem.WEBHOOK_SECRET);
        }
        names.forEach(name -> create(name, JSON.std.asString(value)));
    }

    private void create(String name, String value) {
        try {
            secrets.createSecret(create -> create.name(name).secretString(value));
        } catch (ResourceExistsException e) {
            // Kept from an earlier run.
        }
    }

    Map<String, Map<String, Object>> valid() {
        var valid = new LinkedHashMap<String, Map<String, Object>>();
        for (String stage : STAGES) {
            names.stream().findFirst().flatMap(name -> value(name, stage)).ifPresent(value -> valid.put(stage, value));
        }
        return valid;
    }

    private Optional<Map<String, Object>> value(String name, String stage) {
        try {
            return Optional.of(JSON.std.mapFrom(
                    secrets.getSecretValue(get -> get.secretId(name).versionStage(stage))
                            .secretString()));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    void change(Map<String, Object> changes) {
        for (String name : names) {
            var value = new LinkedHashMap<>(value(name, STAGES.getFirst()).orElse(Map.of()));
            value.putAll(changes);
            secrets.putSecretValue(put -> put.secretId(name).secretString(JSON.std.asString(value)));
        }
    }
}
