package dev.groundswell.cloud.endpoint.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.cloud.function.AwsClients;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** With the SDK's own client and presigner, as functions have them. */
class FolderBucketsTest {

    private static final String BUCKET = "files";
    private static final int FIVE_MEBIBYTES = 5 * 1024 * 1024;

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.now();
    private FolderBuckets buckets = open();
    private AwsClients clients = buckets.clients();

    private FolderBuckets open() {
        InstantSource time = () -> now;
        return FolderBuckets.open(folder, 0, time);
    }

    @BeforeEach
    void start() {
        buckets.close();
        buckets = open();
        clients = buckets.clients();
        buckets.create(BUCKET);
    }

    @AfterEach
    void stop() {
        clients.s3().close();
        buckets.close();
    }

    /** As a new process sees the folder. */
    private void restart() {
        stop();
        buckets = open();
        clients = buckets.clients();
    }

    private S3Client s3() {
        return clients.s3();
    }

    private void put(String key, String text) {
        s3().putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    private String get(String key) {
        return s3().getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void assertRefused(String code, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Nested
    class An_object {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain.txt",
                    "a/b/c.csv",
                    "历史/订单 2020+02 (1).csv",
                    "..",
                    "../../etc/passwd",
                    "a//b/",
                    "100%.txt",
                    "%2E"
                })
        void is_read_as_it_was_put_whatever_its_key(String key) {
            put(key, "hello 你好");

            assertThat(get(key)).isEqualTo("hello 你好");
            assertThat(s3().listObjectsV2(list -> list.bucket(BUCKET)).contents())
                    .extracting(S3Object::key)
                    .containsExactly(key);
            assertThat(folder.resolve("..").resolve("etc")).doesNotExist();
        }

        @Test
        void lies_in_the_folder_as_a_plain_file() {
            put("2020/orders.csv", "id,total");

            assertThat(folder.resolve("files/2020/orders.csv")).hasContent("id,total");
        }

        @Test
        void may_be_put_into_the_folder_by_hand() throws IOException {
            Files.writeString(folder.resolve("files/by-hand.txt"), "hello");

            var head = s3().headObject(request -> request.bucket(BUCKET).key("by-hand.txt"));

            assertThat(head.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
            assertThat(head.contentLength()).isEqualTo(5);
        }

        @Test
        void keeps_its_type_and_metadata_over_a_restart() {
            s3().putObject(
                            put -> put.bucket(BUCKET)
                                    .key("k")
                                    .contentType("text/csv; charset=GB18030")
                                    .contentDisposition("attachment")
                                    .metadata(Map.of("rows", "12")),
                            RequestBody.fromString("x"));

            restart();

            var head = s3().headObject(request -> request.bucket(BUCKET).key("k"));
            assertThat(head.contentType()).isEqualTo("text/csv; charset=GB18030");
            assertThat(head.contentDisposition()).isEqualTo("attachment");
            assertThat(head.contentEncoding()).isNull();
            assertThat(head.metadata()).containsExactly(Map.entry("rows", "12"));
        }

        @Test
        void is_read_range_by_range() {
            put("k", "0123456789");

            assertThat(range("bytes=2-4")).isEqualTo("234");
            assertThat(range("bytes=7-")).isEqualTo("789");
            assertThat(range("bytes=-2")).isEqualTo("89");
            assertThat(range("bytes=8-100")).isEqualTo("89");
            assertRefused("InvalidRange", () -> range("bytes=10-"));
        }

        private String range(String range) {
            return s3().getObjectAsBytes(get -> get.bucket(BUCKET).key("k").range(range))
                    .asUtf8String();
        }

        @Test
        void may_be_empty() {
            put("empty", "");

            assertThat(get("empty")).isEmpty();
        }

        @Test
        void is_replaced_only_if_that_is_what_the_caller_saw() {
            put("k", "one");

            assertRefused(
                    "PreconditionFailed",
                    () -> s3().putObject(
                                    put -> put.bucket(BUCKET).key("k").ifNoneMatch("*"),
                                    RequestBody.fromString("two")));
            assertRefused(
                    "PreconditionFailed",
                    () -> s3().putObject(
                                    put -> put.bucket(BUCKET).key("k").ifMatch("\"other\""),
                                    RequestBody.fromString("two")));
            assertThat(get("k")).isEqualTo("one");
        }

        @Test
        void that_is_deleted_is_gone_and_may_be_deleted_again() {
            put("one", "1");
            put("two", "2");

            s3().deleteObject(delete -> delete.bucket(BUCKET).key("one"));
            s3().deleteObject(delete -> delete.bucket(BUCKET).key("one"));
            s3().deleteObjects(delete -> delete.bucket(BUCKET)
                    .delete(all ->
                            all.objects(ObjectIdentifier.builder().key("two").build())));

            assertThatThrownBy(() -> get("one")).isInstanceOf(NoSuchKeyException.class);
            assertThat(s3().listObjectsV2(list -> list.bucket(BUCKET)).contents())
                    .isEmpty();
        }

        @Test
        void is_not_in_a_bucket_that_is_not_there() {
            assertThatThrownBy(() ->
                            s3().getObjectAsBytes(get -> get.bucket("none").key("k")))
                    .isInstanceOf(NoSuchBucketException.class);
        }
    }

    @Nested
    class A_list_of_objects {

        @Test
        void comes_in_pages_in_the_order_of_bytes() {
            List.of("b", "a/2", "a/1", "中", "😀", "a-").forEach(key -> put(key, "x"));

            var keys = s3().listObjectsV2Paginator(list -> list.bucket(BUCKET).maxKeys(2)).contents().stream()
                    .map(S3Object::key)
                    .toList();

            assertThat(keys).containsExactly("a-", "a/1", "a/2", "b", "中", "😀");
        }

        @Test
        void shows_folders_as_common_prefixes() {
            List.of("x/a/1", "x/a/2", "x/b", "y").forEach(key -> put(key, "x"));

            var page =
                    s3().listObjectsV2(list -> list.bucket(BUCKET).prefix("x/").delimiter("/"));

            assertThat(page.contents()).extracting(S3Object::key).containsExactly("x/b");
            assertThat(page.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("x/a/");
        }
    }

    @Nested
    class A_multipart_upload {

        private String begin() {
            return s3().createMultipartUpload(
                            create -> create.bucket(BUCKET).key("big").contentType("text/csv"))
                    .uploadId();
        }

        private URI partAddress(String upload, int number) throws Exception {
            return clients.s3Presigner()
                    .presignUploadPart(presign -> presign.signatureDuration(Duration.ofHours(1))
                            .uploadPartRequest(part -> part.bucket(BUCKET)
                                    .key("big")
                                    .uploadId(upload)
                                    .partNumber(number)))
                    .url()
                    .toURI();
        }

        private HttpResponse<String> putPart(URI address, byte[] bytes) throws Exception {
            return send(HttpRequest.newBuilder(address).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        }

        private void complete(String upload) {
            List<Part> parts = s3()
                    .listPartsPaginator(list ->
                            list.bucket(BUCKET).key("big").uploadId(upload).maxParts(1))
                    .parts()
                    .stream()
                    .toList();
            s3().completeMultipartUpload(complete -> complete.bucket(BUCKET)
                    .key("big")
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts.stream()
                            .map(part -> CompletedPart.builder()
                                    .partNumber(part.partNumber())
                                    .eTag(part.eTag())
                                    .build())
                            .toList())));
        }

        private static byte[] bytes(int length, char letter) {
            var bytes = new byte[length];
            Arrays.fill(bytes, (byte) letter);
            return bytes;
        }

        @Test
        void of_presigned_parts_in_any_order_is_the_object_also_over_a_restart() throws Exception {
            String upload = begin();
            assertThat(putPart(partAddress(upload, 2), bytes(3, 'b')).statusCode())
                    .isEqualTo(200);
            putPart(partAddress(upload, 1), bytes(FIVE_MEBIBYTES, 'x'));
            restart();
            putPart(partAddress(upload, 1), bytes(FIVE_MEBIBYTES, 'a'));
            restart();

            complete(upload);

            var head = s3().headObject(request -> request.bucket(BUCKET).key("big"));
            assertThat(head.contentLength()).isEqualTo(FIVE_MEBIBYTES + 3L);
            assertThat(head.contentType()).isEqualTo("text/csv");
            // md5 of the two parts' md5, as S3 has it.
            assertThat(head.eTag()).endsWith("-2\"");
            assertThat(s3().getObjectAsBytes(
                                    get -> get.bucket(BUCKET).key("big").range("bytes=" + (FIVE_MEBIBYTES - 1) + "-"))
                            .asUtf8String())
                    .isEqualTo("abbb");
            assertThat(s3().listMultipartUploads(list -> list.bucket(BUCKET)).uploads())
                    .isEmpty();
        }

        @Test
        void shows_no_object_before_it_is_completed_and_leaves_none_when_aborted() throws Exception {
            String upload = begin();
            putPart(partAddress(upload, 1), bytes(3, 'a'));

            assertThatThrownBy(() -> get("big")).isInstanceOf(NoSuchKeyException.class);
            s3().abortMultipartUpload(abort -> abort.bucket(BUCKET).key("big").uploadId(upload));

            assertThat(putPart(partAddress(upload, 1), bytes(3, 'a')).body()).contains("NoSuchUpload");
            assertThatThrownBy(() -> complete(upload)).isInstanceOf(NoSuchUploadException.class);
            assertThat(s3().listObjectsV2(list -> list.bucket(BUCKET)).contents())
                    .isEmpty();
        }

        @Test
        void is_not_completed_with_small_parts_before_the_last() throws Exception {
            String upload = begin();
            putPart(partAddress(upload, 1), bytes(3, 'a'));
            putPart(partAddress(upload, 2), bytes(3, 'b'));

            assertRefused("EntityTooSmall", () -> complete(upload));
        }

        @Test
        void takes_no_part_by_an_address_that_was_changed_or_has_ended() throws Exception {
            String upload = begin();
            URI address = partAddress(upload, 1);
            URI changed = URI.create(address.toString().replace("partNumber=1", "partNumber=2"));

            assertThat(putPart(changed, bytes(3, 'a')).body()).contains("SignatureDoesNotMatch");
            now = now.plus(Duration.ofMinutes(61));
            assertThat(putPart(address, bytes(3, 'a')).body()).contains("Request has expired");
        }
    }

    @Nested
    class A_presigned_download {

        @Test
        void has_the_name_that_the_address_gives_it() throws Exception {
            put("report", "line,reason");
            var address = clients.s3Presigner()
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(get -> get.bucket(BUCKET)
                                    .key("report")
                                    .responseContentDisposition("attachment; filename=\"rejected lines.csv\"")))
                    .url()
                    .toURI();

            var answer = send(HttpRequest.newBuilder(address));

            assertThat(answer.body()).isEqualTo("line,reason");
            assertThat(answer.headers().firstValue("content-disposition"))
                    .contains("attachment; filename=\"rejected lines.csv\"");
        }
    }

    @Nested
    class Whoever_has_not_signed {

        @Test
        void is_refused() throws Exception {
            put("secret", "x");

            var answer = send(HttpRequest.newBuilder(URI.create(buckets.endpoint() + "/files/secret")));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("<Code>AccessDenied</Code>");
        }

        @Test
        void may_ask_from_a_page_of_this_machine_what_is_allowed() throws Exception {
            var answer = send(HttpRequest.newBuilder(URI.create(buckets.endpoint() + "/files/k"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "http://localhost:5173"));

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .contains("http://localhost:5173");
            assertThat(answer.headers().firstValue("access-control-expose-headers"))
                    .contains("ETag");
        }
    }

    @Nested
    class A_body_that_does_not_arrive_whole {

        @Test
        void leaves_no_object() throws Exception {
            put("k", "before");
            var address = URI.create(buckets.endpoint());
            try (var socket = new Socket("localhost", address.getPort())) {
                socket.getOutputStream()
                        .write(("PUT /files/k HTTP/1.1\r\nHost: localhost\r\nAuthorization: AWS4-HMAC-SHA256 x\r\n"
                                        + "Content-Length: 100\r\n\r\nhalf")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            restart();

            assertThat(get("k")).isEqualTo("before");
            assertThat(filesIn(folder.resolve(".incoming"))).isEmpty();
        }

        private static List<Path> filesIn(Path folder) throws IOException {
            try (var files = Files.list(folder)) {
                return new ArrayList<>(files.toList());
            }
        }
    }

    @Nested
    class A_temporary_folder {

        @Test
        void is_deleted_at_the_end() throws IOException {
            var root = new ObjectFolder[1];
            try (var temporary = FolderBuckets.temporary(0, InstantSource.system())) {
                temporary.create(BUCKET);
                root[0] = temporary.objects();
                assertThat(root[0].root()).isDirectory();
            }
            assertThat(root[0].root()).doesNotExist();
        }
    }
}
