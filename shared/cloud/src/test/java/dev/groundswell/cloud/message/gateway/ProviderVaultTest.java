package dev.groundswell.cloud.message.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.endpoint.secret.KeptSecrets;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderSecrets;
import dev.groundswell.core.message.provider.RememberedProviderSecrets;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import dev.groundswell.core.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderVaultTest {

    private static final StoreId STORE = new StoreId("demo");
    private static final ProviderId SUPPLIER = new ProviderId("supplier");

    private final KeptSecrets client = KeptSecrets.inMemory();
    private final ProviderVault vault = new ProviderVault(client, "groundswell");

    private void secretIs(String json) {
        client.createSecret(create -> create.name("groundswell/demo").secretString(json));
    }

    private void secretBecomes(String json) {
        client.putSecretValue(put -> put.secretId("groundswell/demo").secretString(json));
    }

    @Nested
    class AProvidersSecret {

        @Test
        void liesInTheStoresSecret() {
            secretIs("{\"orders\": \"a\", \"providers\": {\"supplier\": \"s1\"}}");

            assertThat(vault.valid(STORE, SUPPLIER)).containsExactly("s1");
            assertThat(vault.valid(STORE, new ProviderId("another"))).isEmpty();
        }

        @Test
        void isFollowedByTheOneBeforeIt() {
            secretIs("{\"providers\": {\"supplier\": \"s1\"}}");
            secretBecomes("{\"providers\": {\"supplier\": \"s2\"}}");

            assertThat(vault.valid(STORE, SUPPLIER)).containsExactly("s2", "s1");
        }

        @Test
        void isNoneWhereNothingIsSaid() {
            assertThat(vault.valid(STORE, SUPPLIER)).isEmpty();
            secretIs("{\"orders\": \"a\", \"providers\": {\"supplier\": \" \"}}");
            assertThat(vault.valid(STORE, SUPPLIER)).isEmpty();
        }

        @Test
        void cannotBeToldFromSomethingElseThanAnObject() {
            secretIs("not JSON, and secret");

            assertThatThrownBy(() -> vault.valid(STORE, SUPPLIER))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageNotContaining("and secret");
        }
    }

    @Nested
    class ARememberedSecret {

        private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-11T00:00:00Z"));
        private final AtomicReference<ProviderSecrets> behind = new AtomicReference<>((_, _) -> List.of("s1"));
        private final ProviderSecrets remembered =
                new RememberedProviderSecrets((store, provider) -> behind.get().valid(store, provider), time);

        @Test
        void isAskedForAgainAfterSomeMinutes() {
            remembered.valid(STORE, SUPPLIER);
            behind.set((_, _) -> List.of("s2"));

            assertThat(remembered.valid(STORE, SUPPLIER)).containsExactly("s1");
            time.sleep(Duration.ofMinutes(5));
            assertThat(remembered.valid(STORE, SUPPLIER)).containsExactly("s2");
        }

        @Test
        void isHeldWhileItCannotBeRead() {
            remembered.valid(STORE, SUPPLIER);
            behind.set((_, _) -> {
                throw new UnavailableException("out of reach");
            });
            time.sleep(Duration.ofMinutes(5));

            assertThat(remembered.valid(STORE, SUPPLIER)).containsExactly("s1");
        }
    }
}
