package dev.groundswell.local.template;

import dev.groundswell.local.template.EventSource.HttpRoute;
import dev.groundswell.local.template.EventSource.JwtAuthorizer;
import dev.groundswell.local.template.EventSource.QueueMessages;
import dev.groundswell.local.template.EventSource.Schedule;
import dev.groundswell.local.template.EventSource.StreamRecords;
import dev.groundswell.local.template.Intrinsics.Attribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a SAM template for a local run. */
public final class TemplateReader {

    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String HTTP_API = "AWS::Serverless::HttpApi";

    /** The two kinds that would carry traffic on AWS and that a local run has no counterpart for. */
    private static final List<String> NOT_HONOURED = List.of("AWS::Serverless::Api", "AWS::Serverless::SimpleTable");

    private static final int DEFAULT_VISIBILITY_SECONDS = 30;
    private static final int DEFAULT_RETENTION_SECONDS = 345_600;
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;
    private static final int DEFAULT_MEMORY_MEGABYTES = 128;
    private static final int DEFAULT_QUEUE_BATCH = 10;
    private static final int DEFAULT_STREAM_BATCH = 100;

    private final Map<?, ?> document;
    private final Map<?, ?> resources;
    private final LocalAddresses addresses;
    private final Intrinsics intrinsics;

    private TemplateReader(Map<?, ?> document, LocalAddresses addresses, Map<String, String> parameters) {
        this.document = document;
        this.resources = mapping(document.get("Resources"));
        this.addresses = addresses;
        this.intrinsics = new Intrinsics(
                parameterValues(parameters),
                mapping(document.get("Conditions")),
                mapping(document.get("Mappings")),
                this::attribute);
    }

    /**
     * Reads the template.
     *
     * @param parameters values in place of the parameters' defaults
     * @throws TemplateException if it cannot be read, or asks for what a local run cannot honour
     */
    public static Template read(Path file, LocalAddresses addresses, Map<String, String> parameters) {
        return new TemplateReader(CloudFormationYaml.read(file), addresses, parameters).template();
    }

    private Template template() {
        var tables = new ArrayList<TableResource>();
        var queues = new ArrayList<QueueResource>();
        var buckets = new ArrayList<BucketResource>();
        var functions = new ArrayList<FunctionResource>();
        var passedOver = new ArrayList<String>();
        resources.forEach((key, value) -> {
            String id = String.valueOf(key);
            Map<?, ?> resource = mapping(value);
            if (!isWanted(id, resource)) {
                return;
            }
            switch (type(resource)) {
                case TABLE -> tables.add(table(id, properties(id, resource)));
                case QUEUE -> queues.add(queue(id, properties(id, resource)));
                case BUCKET -> buckets.add(new BucketResource(id, bucketName(id, resource)));
                case FUNCTION -> functions.add(function(id, resource));
                default -> passedOver.add(passOver(id, type(resource)));
            }
        });
        var template = new Template(tables, queues, buckets, functions, passedOver);
        ReferenceCheck.check(template);
        return template;
    }

    private static String passOver(String id, String type) {
        if (NOT_HONOURED.contains(type)) {
            throw new TemplateException(id + ": the local run cannot honour a " + type + ".");
        }
        return id;
    }

    private boolean isWanted(String id, Map<?, ?> resource) {
        return !(resource.get("Condition") instanceof String condition) || intrinsics.condition(id, condition);
    }

    private Properties properties(String id, Map<?, ?> resource) {
        return Properties.of(id, intrinsics.evaluate(id, resource.get("Properties")));
    }

    // ---- tables and queues

    private static TableResource table(String id, Properties properties) {
        String name = properties.text("TableName").orElse(id);
        var types = new LinkedHashMap<String, String>();
        properties
                .sections("AttributeDefinitions")
                .forEach(each -> types.put(each.requireText("AttributeName"), each.requireText("AttributeType")));
        var indexes = Stream.concat(
                        properties.sections("GlobalSecondaryIndexes").stream().map(each -> index(each, true)),
                        properties.sections("LocalSecondaryIndexes").stream().map(each -> index(each, false)))
                .toList();
        Properties timeToLive = properties.section("TimeToLiveSpecification");
        return new TableResource(
                id,
                name,
                LocalNames.tableArn(name),
                LocalNames.streamArn(name),
                key(properties),
                types,
                indexes,
                properties.section("StreamSpecification").text("StreamViewType"),
                timeToLive.flag("Enabled") ? timeToLive.text("AttributeName") : Optional.empty());
    }

    private static TableResource.Index index(Properties properties, boolean global) {
        Properties projection = properties.section("Projection");
        return new TableResource.Index(
                properties.requireText("IndexName"),
                key(properties),
                global,
                projection.text("ProjectionType").orElse("ALL"),
                projection.texts("NonKeyAttributes"));
    }

