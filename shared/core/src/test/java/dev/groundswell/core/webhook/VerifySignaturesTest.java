package dev.groundswell.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.SecretsInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.store.StoresInMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerifySignaturesTest {

    private static final StoreId DEMO = new StoreId("demo");

    private final Stores stores = new StoresInMemory();
    private final SecretsInMemory secrets = new SecretsInMemory();
    private Instant now = Instant.parse("2026-06-18T00:00:00Z");
    private final VerifySignatures signatures = new VerifySignatures(stores, new RememberedSecrets(secrets, () -> now));

    @BeforeEach
    void saveStore() {
        stores.save(new Store(DEMO, "Demo", Currency.getInstance("CNY"), ZoneOffset.UTC));
    }

    private boolean isGood(String secret) {
        return signatures.isSigned(DEMO, Platform.SHOPIFY, secret::equals);
    }

    private void rotateTo(String secret) {
        secrets.put(DEMO, StoreSecret.of(Platform.SHOPIFY, secret));
        now = now.plus(Duration.ofMinutes(1));
    }

    @Nested
    class UnderARotation {

        @Test
        void theOldAndTheNewSecretAreGoodAtOnceAndTheOneBeforeIsNoMore() {
            rotateTo("one");
            rotateTo("two");
            assertThat(isGood("one")).isTrue();
            assertThat(isGood("two")).isTrue();

            rotateTo("three");
            assertThat(isGood("three")).isTrue();
            assertThat(isGood("two")).isTrue();
            assertThat(isGood("one")).isFalse();
        }

        @Test
        void aSecretThatWasPutAMomentAgoIsGood() {
            rotateTo("one");
            assertThat(isGood("one")).isTrue();
            rotateTo("two");

            assertThat(isGood("two")).isTrue();
        }
    }

    @Nested
    class NobodySigns {

        @Test
        void forAStoreThatDoesNotExistAndItsSecretIsNotEvenAskedFor() {
            assertThat(signatures.isSigned(new StoreId("nowhere"), Platform.SHOPIFY, _ -> true))
                    .isFalse();
            assertThat(secrets.readings()).isZero();
        }

        @Test
        void forAStoreOrAPlatformWithoutASecret() {
            assertThat(signatures.isSigned(DEMO, Platform.SHOPIFY, _ -> true)).isFalse();

            rotateTo("one");
            assertThat(signatures.isSigned(DEMO, Platform.TAOBAO, _ -> true)).isFalse();
        }
    }

    @Nested
    class ASuppliersSecret {

        @BeforeEach
        void share() {
            secrets.put(
                    DEMO,
                    new StoreSecret(
                            Map.of(Platform.GROUNDSWELL, "own"),
                            Map.of("hall", "one", "mill", "two"),
                            Optional.empty()));
        }

        @Test
        void isGoodForThatSupplierOnly() {
            assertThat(signatures.isSignedByProvider(DEMO, "hall", "one"::equals))
                    .isTrue();
            assertThat(signatures.isSignedByProvider(DEMO, "mill", "one"::equals))
                    .isFalse();
            assertThat(signatures.isSignedByProvider(DEMO, "nobody", _ -> true)).isFalse();
        }

        @Test
        void signsNothingForTheStoreNorTheOtherWayRound() {
            assertThat(signatures.isSigned(DEMO, Platform.GROUNDSWELL, "one"::equals))
                    .isFalse();
            assertThat(signatures.isSignedByProvider(DEMO, "hall", "own"::equals))
                    .isFalse();
        }
    }

    @Test
    void triesEverySecretWhicheverFits() {
        rotateTo("one");
        rotateTo("two");
        var tried = new ArrayList<String>();

        signatures.isSigned(DEMO, Platform.SHOPIFY, tried::add);

        assertThat(tried).containsExactly("two", "one");
    }
}
