package dev.groundswell.cloud.endpoint.bucket;

import dev.groundswell.cloud.endpoint.bucket.UploadFolder.Part;
import dev.groundswell.cloud.endpoint.bucket.UploadFolder.Upload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Lists of buckets, objects, uploads and parts, page by page. */
final class Listing {

    private final S3Request request;
    private final ObjectFolder objects;
    private final boolean encodes;
    private final Xml xml = Xml.document("ListBucketResult");
    private int count;
    private String last = "";
    private boolean truncated;

    Listing(S3Request request, ObjectFolder objects) {
        this.request = request;
        this.objects = objects;
        this.encodes = request.parameter("encoding-type").filter("url"::equals).isPresent();
    }

    /** ListObjectsV2. A page ends with a key or a common prefix; its token is the last of them. */
    S3Answer objects(int most) throws IOException, S3Error {
        String prefix = request.parameter("prefix").orElse("");
        String after = request.parameter("continuation-token")
                .map(token -> new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .orElse(request.parameter("start-after").orElse(""));
        xml.field("Name", request.bucket()).field("Prefix", text(prefix)).field("MaxKeys", most);
        String delimiter = request.parameter("delimiter").orElse("");
        if (!delimiter.isEmpty()) {
            xml.field("Delimiter", text(delimiter));
        }
        if (encodes) {
            xml.field("EncodingType", "url");
        }
        for (String key : objects.keys(request.bucket(), prefix)) {
            String shown = rolledUp(key, prefix, delimiter);
            boolean isNew = Utf8Order.INSTANCE.compare(shown, after) > 0 && !shown.equals(last);
            if (isNew && count == most) {
                truncated = true;
                break;
            }
            if (isNew) {
                show(key, shown);
            }
        }
        xml.field("KeyCount", count).field("IsTruncated", truncated);
        if (truncated) {
            xml.field(
                    "NextContinuationToken",
                    Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
        }
        return S3Answer.xml(xml);
    }

    private static String rolledUp(String key, String prefix, String delimiter) {
        int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return at < 0 ? key : key.substring(0, at + delimiter.length());
    }

    private void show(String key, String shown) throws IOException, S3Error {
        last = shown;
        count++;
        if (!shown.equals(key)) {
            xml.begin("CommonPrefixes").field("Prefix", text(shown)).end();
            return;
        }
        StoredObject object = objects.find(request.bucket(), key);
        xml.begin("Contents")
                .field("Key", text(key))
                .field("LastModified", object.modified())
                .field("ETag", BucketApi.quoted(object.etag()))
                .field("Size", object.size())
                .field("StorageClass", "STANDARD")
                .end();
    }

    private String text(String key) {
        return encodes ? URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/") : key;
    }

    static S3Answer buckets(List<String> names) {
        Xml xml = Xml.document("ListAllMyBucketsResult");
        xml.begin("Owner")
                .field("ID", "local")
                .field("DisplayName", "local")
                .end()
                .begin("Buckets");
        names.forEach(name -> xml.begin("Bucket")
                .field("Name", name)
                .field("CreationDate", Instant.EPOCH)
                .end());
        return S3Answer.xml(xml);
    }

    static S3Answer uploads(S3Request request, List<Upload> uploads) {
        Xml xml = Xml.document("ListMultipartUploadsResult")
                .field("Bucket", request.bucket())
                .field("MaxUploads", 1_000)
                .field("IsTruncated", false);
        String prefix = request.parameter("prefix").orElse("");
        for (Upload each : uploads) {
            if (each.key().startsWith(prefix)) {
                xml.begin("Upload")
                        .field("Key", each.key())
                        .field("UploadId", each.id())
                        .field("Initiated", each.begun())
                        .end();
            }
        }
        return S3Answer.xml(xml);
    }

    static S3Answer parts(S3Request request, List<Part> parts, int most) throws S3Error {
        int after = request.number("part-number-marker", 0);
        List<Part> rest = parts.stream().filter(part -> part.number() > after).toList();
        List<Part> page = rest.subList(0, Math.min(most, rest.size()));
        boolean truncated = rest.size() > page.size();
        Xml xml = Xml.document("ListPartsResult")
                .field("Bucket", request.bucket())
                .field("Key", request.key())
                .field("UploadId", request.require("uploadId"))
                .field("PartNumberMarker", after)
                .field(
                        "NextPartNumberMarker",
                        page.isEmpty() ? after : page.getLast().number())
                .field("MaxParts", most)
                .field("IsTruncated", truncated);
        page.forEach(part -> xml.begin("Part")
                .field("PartNumber", part.number())
                .field("LastModified", part.modified())
                .field("ETag", BucketApi.quoted(part.etag()))
                .field("Size", part.size())
                .end());
        return S3Answer.xml(xml);
    }
}