    private static TableResource.Key key(Properties properties) {
        var byType = new LinkedHashMap<String, String>();
        properties
                .sections("KeySchema")
                .forEach(each -> byType.put(each.requireText("KeyType"), each.requireText("AttributeName")));
        String hash = byType.get("HASH");
        if (hash == null) {
            throw new TemplateException(properties.where() + ": KeySchema has no HASH key.");
        }
        return new TableResource.Key(hash, Optional.ofNullable(byType.get("RANGE")));
    }

    private QueueResource queue(String id, Properties properties) {
        String name = properties.text("QueueName").orElse(id);
        if (properties.flag("FifoQueue")) {
            throw new TemplateException(id + ": the local run has no FIFO queues.");
        }
        Properties redrive = properties.section("RedrivePolicy");
        return new QueueResource(
                id,
                name,
                LocalNames.queueArn(name),
                addresses.queueUrl(name),
                properties.seconds("VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS),
                properties.seconds("MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS),
                properties.seconds("DelaySeconds", 0),
                redrive.text("deadLetterTargetArn")
                        .map(arn -> new QueueResource.Redrive(
                                arn, redrive.integer("maxReceiveCount").orElseThrow(() -> missing(redrive)))));
    }

    private static TemplateException missing(Properties redrive) {
        return new TemplateException(redrive.where() + ": maxReceiveCount is missing.");
    }

    // ---- functions

    private FunctionResource function(String id, Map<?, ?> resource) {
        Map<?, ?> own = mapping(resource.get("Properties"));
        Map<?, ?> globals = mapping(mapping(document.get("Globals")).get("Function"));
        var properties = Properties.of(
                id, intrinsics.evaluate(id, Merge.over(globals, without(own, "Policies", "Role", "Events"))));
        String handler = properties.requireText("Handler");
        String[] parts = handler.split("::", 2);
        return new FunctionResource(
                id,
                properties.text("CodeUri").orElse(""),
                parts[0],
                parts.length == 2 ? parts[1] : "handleRequest",
                environment(properties),
                properties.seconds("Timeout", DEFAULT_TIMEOUT_SECONDS),
                properties.integer("MemorySize").orElse(DEFAULT_MEMORY_MEGABYTES),
                events(id, own));
    }

    private static Map<String, String> environment(Properties function) {
        var variables = new LinkedHashMap<String, String>();
        function.section("Environment")
                .section("Variables")
                .values()
                .forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        return variables;
    }

    private List<EventSource> events(String id, Map<?, ?> function) {
        var events = new ArrayList<EventSource>();
        mapping(function.get("Events")).forEach((name, value) -> {
            String where = id + ".Events." + name;
            Map<?, ?> event = mapping(value);
            var properties = Properties.of(where, intrinsics.evaluate(where, event.get("Properties")));
            if (isEnabled(properties)) {
                events.add(event(String.valueOf(name), type(event), properties));
            }
        });
        return events;
    }

    private static boolean isEnabled(Properties event) {
        boolean disabled = event.text("State").filter("DISABLED"::equals).isPresent();
        return !disabled && event.text("Enabled").map("true"::equalsIgnoreCase).orElse(true);
    }

    private EventSource event(String name, String type, Properties properties) {
        return switch (type) {
            case "HttpApi" -> route(name, properties);
            case "SQS" -> queueMessages(name, properties);
            case "DynamoDB" -> streamRecords(name, properties);
            case "Schedule" -> new Schedule(name, properties.requireText("Schedule"), properties.text("Input"));
            default ->
                throw new TemplateException(properties.where() + ": the local run cannot honour an event of type "
                        + type + "; it knows HttpApi, SQS, DynamoDB and Schedule.");
        };
    }

    private static QueueMessages queueMessages(String name, Properties properties) {
        return new QueueMessages(
                name,
                properties.requireText("Queue"),
                properties.integer("BatchSize").orElse(DEFAULT_QUEUE_BATCH),
                properties.seconds("MaximumBatchingWindowInSeconds", 0),
                reportsItemFailures(properties),
                properties.section("ScalingConfig").integer("MaximumConcurrency"),
                filters(properties));
    }

    private static StreamRecords streamRecords(String name, Properties properties) {
        OptionalInt retries = properties.integer("MaximumRetryAttempts");
        return new StreamRecords(
                name,
                properties.requireText("Stream"),
                properties.text("StartingPosition").orElse("LATEST"),
                properties.integer("BatchSize").orElse(DEFAULT_STREAM_BATCH),
                properties.seconds("MaximumBatchingWindowInSeconds", 0),
                reportsItemFailures(properties),
                properties.flag("BisectBatchOnFunctionError"),
                retries.orElse(-1) < 0 ? OptionalInt.empty() : retries,
                properties.section("DestinationConfig").section("OnFailure").text("Destination"),
                filters(properties));
    }

    private static boolean reportsItemFailures(Properties properties) {
        return properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
    }

    private static List<String> filters(Properties properties) {
        return properties.section("FilterCriteria").sections("Filters").stream()
                .map(filter -> filter.requireText("Pattern"))
                .toList();
    }

    // ---- routes

    private HttpRoute route(String name, Properties properties) {
        String method = properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT);
        String path = properties.text("Path").orElse("/{proxy+}");
        return new HttpRoute(
                name, method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD") ? "ANY" : method, path, authorizer(properties));
    }

    private Optional<JwtAuthorizer> authorizer(Properties event) {
        Properties auth = apiOf(event).section("Auth");
        Optional<String> wanted = event.section("Auth").text("Authorizer").or(() -> auth.text("DefaultAuthorizer"));
        return wanted.filter(name -> !name.equals("NONE"))
                .map(name -> jwtAuthorizer(name, auth.section("Authorizers").section(name), event));
    }

    private static JwtAuthorizer jwtAuthorizer(String name, Properties authorizer, Properties event) {
        if (!authorizer.has("JwtConfiguration")) {
            throw new TemplateException(
                    event.where() + ": " + name + " is not a JWT authorizer of the API; the local run knows no other.");
        }
        Properties configuration = authorizer.section("JwtConfiguration");
        return new JwtAuthorizer(
                name,
                configuration.requireText("issuer"),
                configuration.texts("audience"),
                event.section("Auth").texts("AuthorizationScopes"));
    }

    private Properties apiOf(Properties event) {
        String id = event.text("ApiId").orElse("");
        if (!(resources.get(id) instanceof Map<?, ?> api) || !HTTP_API.equals(type(api))) {
            throw new TemplateException(event.where() + ": ApiId names no " + HTTP_API + " of the template: " + id);
        }
        return properties(id, api);
    }

    // ---- references

    private @Nullable Object attribute(Attribute attribute) {
        if (!(resources.get(attribute.resource()) instanceof Map<?, ?> resource)) {
            return null;
        }
        return switch (type(resource)) {
            case TABLE -> tableAttribute(attribute, physicalName(attribute.resource(), resource, "TableName"));
            case QUEUE -> queueAttribute(attribute, physicalName(attribute.resource(), resource, "QueueName"));
            case BUCKET -> bucketAttribute(attribute, bucketName(attribute.resource(), resource));
            case HTTP_API -> attribute.name().equals("ApiEndpoint") ? addresses.api() : attribute.resource();
            case FUNCTION ->
                attribute.name().equals("Arn") ? LocalNames.functionArn(attribute.resource()) : attribute.resource();
            default ->
                attribute.name().equals("Ref")
                        ? attribute.resource()
                        : LocalNames.arn("local", attribute.resource() + "/" + attribute.name());
        };
    }

    private String physicalName(String id, Map<?, ?> resource, String property) {
        Object name =
                intrinsics.evaluate(id, mapping(resource.get("Properties")).get(property));
        return name == null ? id : name.toString();
    }

    private static String tableAttribute(Attribute attribute, String name) {
        return switch (attribute.name()) {
            case "Arn" -> LocalNames.tableArn(name);
            case "StreamArn" -> LocalNames.streamArn(name);
            default -> name;
        };
    }

    private String queueAttribute(Attribute attribute, String name) {
        return switch (attribute.name()) {
            case "Arn" -> LocalNames.queueArn(name);
            case "QueueName" -> name;
            default -> addresses.queueUrl(name);
        };
    }

    /** Unlike a table's or a queue's, a bucket's name has no capitals. */
    private String bucketName(String id, Map<?, ?> resource) {
        return physicalName(id, resource, "BucketName").toLowerCase(Locale.ROOT);
    }

    private static String bucketAttribute(Attribute attribute, String name) {
        return switch (attribute.name()) {
            case "Arn" -> LocalNames.bucketArn(name);
            case "DomainName" -> name + ".s3.amazonaws.com";
            case "RegionalDomainName" -> name + ".s3." + LocalNames.REGION + ".amazonaws.com";
            default -> name;
        };
    }

    private Map<String, Object> parameterValues(Map<String, String> given) {
        var values = new LinkedHashMap<String, Object>();
        mapping(document.get("Parameters")).forEach((key, value) -> {
            Object preset = mapping(value).get("Default");
            String name = String.valueOf(key);
            values.put(name, given.getOrDefault(name, preset == null ? "local" : String.valueOf(preset)));
        });
        return values;
    }

    private static Map<?, ?> without(Map<?, ?> map, String... keys) {
        var rest = new LinkedHashMap<Object, Object>(map);
        List.of(keys).forEach(rest::remove);
        return rest;
    }

    private static String type(Map<?, ?> resource) {
        return String.valueOf(resource.get("Type"));
    }

    private static Map<?, ?> mapping(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
