package dev.groundswell.historyimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.endpoint.TestContext;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.history.ColumnMappingTable;
import dev.groundswell.cloud.history.ImportFileBucket;
import dev.groundswell.cloud.history.ImportStepQueue;
import dev.groundswell.cloud.history.ImportTable;
import dev.groundswell.cloud.history.record.RecordFileReader;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.history.HistoryImport;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportRefusal;
import dev.groundswell.core.history.ImportState;
import dev.groundswell.core.history.ListImports;
import dev.groundswell.core.history.PrepareUpload;
import dev.groundswell.core.history.StartImport;
import dev.groundswell.core.history.Upload;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.jr.ob.JSON;

class HistoryImportHandlerTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final TestContext context = new TestContext();
    private final ImportTable imports = new ImportTable(aws.clients().dynamoDb(), aws.table("Imports"));
    private final ImportFileBucket files = new ImportFileBucket(
            aws.clients().s3(),
            aws.clients().s3Presigner(),
            aws.bucket("ImportFiles"),
            aws.clients().dynamoDb(),
            aws.table("Imports"));

    @BeforeAll
    static void create() {
        aws.createTables("Stores", "Imports");
        aws.createBuckets("ImportFiles");
        aws.createQueues("ImportSteps", "OrderChanges", "BehaviourEvents");
        new StoreTable(aws.clients().dynamoDb(), aws.table("Stores")).save(STORE);
    }

    private Upload prepared(String name, long bytes) {
        var prepared = new PrepareUpload(files, InstantSource.system(), new Random()).prepare(STORE.id(), name, bytes);
        return ((PrepareUpload.Result.Prepared) prepared).upload();
    }

    private UploadId uploaded(String name, byte[] content) throws IOException, InterruptedException {
        var upload = prepared(name, content.length);
        try (var http = HttpClient.newHttpClient()) {
            for (var part : upload.parts()) {
                var from = (int) part.firstByte();
                var bytes = Arrays.copyOfRange(content, from, from + (int) part.bytes());
                var put = HttpRequest.newBuilder(part.address()).PUT(BodyPublishers.ofByteArray(bytes));
                assertThat(http.send(put.build(), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        }
        return upload.id();
    }

    private StartImport.Result start(UploadId upload, SourceFormat format) {
        var steps = new ImportStepQueue(aws.clients().sqs(), aws.queue("ImportSteps"));
        var mappings = new ColumnMappingTable(aws.clients().dynamoDb(), aws.table("Imports"));
        return new StartImport(imports, steps, files, new RecordFileReader(), mappings, InstantSource.system())
                .start(STORE.id(), new StartImport.Request(upload, format, null, null, "tester"));
    }

    private ImportId started(UploadId upload, SourceFormat format) {
        return ((StartImport.Result.Started) start(upload, format)).fresh().id();
    }

    private HistoryImport read(ImportId id) {
        return imports.find(STORE.id(), id).orElseThrow();
    }

    private Map<String, Object> handle(String body) {
        var event = JSON.std.asString(Map.of(
                "Records",
                List.of(Map.of(
                        "messageId",
                        "m1",
                        "body",
                        body,
                        "attributes",
                        Map.of("SentTimestamp", "1545082649183"),
                        "messageAttributes",
                        Map.of()))));
        var handler = new HistoryImportHandler(
                new FunctionEnvironment(
                        Map.of(
                                "STORES_TABLE", aws.table("Stores"),
                                "IMPORTS_TABLE", aws.table("Imports"),
                                "IMPORT_FILES_BUCKET", aws.bucket("ImportFiles"),
                                "IMPORT_STEPS_QUEUE", aws.queue("ImportSteps"),
                                "ORDER_CHANGES_QUEUE", aws.queue("OrderChanges"),
                                "BEHAVIOUR_EVENTS_QUEUE", aws.queue("BehaviourEvents")),
                        InstantSource.system(),
                        aws.clients()),
                () -> "worker");
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
        return JSON.std.mapFrom(answer.toByteArray());
    }

    private static List<Message> received(String queue) {
        var all = new ArrayList<Message>();
        List<Message> some;
        do {
            some = aws.clients()
                    .sqs()
                    .receiveMessage(receive -> receive.queueUrl(aws.queue(queue))
                            .maxNumberOfMessages(10)
                            .messageAttributeNames("All"))
                    .messages();
            some.forEach(message -> aws.clients()
                    .sqs()
                    .deleteMessage(delete -> delete.queueUrl(aws.queue(queue)).receiptHandle(message.receiptHandle())));
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private static String change(int number) {
        return "{\"orderId\":\"T" + number + "\",\"buyerId\":\"B\",\"status\":\"PAID\",\"currency\":\"CNY\","
                                           + "\"orderedAt\":\"2020-02-01T04:00:00Z\",\"modifiedAt\":\"2020-02-01T04:00:08Z\",\"payable\":\"71.94\"}";
    }

    private String get(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Nested
    class AnUploadedFile {

        @Test
        void goesOnTheQueueAndIsReportedOn() throws IOException, InterruptedException {
            var lines = String.join(
                    "\n", change(1), "=nonsense", change(2), change(3).replace("71.94", "much"));
            var id = started(uploaded("历史.jsonl", lines.getBytes(StandardCharsets.UTF_8)), SourceFormat.ORDER_CHANGES);
            var step = received("ImportSteps").stream()
                    .map(Message::body)
                    .filter(body -> body.contains(id.value()))
                    .findFirst()
                    .orElseThrow();

            assertThat(handle(step)).containsEntry("batchItemFailures", List.of());

            var it = read(id);
            assertThat(it.state()).isInstanceOf(ImportState.Completed.class);
            assertThat(it.progress().accepted()).isEqualTo(2);
            assertThat(it.progress().rejected()).isEqualTo(2);
            assertThat(received("OrderChanges")).singleElement().satisfies(message -> {
                assertThat(JSON.std.listFrom(message.body())).hasSize(2);
                assertThat(Objects.requireNonNull(message.messageAttributes().get("source"))
                                .stringValue())
                        .isEqualTo("import:" + id);
            });
            var address = new ListImports(imports, files).reportAddress(STORE.id(), it);
            assertThat(get(address.orElseThrow()))
                    .startsWith("\uFEFFfile,line,field,reason,original\n,2,,")
                    .contains(",'=nonsense\n")
                    .contains(",4,payable,");
        }

        @Test
        void ofSeveralPartsIsOneFile() throws IOException, InterruptedException {
            var line = change(1) + "\n";
            var content = line.repeat(17 * 1024 * 1024 / line.length());
            var id = started(
                    uploaded("large.jsonl", content.getBytes(StandardCharsets.UTF_8)), SourceFormat.ORDER_CHANGES);

            assertThat(read(id).file().bytes()).isEqualTo(content.length());
        }

        @Test
        void withPartsMissingIsRefused() {
            var upload = prepared("large.jsonl", 40L * 1024 * 1024);

            assertThat(upload.parts()).hasSize(3);
            assertThat(start(upload.id(), SourceFormat.ORDER_CHANGES))
                    .isInstanceOfSatisfying(StartImport.Result.Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(ImportRefusal.INCOMPLETE_UPLOAD);
                        assertThat(refused.message()).contains("1, 2, 3");
                    });
        }

        @Test
        void ofAnotherStoreIsUnknown() {
            assertThat(start(new UploadId("20261122T031205Z-5f3a9c1e"), SourceFormat.ORDER_CHANGES))
                    .isInstanceOfSatisfying(
                            StartImport.Result.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(ImportRefusal.UNKNOWN_UPLOAD));
        }
    }

    @Nested
    class AMessage {

        @Test
        void thatNamesNoImportOfOursIsDropped() {
            assertThat(handle("{\"store\":\"demo\",\"import\":\"20261122T031205Z-5f3a9c1e\",\"step\":0}"))
                    .containsEntry("batchItemFailures", List.of());
        }

        @Test
        void thatCannotBeReadComesAgainUntilItIsDead() {
            assertThat(handle("hello")).containsEntry("batchItemFailures", List.of(Map.of("itemIdentifier", "m1")));
            assertThat(context.lines()).singleElement().asString().contains("message-unreadable");
        }
    }
}
