package dev.groundswell.cloud.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.sqs.model.Message;

class AwsEndpointTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    @BeforeAll
    static void create() {
        aws.createTables("Orders", "Stores");
        aws.createQueues("OrderChanges");
    }

    @Nested
    class A_table_of_the_template {

        @Test
        void takes_an_item_once_if_the_put_asks_that_none_is_there() {
            putIfAbsent("once");

            assertThatThrownBy(() -> putIfAbsent("once")).isInstanceOf(ConditionalCheckFailedException.class);
        }

        @Test
        void has_the_declared_index_and_stream() {
            var table = aws.clients()
                    .dynamoDb()
                    .describeTable(request -> request.tableName(aws.table("Orders")))
                    .table();

            assertThat(table.streamSpecification().streamEnabled()).isTrue();
            assertThat(table.globalSecondaryIndexes()).singleElement().satisfies(index -> {
                assertThat(index.indexName()).isEqualTo("byOrderedAt");
                assertThat(index.projection().projectionType()).isNotEqualTo(ProjectionType.UNKNOWN_TO_SDK_VERSION);
            });
        }

        private void putIfAbsent(String pk) {
            aws.clients()
                    .dynamoDb()
                    .putItem(request -> request.tableName(aws.table("Stores"))
                            .item(Map.of("pk", AttributeValue.fromS(pk)))
                            .conditionExpression("attribute_not_exists(pk)"));
        }
    }

    @Nested
    class A_queue_of_the_template {

        @Test
        void hands_over_what_was_sent() {
            var queue = aws.queue("OrderChanges");
            aws.clients().sqs().sendMessage(request -> request.queueUrl(queue).messageBody("[]"));

            assertThat(aws.clients()
                            .sqs()
                            .receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(5))
                            .messages())
                    .extracting(Message::body)
                    .containsExactly("[]");
        }
    }

    @Nested
    class What_the_template_does_not_declare {

        @Test
        void cannot_be_created() {
            assertThatThrownBy(() -> aws.createTables("OrderChanges"))
                    .hasMessage("template.yaml declares no AWS::DynamoDB::Table called OrderChanges.");
        }

        @Test
        void has_no_name() {
            assertThatThrownBy(() -> aws.table("Metrics")).hasMessageContaining("createTables(\"Metrics\")");
        }
    }
}
