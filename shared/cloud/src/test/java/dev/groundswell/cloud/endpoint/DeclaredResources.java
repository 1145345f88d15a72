package dev.groundswell.cloud.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The tables and queues of {@code template.yaml} as requests that make them. Keys, indexes, streams and visibility
 * time-outs are taken over; encryption, backups and time to live are not, since no test can see them.
 */
final class DeclaredResources {

    private final Map<String, Map<String, Object>> byLogicalId;

    private DeclaredResources(Map<String, Map<String, Object>> byLogicalId) {
        this.byLogicalId = byLogicalId;
    }

    static DeclaredResources ofTemplate() {
        var template = Path.of(System.getProperty("groundswell.root", "."), "template.yaml");
        try (var reader = Files.newBufferedReader(template)) {
            Map<String, Object> document = new Yaml(new WithoutIntrinsics()).load(reader);
            return new DeclaredResources(cast(document.get("Resources")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CreateTableRequest table(String logicalId, String name) {
        var properties = properties(logicalId, "AWS::DynamoDB::Table");
        var request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(each(properties, "AttributeDefinitions", DeclaredResources::attribute))
                .keySchema(each(properties, "KeySchema", DeclaredResources::key));
        if (properties.containsKey("GlobalSecondaryIndexes")) {
            request.globalSecondaryIndexes(each(properties, "GlobalSecondaryIndexes", DeclaredResources::index));
        }
        if (properties.get("StreamSpecification") instanceof Map<?, ?> stream) {
            request.streamSpecification(stream(stream));
        }
        return request.build();
    }

    CreateQueueRequest queue(String logicalId, String name) {
        var properties = properties(logicalId, "AWS::SQS::Queue");
        var request = CreateQueueRequest.builder().queueName(name);
        if (properties.get("VisibilityTimeout") instanceof Integer seconds) {
            request.attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds.toString()));
        }
        return request.build();
    }

    /** A test's bucket has no rules of its own: it lives for a minute, and on loopback. */
    void requireBucket(String logicalId) {
        properties(logicalId, "AWS::S3::Bucket");
    }

    private Map<String, Object> properties(String logicalId, String type) {
        var resource = byLogicalId.get(logicalId);
        if (resource == null || !type.equals(resource.get("Type"))) {
            throw new IllegalArgumentException("template.yaml declares no " + type + " called " + logicalId + '.');
        }
        return resource.get("Properties") instanceof Map<?, ?> properties ? cast(properties) : Map.of();
    }

    private static AttributeDefinition attribute(Map<String, Object> declared) {
        return AttributeDefinition.builder()
                .attributeName(text(declared, "AttributeName"))
                .attributeType(text(declared, "AttributeType"))
                .build();
    }

    private static KeySchemaElement key(Map<String, Object> declared) {
        return KeySchemaElement.builder()
                .attributeName(text(declared, "AttributeName"))
                .keyType(text(declared, "KeyType"))
                .build();
    }

    private static GlobalSecondaryIndex index(Map<String, Object> declared) {
        return GlobalSecondaryIndex.builder()
                .indexName(text(declared, "IndexName"))
                .keySchema(each(declared, "KeySchema", DeclaredResources::key))
                .projection(projection(cast(declared.get("Projection"))))
                .build();
    }

    private static Projection projection(Map<String, Object> declared) {
        var projection = Projection.builder().projectionType(text(declared, "ProjectionType"));
        if (declared.get("NonKeyAttributes") instanceof List<?> attributes) {
            projection.nonKeyAttributes(
                    attributes.stream().map(Object::toString).toList());
        }
        return projection.build();
    }

    private static StreamSpecification stream(Map<?, ?> declared) {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(String.valueOf(declared.get("StreamViewType")))
                .build();
    }

    private static <T> List<T> each(Map<String, Object> parent, String name, Function<Map<String, Object>, T> mapping) {
        List<Map<String, Object>> items = cast(parent.get(name));
        return items.stream().map(mapping).toList();
    }

    private static String text(Map<String, Object> declared, String name) {
        return String.valueOf(declared.get(name));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // YAML has no types; a wrong one fails at its use.
    private static <T> T cast(@Nullable Object value) {
        return (T) Objects.requireNonNull(value, "template.yaml lacks a property that a table must have.");
    }

    /** Reads {@code !Ref}, {@code !GetAtt} and their like as text: none of them decides what a table looks like. */
    private static final class WithoutIntrinsics extends SafeConstructor {
        WithoutIntrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node.getTag().getValue();
                }
            });
        }
    }
}
