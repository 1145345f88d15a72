package dev.groundswell.cloud.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import dev.groundswell.core.store.TaobaoAccess;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.jr.ob.JSON;

/** The SDK's own client, against Secrets Manager's protocol on the wire. */
class StoreVaultTest {

    private static final StoreId DEMO = new StoreId("demo");

    @RegisterExtension
    static final WireMockExtension wire = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final SecretsManagerClient client = SecretsManagerClient.builder()
            .endpointOverride(URI.create(wire.baseUrl()))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
            .httpClientBuilder(AwsCrtHttpClient.builder())
            .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    private final StoreVault vault = new StoreVault(client, "groundswell");

    @AfterEach
    void close() {
        client.close();
    }

    private static void answer(String stage, ResponseDefinitionBuilder answer) {
        wire.stubFor(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                .withRequestBody(equalToJson("{\"SecretId\":\"groundswell/demo\",\"VersionStage\":\"" + stage + "\"}"))
                .willReturn(answer.withHeader("Content-Type", "application/x-amz-json-1.1")));
    }

    private static void stage(String stage, String secret) {
        answer(
                stage,
                aResponse().withBody("{\"Name\":\"groundswell/demo\",\"SecretString\":%s}".formatted(quoted(secret))));
    }

    private static void failure(String stage, int status, String type) {
        answer(stage, aResponse().withStatus(status).withBody("{\"__type\":\"" + type + "\",\"message\":\"No.\"}"));
    }

    private static String quoted(String text) {
        return JSON.std.asString(text);
    }

    @Nested
    class ASecret {

        @Test
        void isValidInBothStagesTheCurrentOneFirst() {
            stage("AWSCURRENT", "{\"orders\":\"o2\",\"shopify\":\"s2\"}");
            stage("AWSPREVIOUS", "{\"orders\":\"o1\"}");

            assertThat(vault.valid(DEMO))
                    .containsExactly(
                            StoreSecret.of(Platform.GROUNDSWELL, "o2").and(Platform.SHOPIFY, "s2"),
                            StoreSecret.of(Platform.GROUNDSWELL, "o1"));
            wire.verify(2, postRequestedFor(urlEqualTo("/")));
        }

        @Test
        void thatWasNeverChangedHasOneVersion() {
            stage("AWSCURRENT", "{\"taobao\":\"t\"}");
            failure("AWSPREVIOUS", 400, "ResourceNotFoundException");

            assertThat(vault.valid(DEMO)).containsExactly(StoreSecret.of(Platform.TAOBAO, "t"));
        }

        @Test
        void mayHoldTheAccessToTheTaobaoOpenPlatform() {
            stage(
                    "AWSCURRENT",
                    "{\"taobaoApi\":{\"appKey\":12345678,\"appSecret\":\"secret\",\"session\":\"session\"}}");
            stage("AWSPREVIOUS", """
                {"taobaoApi":{"appKey":"1","appSecret":"2","session":"3","gateway":"https://gateway.example/rest"}}\
                """);

            assertThat(vault.valid(DEMO))
                    .extracting(version -> version.taobaoApi().orElseThrow())
                    .containsExactly(
                            new TaobaoAccess("12345678", "secret", "session", TaobaoAccess.GATEWAY),
                            new TaobaoAccess("1", "2", "3", URI.create("https://gateway.example/rest")));
        }
    }

    @Nested
    class AStoreHasNone {

        @Test
        void ifThereIsNoSuchSecret() {
            failure("AWSCURRENT", 400, "ResourceNotFoundException");
            failure("AWSPREVIOUS", 400, "ResourceNotFoundException");

            assertThat(vault.valid(DEMO)).isEmpty();
        }

        @Test
        void onceItIsMarkedForDeletion() {
            failure("AWSCURRENT", 400, "InvalidRequestException");
            failure("AWSPREVIOUS", 400, "InvalidRequestException");

            assertThat(vault.valid(DEMO)).isEmpty();
        }
    }

    @Nested
    class WhoeverAsksIsToTryAgain {

        @ParameterizedTest
        @ValueSource(
                strings = {"InternalServiceError", "ThrottlingException", "DecryptionFailure", "AccessDeniedException"})
        void whileSecretsManagerDoesNotAnswer(String failure) {
            failure("AWSCURRENT", 400, failure);

            assertThatThrownBy(() -> vault.valid(DEMO))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("groundswell/demo");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "hunter2",
                    "{\"orders\":\"hunter2",
                    "[\"hunter2\"]",
                    "{\"orders\":\" \",\"shopify\":\"hunter2\"}"
                })
        void whileTheSecretIsNotAsItShouldBeAndItIsNotShown(String written) {
            stage("AWSCURRENT", written);

            assertThatThrownBy(() -> vault.valid(DEMO))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("AWSCURRENT")
                    .hasMessageNotContaining("hunter2")
                    .hasNoCause();
        }
    }
}
