package dev.groundswell.cloud.endpoint.bucket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.groundswell.cloud.endpoint.bucket.UploadFolder.NamedPart;
import dev.groundswell.cloud.endpoint.bucket.UploadFolder.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** S3's operations, told apart as S3 does: by method, by whether the path names a key, and by a parameter. */
final class BucketApi implements HttpHandler {

    /** The headers of an upload that a download repeats. */
    static final Set<String> HANDED_OUT = Set.of(
            "content-type", "content-disposition", "content-encoding", "content-language", "cache-control", "expires");

    /** S3's own page size. */
    private static final int PAGE = 1_000;

    private static final Pattern LOCAL_ORIGIN = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final ObjectFolder objects;
    private final UploadFolder uploads;
    private final Signature signature;

    BucketApi(ObjectFolder objects, UploadFolder uploads, Signature signature) {
        this.objects = objects;
        this.uploads = uploads;
        this.signature = signature;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            allowLocalPages(exchange);
            var request = new S3Request(exchange);
            try {
                answer(exchange, request);
            } catch (S3Error error) {
                // A client that is still sending would not read the answer.
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                S3Answer.of(error, request).send(exchange);
            }
        } catch (RuntimeException e) {
            System.err.println("[buckets] " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + e);
        }
    }

    /** Pages of this machine may upload, as the bucket's CORS rules let the store's own pages. */
    private static void allowLocalPages(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin == null || !LOCAL_ORIGIN.matcher(origin).matches()) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Vary", "Origin");
        headers.set("Access-Control-Allow-Methods", "GET, HEAD, PUT");
        headers.set("Access-Control-Allow-Headers", "*");
        headers.set("Access-Control-Expose-Headers", "ETag");
        headers.set("Access-Control-Max-Age", "600");
    }

    private void answer(HttpExchange exchange, S3Request request) throws IOException, S3Error {
        if (request.method().equals("OPTIONS")) {
            S3Answer.empty(204, Map.of()).send(exchange);
            return;
        }
        signature.check(request);
        boolean getsObject = !request.key().isEmpty() && !request.has("uploadId");
        if (getsObject && Set.of("GET", "HEAD").contains(request.method())) {
            objects.requireBucket(request.bucket());
            try (ObjectFolder.Opened opened = objects.open(request.bucket(), request.key())) {
                new Download(request, opened).send(exchange);
            }
            return;
        }
        answer(request).send(exchange);
    }

    private S3Answer answer(S3Request request) throws IOException, S3Error {
        if (request.bucket().isEmpty()) {
            return Listing.buckets(objects.buckets());
        }
        if (!request.key().isEmpty()) {
            objects.requireBucket(request.bucket());
            return ofObject(request);
        }
        if (request.method().equals("PUT")) {
            objects.createBucket(request.bucket());
            return S3Answer.empty(200, Map.of("Location", "/" + request.bucket()));
        }
        objects.requireBucket(request.bucket());
        return ofBucket(request);
    }

    // ---- a bucket

    private S3Answer ofBucket(S3Request request) throws IOException, S3Error {
        return switch (request.method()) {
            case "HEAD" -> S3Answer.empty(200, Map.of());
            case "DELETE" -> {
                objects.deleteBucket(request.bucket());
                yield S3Answer.empty(204, Map.of());
            }
            case "POST" -> {
                if (!request.has("delete")) {
                    throw notImplemented(request);
                }
                yield deleteAll(request);
            }
            case "GET" -> list(request);
            default -> throw notImplemented(request);
        };
    }

    private S3Answer list(S3Request request) throws IOException, S3Error {
        if (request.has("uploads")) {
            return Listing.uploads(request, uploads.underWay(request.bucket()));
        }
        if (request.has("location")) {
            return S3Answer.xml(Xml.document("LocationConstraint"));
        }
        boolean plain = Set.of(
                        "list-type",
                        "prefix",
                        "delimiter",
                        "encoding-type",
                        "max-keys",
                        "start-after",
                        "continuation-token",
                        "fetch-owner",
                        "x-id")
                .containsAll(request.parameters().keySet());
        if (!plain || !request.require("list-type").equals("2")) {
            throw notImplemented(request);
        }
        return new Listing(request, objects).objects(request.number("max-keys", PAGE));
    }

    private S3Answer deleteAll(S3Request request) throws IOException, S3Error {
        Xml answer = Xml.document("DeleteResult");
        for (Map<String, String> each : Xml.read(request.body(), "Object")) {
            String key = each.getOrDefault("Key", "");
            objects.delete(request.bucket(), key);
            answer.begin("Deleted").field("Key", key).end();
        }
        return S3Answer.xml(answer);
    }

    // ---- an object

    private S3Answer ofObject(S3Request request) throws IOException, S3Error {
        return switch (request.method()) {
            case "PUT" -> request.has("uploadId") ? putPart(request) : put(request);
            case "POST" -> request.has("uploads") ? begin(request) : complete(request);
            case "GET" -> parts(request);
            case "DELETE" -> delete(request);
            default -> throw notImplemented(request);
        };
    }

    private S3Answer put(S3Request request) throws IOException, S3Error {
        if (request.header("x-amz-copy-source").isPresent()) {
            throw notImplemented(request);
        }
        try (ReceivedBody body = received(request)) {
            objects.put(request.bucket(), request.key(), body, body.md5(), request.kept(), Conditions.ofWrite(request));
            return S3Answer.empty(200, Map.of("ETag", quoted(body.md5())));
        }
    }

    private S3Answer putPart(S3Request request) throws IOException, S3Error {
        try (ReceivedBody body = received(request)) {
            uploads.put(
                    request.bucket(),
                    request.key(),
                    request.require("uploadId"),
                    request.number("partNumber", 0),
                    body);
            return S3Answer.empty(200, Map.of("ETag", quoted(body.md5())));
        }
    }

    private ReceivedBody received(S3Request request) throws IOException, S3Error {
        ReceivedBody body = objects.receive(request.body());
        Optional<String> promised = request.header("Content-MD5");
        if (promised.isPresent() && !promised.get().equals(Conditions.base64(body.md5()))) {
            body.close();
            throw new S3Error(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
        return body;
    }

    private S3Answer delete(S3Request request) throws IOException, S3Error {
        if (request.has("uploadId")) {
            uploads.abort(request.bucket(), request.key(), request.require("uploadId"));
        } else {
            objects.delete(request.bucket(), request.key());
        }
        return S3Answer.empty(204, Map.of());
    }

    // ---- a multipart upload

    private S3Answer begin(S3Request request) throws IOException {
        String id = uploads.begin(request.bucket(), request.key(), request.kept());
        return S3Answer.xml(Xml.document("InitiateMultipartUploadResult")
                .field("Bucket", request.bucket())
                .field("Key", request.key())
                .field("UploadId", id));
    }

    private S3Answer parts(S3Request request) throws IOException, S3Error {
        List<Part> parts = uploads.parts(request.bucket(), request.key(), request.require("uploadId"));
        return Listing.parts(request, parts, request.number("max-parts", PAGE));
    }

    private S3Answer complete(S3Request request) throws IOException, S3Error {
        List<NamedPart> parts = Xml.read(request.body(), "Part").stream()
                .map(each -> new NamedPart(
                        Integer.parseInt(each.getOrDefault("PartNumber", "0")),
                        each.getOrDefault("ETag", "").replace("\"", "")))
                .toList();
        String etag = uploads.complete(
                request.bucket(), request.key(), request.require("uploadId"), parts, Conditions.ofWrite(request));
        return S3Answer.xml(Xml.document("CompleteMultipartUploadResult")
                .field("Location", request.rawPath())
                .field("Bucket", request.bucket())
                .field("Key", request.key())
                .field("ETag", quoted(etag)));
    }

    static String quoted(String etag) {
        return "\"" + etag + "\"";
    }

    private static S3Error notImplemented(S3Request request) {
        return new S3Error(
                501,
                "NotImplemented",
                "This endpoint does not do " + request.method() + " with "
                        + request.parameters().keySet() + "; FolderBuckets says what it does.");
    }
}
