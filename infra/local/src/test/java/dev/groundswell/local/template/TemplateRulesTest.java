package dev.groundswell.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Named.named;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.FunctionEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What must hold of {@code template.yaml} for every function, queue and table, whichever a later change adds. */
class TemplateRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("groundswell.root", "."));

    /** AWS's advice for a queue that feeds a function: docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
    private static final int TIMEOUTS_PER_VISIBILITY_TIMEOUT = 6;

    private static final Item TEMPLATE = read();

    @Nested
    class Every_function {

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void names_a_stream_handler_that_exists(Resource function) throws ClassNotFoundException {
            assertThat(function.properties().text("Handler")).matches("[a-zA-Z0-9_.]+::handleRequest");
            assertThat(RequestStreamHandler.class).isAssignableFrom(handlerClass(function));
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void is_given_every_variable_that_its_handler_asks_for(Resource function) throws ReflectiveOperationException {
            var constructor = handlerClass(function).getConstructor();
            var environment =
                    new FunctionEnvironment(variables(function), InstantSource.system(), new UncalledClients());

            assertThatCode(() -> FunctionEnvironment.supplying(environment, constructor::newInstance))
                    .doesNotThrowAnyException();
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void is_the_zip_of_a_module_of_ours(Resource function) {
            var codeUri = function.properties().text("CodeUri");

            assertThat(codeUri).matches("functions/([a-z-]+)/target/\\1\\.zip");
            assertThat(ROOT.resolve(codeUri).resolve("../../pom.xml").normalize())
                    .exists();
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void has_a_role_of_its_own(Resource function) {
            var role = function.properties().reference("Role");

            assertThat(resource(role).type()).isEqualTo("AWS::IAM::Role");
            assertThat(allFunctions()
                            .filter(other ->
                                    other.properties().reference("Role").equals(role)))
                    .containsExactly(function);
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void may_do_named_things_to_named_resources(Resource function) {
            var role = resource(function.properties().reference("Role")).properties();

            assertThat(role.has("ManagedPolicyArns"))
                    .as("AWS's managed policies reach every resource of the account")
                    .isFalse();
            assertThat(statements(role)).allSatisfy(statement -> {
                assertThat(statement.all("Action"))
                        .noneSatisfy(action -> assertThat(action.toString()).contains("*"));
                if (statement.has("NotResource")) {
                    assertThat(statement.all("Action"))
                            .as("Phone numbers alone have no name")
                            .containsExactly("sns:Publish");
                } else if (!isForXray(statement)) {
                    assertThat(statement.all("Resource")).allMatch(TemplateRulesTest::isNamed);
                }
            });
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void writes_to_a_log_of_its_own_that_ends(Resource function) {
            var name = function.properties().item("LoggingConfig").reference("LogGroup");
            var log = resource(name);
            var role = resource(function.properties().reference("Role")).properties();

            assertThat(log.type()).isEqualTo("AWS::Logs::LogGroup");
            assertThat(log.properties().has("RetentionInDays")).isTrue();
            assertThat(log.properties().reference("KmsKeyId")).isEqualTo("DataKey");
            assertThat(statements(role)).anySatisfy(statement -> {
                assertThat(statement.all("Action")).contains("logs:PutLogEvents");
                assertThat(statement.reference("Resource")).isEqualTo(name);
            });
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void is_traced_and_logs_json(Resource function) {
            assertThat(function.properties().text("Tracing")).isEqualTo("Active");
            assertThat(function.properties().item("LoggingConfig").text("LogFormat"))
                    .isEqualTo("JSON");
            assertThat(statements(
                            resource(function.properties().reference("Role")).properties()))
                    .anyMatch(TemplateRulesTest::isForXray);
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#functions")
        void has_an_alarm_on_errors_and_one_on_throttles(Resource function) {
            assertThat(alarmsOn("Errors", function.id())).isNotEmpty();
            assertThat(alarmsOn("Throttles", function.id())).isNotEmpty();
        }
    }

    @Nested
    class Every_queue_that_feeds_a_function {

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#queueEvents")
        void takes_back_only_the_messages_that_failed(Event event) {
            assertThat(event.properties().all("FunctionResponseTypes")).containsExactly("ReportBatchItemFailures");
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#queueEvents")
        void hides_a_message_for_six_time_outs_of_the_function(Event event) {
            var queue = resource(event.properties().reference("Queue")).properties();
            var timeout = event.function().properties().number("Timeout");
            var window = event.properties().numberOr("MaximumBatchingWindowInSeconds", 0);

            assertThat(queue.number("VisibilityTimeout"))
                    .isGreaterThanOrEqualTo(TIMEOUTS_PER_VISIBILITY_TIMEOUT * timeout + window);
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#queueEvents")
        void gives_up_into_a_dead_letter_queue(Event event) {
            var redrive =
                    resource(event.properties().reference("Queue")).properties().item("RedrivePolicy");

            assertThat(resource(redrive.reference("deadLetterTargetArn")).type())
                    .isEqualTo("AWS::SQS::Queue");
            assertThat(redrive.number("maxReceiveCount")).isEqualTo(3);
        }
    }

    @Nested
    class Every_stream_that_feeds_a_function {

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#streamEvents")
        void goes_on_at_the_record_that_failed(Event event) {
            assertThat(event.properties().all("FunctionResponseTypes")).containsExactly("ReportBatchItemFailures");
            assertThat(event.properties().flag("BisectBatchOnFunctionError")).isTrue();
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#streamEvents")
        void gives_up_after_some_tries_into_a_dead_letter_queue(Event event) {
            var onFailure = event.properties().item("DestinationConfig").item("OnFailure");

            assertThat(event.properties().number("MaximumRetryAttempts")).isPositive();
            assertThat(resource(onFailure.reference("Destination")).type()).isEqualTo("AWS::SQS::Queue");
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#streamEvents")
        void belongs_to_a_table_that_has_one_and_has_an_alarm_on_its_age(Event event) {
            var table = resource(event.properties().reference("Stream")).properties();

            assertThat(table.has("StreamSpecification")).isTrue();
            assertThat(alarmsOn("IteratorAge", event.function().id())).isNotEmpty();
        }
    }

    @Nested
    class Every_dead_letter_queue {

        @Test
        void has_an_alarm_on_its_first_message() {
            assertThat(deadLetterQueues())
                    .isNotEmpty()
                    .allSatisfy(queue -> assertThat(alarmsOn("ApproximateNumberOfMessagesVisible", queue))
                            .anySatisfy(alarm ->
                                    assertThat(alarm.number("Threshold")).isZero()));
        }

        private static Stream<String> deadLetterQueues() {
            var ofQueues = ofType("AWS::SQS::Queue")
                    .filter(queue -> queue.properties().has("RedrivePolicy"))
                    .map(queue -> queue.properties().item("RedrivePolicy").reference("deadLetterTargetArn"));
            var ofStreams = events("DynamoDB")
                    .map(event -> event.properties()
                            .item("DestinationConfig")
                            .item("OnFailure")
                            .reference("Destination"));
            return Stream.concat(ofQueues, ofStreams);
        }
    }

    @Nested
    class Every_table {

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#tables")
        void can_be_restored_to_any_second_and_is_encrypted_with_our_key(Resource table) {
            var encryption = table.properties().item("SSESpecification");

            assertThat(table.properties()
                            .item("PointInTimeRecoverySpecification")
                            .flag("PointInTimeRecoveryEnabled"))
                    .isTrue();
            assertThat(encryption.text("SSEType")).isEqualTo("KMS");
            assertThat(encryption.reference("KMSMasterKeyId")).isEqualTo("DataKey");
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#tables")
        void is_paid_by_the_request(Resource table) {
            assertThat(table.properties().text("BillingMode")).isEqualTo("PAY_PER_REQUEST");
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#tables")
        void either_forgets_its_items_or_outlives_the_stack(Resource table) {
            if (table.properties().has("TimeToLiveSpecification")) {
                var timeToLive = table.properties().item("TimeToLiveSpecification");
                assertThat(timeToLive.text("AttributeName")).isEqualTo("expiresAt");
                assertThat(timeToLive.flag("Enabled")).isTrue();
                return;
            }
            assertThat(table.properties().flag("DeletionProtectionEnabled")).isTrue();
            assertThat(table.declaration().text("DeletionPolicy")).isEqualTo("Retain");
            assertThat(table.declaration().text("UpdateReplacePolicy")).isEqualTo("Retain");
        }
    }

    @Nested
    class Every_bucket {

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#buckets")
        void is_closed_to_the_public(Resource bucket) {
            var block = bucket.properties().item("PublicAccessBlockConfiguration");

            assertThat(List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"))
                    .allMatch(block::flag);
            assertThat(bucket.properties().item("OwnershipControls").items("Rules"))
                    .as("no access lists: policies alone decide")
                    .allMatch(rule -> rule.text("ObjectOwnership").equals("BucketOwnerEnforced"))
                    .isNotEmpty();
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#buckets")
        void is_encrypted_with_our_key(Resource bucket) {
            var rules = bucket.properties().item("BucketEncryption").items("ServerSideEncryptionConfiguration");

            assertThat(rules).isNotEmpty().allSatisfy(rule -> {
                var encryption = rule.item("ServerSideEncryptionByDefault");
                assertThat(encryption.text("SSEAlgorithm")).isEqualTo("aws:kms");
                assertThat(encryption.reference("KMSMasterKeyID")).isEqualTo("DataKey");
                assertThat(rule.flag("BucketKeyEnabled"))
                        .as("or every object pays for its own call of KMS")
                        .isTrue();
            });
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#buckets")
        void is_reached_by_tls_only(Resource bucket) {
            assertThat(bucketPolicies(bucket.id()).flatMap(TemplateRulesTest::policyStatements))
                    .anySatisfy(statement -> {
                        assertThat(statement.text("Effect")).isEqualTo("Deny");
                        assertThat(statement.all("Action")).containsExactly("s3:*");
                        assertThat(statement.all("Resource")).hasSize(2);
                        assertThat(statement
                                        .item("Condition")
                                        .item("Bool")
                                        .value("aws:SecureTransport")
                                        .toString())
                                .isEqualTo("false");
                    });
        }

        @ParameterizedTest
        @MethodSource("dev.groundswell.local.template.TemplateRulesTest#buckets")
        void forgets_its_objects_and_the_uploads_that_were_never_completed(Resource bucket) {
            var rules = bucket.properties().item("LifecycleConfiguration").items("Rules").stream()
                    .filter(rule -> rule.text("Status").equals("Enabled"))
                    .toList();

            assertThat(rules).anyMatch(rule -> rule.has("ExpirationInDays"));
            assertThat(rules).anyMatch(rule -> rule.has("AbortIncompleteMultipartUpload"));
        }
    }

    @Nested
    class Every_other_part {

        @Test
        void a_queue_is_encrypted_with_our_key() {
            assertThat(ofType("AWS::SQS::Queue"))
                    .isNotEmpty()
                    .allSatisfy(queue -> assertThat(queue.properties().reference("KmsMasterKeyId"))
                            .isEqualTo("DataKey"));
        }

        @Test
        void an_alarm_tells_the_topic() {
            assertThat(ofType("AWS::CloudWatch::Alarm"))
                    .isNotEmpty()
                    .allSatisfy(alarm -> assertThat(alarm.properties().all("AlarmActions"))
                            .containsExactly(Map.of("Ref", "Alarms")));
        }

        @Test
        void a_parameter_says_what_it_is_for() {
            var parameters = TEMPLATE.item("Parameters");

            assertThat(parameters.fields().keySet())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(parameters.item(name).text("Description"))
                            .isNotBlank());
        }
    }

    // ---- what the rules speak of
    // -------------------------------------------------------------------------------------

    /** A resource with its properties; a function's include what {@code Globals} gives to all functions. */
    record Resource(String id, String type, Item declaration, Item properties) {
        @Override
        public String toString() {
            return id;
        }
    }

    record Event(Resource function, String id, String type, Item properties) {
        @Override
        public String toString() {
            return function + "." + id;
        }
    }

    static Stream<Named<Resource>> functions() {
        return allFunctions().map(function -> named(function.id(), function));
    }

    static Stream<Named<Resource>> tables() {
        return ofType("AWS::DynamoDB::Table").map(table -> named(table.id(), table));
    }

    static Stream<Named<Resource>> buckets() {
        return ofType("AWS::S3::Bucket").map(bucket -> named(bucket.id(), bucket));
    }

    private static Stream<Item> bucketPolicies(String bucket) {
        return ofType("AWS::S3::BucketPolicy")
                .map(Resource::properties)
                .filter(policy -> policy.reference("Bucket").equals(bucket));
    }

    private static Stream<Item> policyStatements(Item policy) {
        return policy.item("PolicyDocument").items("Statement").stream();
    }

    static Stream<Named<Event>> queueEvents() {
        return events("SQS").map(event -> named(event.toString(), event));
    }

    static Stream<Named<Event>> streamEvents() {
        return events("DynamoDB").map(event -> named(event.toString(), event));
    }

    private static Stream<Resource> allFunctions() {
        return ofType("AWS::Serverless::Function");
    }

    private static Stream<Resource> ofType(String type) {
        return TEMPLATE.item("Resources").fields().keySet().stream()
                .map(TemplateRulesTest::resource)
                .filter(resource -> resource.type().equals(type));
    }

    private static Resource resource(String id) {
        var declaration = TEMPLATE.item("Resources").item(id);
        var type = declaration.text("Type");
        var properties = declaration.item("Properties");
        if (type.equals("AWS::Serverless::Function")) {
            properties = TEMPLATE.item("Globals").item("Function").overlaidWith(properties);
        }
        return new Resource(id, type, declaration, properties);
    }

    private static Stream<Event> events(String type) {
        return allFunctions()
                .filter(function -> function.properties().has("Events"))
                .flatMap(TemplateRulesTest::eventsOf)
                .filter(event -> event.type().equals(type));
    }

    private static Stream<Event> eventsOf(Resource function) {
        var events = function.properties().item("Events");
        return events.fields().keySet().stream().map(id -> {
            var event = events.item(id);
            return new Event(function, id, event.text("Type"), event.item("Properties"));
        });
    }

    private static List<Item> statements(Item role) {
        return role.items("Policies").stream()
                .flatMap(policy -> policy.item("PolicyDocument").items("Statement").stream())
                .toList();
    }

    /** Where what is named has many parts with names of their own, all that begin with our name and a slash. */
    private static boolean isNamed(Object resource) {
        return !resource.toString().replaceFirst("[^*:/]/\\*}?$", "").contains("*");
    }

    private static boolean isForXray(Item statement) {
        return statement.all("Action").stream()
                .allMatch(action -> action.toString().startsWith("xray:"));
    }

    private static List<Item> alarmsOn(String metric, String id) {
        return ofType("AWS::CloudWatch::Alarm")
                .map(Resource::properties)
                .filter(alarm -> alarm.text("MetricName").equals(metric))
                .filter(alarm -> alarm.items("Dimensions").stream()
                        .anyMatch(dimension -> dimension.reference("Value").equals(id)))
                .toList();
    }

    private static Class<?> handlerClass(Resource function) throws ClassNotFoundException {
        var handler = function.properties().text("Handler");
        return Class.forName(handler.substring(0, handler.indexOf("::")));
    }

    private static Map<String, String> variables(Resource function) {
        var declared = function.properties().item("Environment").item("Variables");
        var variables = new LinkedHashMap<String, String>();
        declared.fields().keySet().forEach(name -> variables.put(name, variable(declared, name)));
        return variables;
    }

    /** What a variable is where parameters are as they are by default, which is empty for those that conditions look at. */
    private static String variable(Item declared, String name) {
        if (!(declared.value(name) instanceof Map)) {
            return declared.text(name);
        }
        var intrinsic = declared.item(name);
        return intrinsic.has("Fn::If")
                ? variable(Item.of(Map.of(name, intrinsic.all("Fn::If").getLast())), name)
                : byDefault(declared, name);
    }

    /** A parameter's default; a resource's logical id for its name, since no rule looks at a physical one. */
    private static String byDefault(Item declared, String name) {
        if (declared.item(name).has("Fn::Sub")) {
            return declared.item(name).text("Fn::Sub").replaceAll("\\$\\{(?:AWS::)?(\\w+)}", "$1");
        }
        var target = declared.reference(name);
        var parameters = TEMPLATE.item("Parameters");
        return parameters.has(target) ? parameters.item(target).text("Default") : target;
    }

    /** Clients for constructors: handing them on is well, calling AWS before the first event is not. */
    private record UncalledClients() implements AwsClients {

        @Override
        public DynamoDbClient dynamoDb() {
            return uncalled(DynamoDbClient.class);
        }

        @Override
        public SqsClient sqs() {
            return uncalled(SqsClient.class);
        }

        @Override
        public S3Client s3() {
            return uncalled(S3Client.class);
        }

        @Override
        public S3Presigner s3Presigner() {
            return uncalled(S3Presigner.class);
        }

        @Override
        public SecretsManagerClient secrets() {
            return uncalled(SecretsManagerClient.class);
        }

        @Override
        public LambdaClient lambda() {
            return uncalled(LambdaClient.class);
        }

        @Override
        public SnsClient sns() {
            return uncalled(SnsClient.class);
        }

        @Override
        public PinpointSmsVoiceV2Client endUserMessaging() {
            return uncalled(PinpointSmsVoiceV2Client.class);
        }

        @Override
        public SesV2Client ses() {
            return uncalled(SesV2Client.class);
        }

        private static <T> T uncalled(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
                throw new AssertionError("A handler's constructor calls AWS: " + method.getName());
            }));
        }
    }

    // ---- the file
    // ----------------------------------------------------------------------------------------------------

    private static Item read() {
        try (var reader = Files.newBufferedReader(ROOT.resolve("template.yaml"))) {
            return Item.of(new Yaml(new WithIntrinsics()).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping of the template. Asking for what is not there fails, naming it. */
    record Item(Map<String, Object> fields) {

        @SuppressWarnings("unchecked") // The keys of every mapping of a template are text.
        static Item of(@Nullable Object value) {
            assertThat(value).isInstanceOf(Map.class);
            return new Item((Map<String, Object>) Objects.requireNonNull(value));
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        Object value(String name) {
            return Objects.requireNonNull(fields.get(name), () -> name + " is missing in " + fields);
        }

        Item item(String name) {
            return of(value(name));
        }

        String text(String name) {
            return value(name).toString();
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }

        int numberOr(String name, int otherwise) {
            return has(name) ? number(name) : otherwise;
        }

        boolean flag(String name) {
            return has(name) && value(name).equals(true);
        }

        /** A list's elements, or the single value that stands for a list of one. */
        List<Object> all(String name) {
            return value(name) instanceof List<?> list ? List.copyOf(list) : List.of(value(name));
        }

        List<Item> items(String name) {
            return has(name) ? all(name).stream().map(Item::of).toList() : List.of();
        }

        /** The logical id that a {@code !Ref} or {@code !GetAtt} names. */
        String reference(String name) {
            var intrinsic = item(name);
            var target = intrinsic.has("Ref") ? intrinsic.text("Ref") : intrinsic.text("Fn::GetAtt");
            return target.split("\\.")[0];
        }

        Item overlaidWith(Item other) {
            var merged = new LinkedHashMap<>(fields);
            other.fields.forEach((name, value) -> merged.merge(
                    name,
                    value,
                    (below, above) -> above instanceof Map && below instanceof Map
                            ? of(below).overlaidWith(of(above)).fields
                            : above));
            return new Item(merged);
        }
    }

    /** Reads {@code !Ref x} as {@code {Ref: x}} and {@code !GetAtt x} as {@code {Fn::GetAtt: x}}, as the long form is. */
    private static final class WithIntrinsics extends SafeConstructor {
        WithIntrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    var tag = node.getTag().getValue().substring(1);
                    return Map.of(tag.equals("Ref") ? tag : "Fn::" + tag, argument(node));
                }
            });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalStateException("An intrinsic function of " + node.getNodeId());
            };
        }
    }
}
