package dev.groundswell.cloud.message.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.groundswell.cloud.function.SdkClients;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A server that answers as a test says, and the product's own AWS clients pointed at it. */
final class AwsWire implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    WireMockServer server() {
        return server;
    }

    SdkClients clients() {
        return clients(server.baseUrl());
    }

    /** Nothing listens there. */
    static SdkClients unreachable() {
        return clients("http://localhost:1");
    }

    private static SdkClients clients(String endpoint) {
        return new SdkClients(Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL", endpoint), CREDENTIALS);
    }
}
