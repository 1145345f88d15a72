package dev.groundswell.cloud.endpoint.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class KeptSecretsTest {

    private static final String SECRET = "groundswell/demo";

    @TempDir
    private Path folder = Path.of("");

    private SecretsManagerClient secrets = KeptSecrets.inMemory();

    @BeforeEach
    void open() {
        secrets = KeptSecrets.in(folder.resolve("secrets.json"));
    }

    private void put(String value) {
        secrets.putSecretValue(put -> put.secretId(SECRET).secretString(value));
    }

    private String get(String stage) {
        return secrets.getSecretValue(get -> get.secretId(SECRET).versionStage(stage))
                .secretString();
    }

    @Nested
    class A_secret_that_is_rotated {

        @BeforeEach
        void rotate() {
            secrets.createSecret(create -> create.name(SECRET).secretString("one"));
            put("two");
        }

        @Test
        void has_its_new_value_and_the_one_before() {
            assertThat(get("AWSCURRENT")).isEqualTo("two");
            assertThat(get("AWSPREVIOUS")).isEqualTo("one");
            assertThat(secrets.getSecretValue(get -> get.secretId(SECRET)).secretString())
                    .isEqualTo("two");
        }

        @Test
        void forgets_the_oldest_at_the_next_rotation() {
            put("three");

            assertThat(get("AWSPREVIOUS")).isEqualTo("two");
        }

        @Test
        void is_the_same_in_the_next_process() {
            open();

            assertThat(get("AWSCURRENT")).isEqualTo("two");
            assertThat(get("AWSPREVIOUS")).isEqualTo("one");
        }

        @Test
        void is_not_created_again() {
            assertThatThrownBy(() ->
                            secrets.createSecret(create -> create.name(SECRET).secretString("new")))
                    .isInstanceOf(ResourceExistsException.class);
        }

        @Test
        void is_gone_once_deleted() {
            secrets.deleteSecret(delete -> delete.secretId(SECRET));

            assertThatThrownBy(() -> get("AWSCURRENT")).isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Nested
    class What_is_not_there {

        @Test
        void is_not_found() {
            assertThatThrownBy(() -> get("AWSCURRENT")).isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() -> put("x")).isInstanceOf(ResourceNotFoundException.class);
        }

        @Test
        void a_secret_of_one_value_has_no_previous_one() {
            secrets.createSecret(create -> create.name(SECRET).secretString("one"));

            assertThatThrownBy(() -> get("AWSPREVIOUS")).isInstanceOf(ResourceNotFoundException.class);
        }
    }
}
