package dev.groundswell.bench.capacity;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of tables over HTTP, with the HTTP client of the functions. */
public final class TableClient {

    private static final String REGION = "us-east-1";
    private static final int MAX_CONNECTIONS = 64;

    private TableClient() {}

    public static DynamoDbClient of(String endpoint, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .httpClient(AwsCrtHttpClient.builder()
                        .maxConcurrency(MAX_CONNECTIONS)
                        .build())
                .overrideConfiguration(override -> {
                    for (var interceptor : interceptors) {
                        override.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }
}
