package dev.groundswell.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.local.script.Pipeline;
import dev.groundswell.local.template.EventSource.HttpRoute;
import dev.groundswell.local.template.EventSource.QueueMessages;
import dev.groundswell.local.template.EventSource.StreamRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {

    private static final LocalAddresses ADDRESSES = new LocalAddresses("http://api", "http://queues");

    private static Template read(Path file) {
        return TemplateReader.read(file, ADDRESSES, Map.of("JwtIssuer", "us", "JwtAudience", "them"));
    }

    private final Template template = read(Pipeline.template("pipeline.yaml"));

    @Test
    void aTableHasItsKeysAndItsStream() {
        TableResource items = template.tables().getFirst();

        assertThat(items.name()).isEqualTo("Items");
        assertThat(items.key().hash()).isEqualTo("pk");
        assertThat(items.streamViewType()).contains("NEW_AND_OLD_IMAGES");
    }

    @Test
    void aQueueHasItsTimeoutsAndItsDeadLetterQueue() {
        QueueResource queue = template.queue("OrderChanges").orElseThrow();

        assertThat(queue.visibilityTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(queue.url()).isEqualTo("http://queues/000000000000/OrderChanges");
        assertThat(queue.redrive().orElseThrow().maxReceiveCount()).isEqualTo(2);
    }

    @Test
    void aFunctionHasTheGlobalsEnvironmentBesideItsOwn() {
        assertThat(template.environment("Worker"))
                .containsEntry("ITEMS", "Items")
                .containsEntry("SCRIPT", "worker");
    }

    @Test
    void aFunctionsOwnTimeoutWins() {
        assertThat(template.function("Worker").orElseThrow().timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(template.function("Web").orElseThrow().timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anHttpRouteHasTheApisAuthorizerUnlessItSaysNone() {
        var routes = template.function("Web").orElseThrow().events(HttpRoute.class);

        assertThat(routes.get(0).authorizer().orElseThrow().audience()).containsExactly("them");
        assertThat(routes.get(1).authorizer()).isEmpty();
    }

    @Test
    void mappingsKnowHowTheyFail() {
        var messages = template.function("Worker").orElseThrow().events(QueueMessages.class);
        var records = template.function("Projection").orElseThrow().events(StreamRecords.class);

        assertThat(messages.getFirst().reportsItemFailures()).isTrue();
        assertThat(records.getFirst().maximumRetries()).hasValue(2);
        assertThat(records.getFirst().bisectsOnError()).isTrue();
        assertThat(records.getFirst().filters()).hasSize(1);
    }

    @Test
    void theProductsOwnTemplateIsRead() {
        Template ours = read(Path.of(System.getProperty("groundswell.root", ""), "template.yaml"));

        assertThat(ours.tables()).extracting(TableResource::id).contains("Stores", "Orders", "Metrics");
        assertThat(ours.environment("OrderIngest")).containsEntry("ORDERS_TABLE", "Orders");
    }

    @Nested
    class WhatCannotBeHonoured {

        @TempDir
        private Path directory = Path.of("");

        private void refuses(String resources, String... words) throws IOException {
            Path file = Files.writeString(directory.resolve("template.yaml"), "Resources:\n" + resources.indent(2));
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(TemplateException.class)
                    .message()
                    .contains(words);
        }

        @Test
        void anUnknownEventType() throws IOException {
            refuses("""
                Mailer:
                  Type: AWS::Serverless::Function
                  Properties:
                    Handler: x.Y::handleRequest
                    Events: { Mail: { Type: SNS, Properties: { Topic: t } } }
                """, "Mailer.Events.Mail", "SNS");
        }

        @Test
        void aReferenceToNothing() throws IOException {
            refuses("""
                Mailer:
                  Type: AWS::Serverless::Function
                  Properties:
                    Handler: x.Y::handleRequest
                    Environment: { Variables: { QUEUE: !Ref Qeue } }
                """, "Mailer", "Qeue");
        }

        @Test
        void aMappingToWhatIsNoQueue() throws IOException {
            refuses("""
                Mailer:
                  Type: AWS::Serverless::Function
                  Properties:
                    Handler: x.Y::handleRequest
                    Events: { In: { Type: SQS, Properties: { Queue: "arn:elsewhere" } } }
                """, "Mailer.Events.In", "arn:elsewhere");
        }

        @Test
        void aMessageThatShowsAgainBeforeTheFunctionsTimeout() throws IOException {
            refuses("""
                In: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 5 } }
                Mailer:
                  Type: AWS::Serverless::Function
                  Properties:
                    Handler: x.Y::handleRequest
                    Timeout: 6
                    Events: { In: { Type: SQS, Properties: { Queue: !GetAtt In.Arn } } }
                """, "Mailer.Events.In", "5 s", "6 s");
        }

        @Test
        void textThatIsNoYaml() throws IOException {
            refuses("a: [b", "is not YAML");
        }
    }

    @Nested
    class Functions {

        @TempDir
        private Path directory = Path.of("");

        @Test
        void areEvaluatedWithLocalValuesAndOnlyWhereTheyAreRead() throws IOException {
            Path file = Files.writeString(directory.resolve("template.yaml"), """
                Parameters: { Stage: { Type: String, Default: local } }
                Conditions: { OnAws: !Not [!Equals [!Ref Stage, local]] }
                Resources:
                  Key: { Type: "AWS::KMS::Key", Properties: { KeyPolicy: !Transform { Name: X } } }
                  ImportFiles: { Type: "AWS::S3::Bucket" }
                  OnlyOnAws: { Type: "AWS::SQS::Queue", Condition: OnAws }
                  Table:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      TableName: !Sub "${Stage}-things"
                      KeySchema: [{ AttributeName: pk, KeyType: HASH }]
                  Worker:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: x.Y::handleRequest
                      Environment:
                        Variables:
                          TABLE: !Ref Table
                          INDEX: !Sub ${Table.Arn}/index/${AWS::Region}
                          JOINED: !Join ["-", [a, !Ref Stage]]
                          CHOSEN: !If [OnAws, aws, desk]
                          KEY: !GetAtt Key.Arn
                          BUCKET: !Ref ImportFiles
                          FILES: !Sub ${ImportFiles.Arn}/files/*
                """);
            Template read = read(file);

            assertThat(read.environment("Worker"))
                    .containsEntry("TABLE", "local-things")
                    .containsEntry(
                            "INDEX", "arn:aws:dynamodb:us-east-1:000000000000:table/local-things/index/us-east-1")
                    .containsEntry("JOINED", "a-local")
                    .containsEntry("CHOSEN", "desk")
                    .containsEntry("BUCKET", "importfiles")
                    .containsEntry("FILES", "arn:aws:s3:::importfiles/files/*")
                    .containsEntry("KEY", "arn:aws:local:us-east-1:000000000000:Key/Arn");
            assertThat(read.buckets()).extracting(BucketResource::name).containsExactly("importfiles");
            assertThat(read.queues()).isEmpty();
            assertThat(read.passedOver()).containsExactly("Key");
        }
    }
}
