package dev.groundswell.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RememberedSecretsTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final StoreSecret FIRST = StoreSecret.of(Platform.SHOPIFY, "first");
    private static final StoreSecret SECOND = StoreSecret.of(Platform.SHOPIFY, "second");

    private final SecretsInMemory secrets = new SecretsInMemory();
    private Instant now = Instant.parse("2026-06-18T00:00:00Z");
    private final RememberedSecrets remembered = new RememberedSecrets(secrets, () -> now);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Nested
    class ASecret {

        @Test
        void isReadOnceInFiveMinutes() {
            secrets.put(DEMO, FIRST);

            assertThat(remembered.valid(DEMO)).containsExactly(FIRST);
            pass(RememberedSecrets.REMEMBERED.minusSeconds(1));
            remembered.valid(DEMO);
            assertThat(secrets.readings()).isEqualTo(1);

            pass(Duration.ofSeconds(1));
            secrets.put(DEMO, SECOND);
            assertThat(remembered.valid(DEMO)).containsExactly(SECOND, FIRST);
        }

        @Test
        void thatIsMissingIsRememberedAsMissing() {
            assertThat(remembered.valid(DEMO)).isEmpty();
            assertThat(remembered.valid(DEMO)).isEmpty();

            assertThat(secrets.readings()).isEqualTo(1);
        }

        @Test
        void changedAMomentAgoIsFoundByReadingAgain() {
            secrets.put(DEMO, FIRST);
            remembered.valid(DEMO);
            pass(RememberedSecrets.BETWEEN_READINGS);
            secrets.put(DEMO, SECOND);

            assertThat(remembered.readAgain(DEMO))
                    .hasValueSatisfying(versions -> assertThat(versions).containsExactly(SECOND, FIRST));
        }

        @Test
        void isNotReadAgainForEachWrongSignature() {
            secrets.put(DEMO, FIRST);

            for (var second = 0; second < 60; second++) {
                remembered.valid(DEMO);
                remembered.readAgain(DEMO);
                pass(Duration.ofSeconds(1));
            }

            assertThat(secrets.readings()).isEqualTo(6);
        }
    }

    @Nested
    class WhileSecretsCannotBeRead {

        @Test
        void theOnesReadWithinTheHourAreGood() {
            secrets.put(DEMO, FIRST);
            remembered.valid(DEMO);
            secrets.setAvailable(false);
            pass(RememberedSecrets.HELD_WHILE_UNAVAILABLE.minusSeconds(1));

            assertThat(remembered.valid(DEMO)).containsExactly(FIRST);
            assertThat(remembered.valid(DEMO)).containsExactly(FIRST);
            assertThat(secrets.readings())
                    .as("one failed try, not one per request")
                    .isEqualTo(2);

            pass(Duration.ofMinutes(1));
            assertThatThrownBy(() -> remembered.valid(DEMO)).isInstanceOf(UnavailableException.class);
        }

        @Test
        void whoeverWasNotKnownHasToTryAgain() {
            secrets.setAvailable(false);
            assertThatThrownBy(() -> remembered.valid(DEMO)).isInstanceOf(UnavailableException.class);

            secrets.setAvailable(true);
            secrets.put(DEMO, FIRST);
            assertThat(remembered.valid(DEMO)).containsExactly(FIRST);
        }
    }

    @Test
    void neverShowsASecretInText() {
        assertThat(FIRST.toString()).doesNotContain("first");
        assertThat(new TaobaoAccess("12345678", "app secret", "session key", TaobaoAccess.GATEWAY).toString())
                .doesNotContain("app secret", "session key");
    }
}
