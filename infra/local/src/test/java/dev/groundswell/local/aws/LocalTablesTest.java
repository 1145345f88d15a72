package dev.groundswell.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Tables change under the command line's hands, though never under ours. */
class LocalTablesTest {

    private static final String TABLE = "Orders";

    private final LocalTables tables = LocalTables.open(Optional.empty());
    private final DynamoDbClient client = tables.client();

    @BeforeEach
    void aTableThatIsInUse() {
        create();
        put();
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aStreamThatIsSwitchedOnLaterHasWhatIsWrittenAfterwards() {
        client.updateTable(request -> request.tableName(TABLE)
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
        put();

        var stream = client.describeTable(request -> request.tableName(TABLE))
                .table()
                .latestStreamArn();
        assertThat(stream).isNotNull();
    }

    @Test
    void timeToLiveIsToldAsItWasSetLast() {
        client.updateTimeToLive(request -> request.tableName(TABLE)
                .timeToLiveSpecification(spec -> spec.attributeName("endsAt").enabled(true)));

        var told = client.describeTimeToLive(request -> request.tableName(TABLE));

        assertThat(told.timeToLiveDescription().attributeName()).isEqualTo("endsAt");
    }

    @Test
    void aTableThatWasDroppedIsGoneUntilItIsMadeAgain() {
        client.deleteTable(request -> request.tableName(TABLE));
        assertThatThrownBy(this::put).isInstanceOf(ResourceNotFoundException.class);

        create();

        put();
        assertThat(client.scan(request -> request.tableName(TABLE)).count()).isEqualTo(1);
    }

    private void create() {
        client.createTable(request -> request.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    }

    private void put() {
        client.putItem(request -> request.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS("one"))));
    }
}
