package dev.groundswell.cloud.history;

import dev.groundswell.cloud.history.UploadTable.Known;
import dev.groundswell.core.history.ImportFiles;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.core.history.Upload;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket {@code ImportFiles}: files under {@code store/uploads/…}, reports under {@code store/imports/…}. */
public final class ImportFileBucket implements ImportFiles {

    /** Longer than a file of many gigabytes takes over a thin line; the role's own credentials do not last longer. */
    private static final Duration UPLOAD_TIME = Duration.ofHours(6);

    private static final Duration DOWNLOAD_TIME = Duration.ofMinutes(15);

    /** As long as the bucket's lifecycle rule keeps a file. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final long MEBIBYTE = 1024 * 1024;

    /** Small enough to be sent again after a broken line, and above S3's 5 MiB. */
    private static final long SMALLEST_PART = 16 * MEBIBYTE;

    /** Their addresses, of some kilobytes each, must fit one answer of six megabytes. */
    private static final int MOST_PARTS = 1_000;

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;
    private final UploadTable uploads;

    /** @param table the table {@code Imports} */
    public ImportFileBucket(S3Client s3, S3Presigner presigner, String bucket, DynamoDbClient dynamoDb, String table) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.uploads = new UploadTable(dynamoDb, table);
    }

    private static String key(StoreId store, UploadId id) {
        return store + "/uploads/" + id;
    }

    @Override
    public Upload prepare(StoreId store, UploadId id, String fileName, long bytes, Instant now) {
        var begun = s3.createMultipartUpload(
                create -> create.bucket(bucket).key(key(store, id)).contentType("application/octet-stream"));
        var upload = new Known(fileName, bytes, partBytes(bytes), begun.uploadId());
        uploads.add(store, id, upload, now.plus(KEPT));
        var parts = IntStream.rangeClosed(1, upload.parts())
                .mapToObj(number -> new Upload.Part(
                        number,
                        address(store, id, upload, number),
                        (number - 1) * upload.partBytes(),
                        upload.bytesOf(number)))
                .toList();
        return new Upload(id, parts, now.plus(UPLOAD_TIME));
    }

    private static long partBytes(long bytes) {
        var even = (bytes + MOST_PARTS - 1) / MOST_PARTS;
        return Math.max(SMALLEST_PART, (even + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE);
    }

    private URI address(StoreId store, UploadId id, Known upload, int part) {
        var signed = presigner.presignUploadPart(presign -> presign.signatureDuration(UPLOAD_TIME)
                .uploadPartRequest(put -> put.bucket(bucket)
                        .key(key(store, id))
                        .uploadId(upload.s3Id())
                        .partNumber(part)
                        .contentLength(upload.bytesOf(part))));
        return URI.create(signed.url().toString());
    }

    @Override
    public Completion complete(StoreId store, UploadId id) {
        var upload = uploads.find(store, id);
        if (upload.isEmpty()) {
            return new Completion.Unknown();
        }
        var whole = head(key(store, id));
        if (whole.isPresent()) {
            return new Completion.Complete(file(id, upload.get(), whole.get()));
        }
        try {
            return complete(store, id, upload.get());
        } catch (NoSuchUploadException abortedAfterItsTime) {
            return head(key(store, id))
                    .<Completion>map(head -> new Completion.Complete(file(id, upload.get(), head)))
                    .orElseGet(Completion.Unknown::new);
        }
    }

    private Completion complete(StoreId store, UploadId id, Known upload) {
        var there = new HashMap<Integer, Part>();
        s3.listPartsPaginator(list -> list.bucket(bucket).key(key(store, id)).uploadId(upload.s3Id()))
                .parts()
                .forEach(part -> there.put(part.partNumber(), part));
        var missing = IntStream.rangeClosed(1, upload.parts())
                .filter(number -> !isWhole(there, number, upload))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            return new Completion.Incomplete(missing);
        }
        s3.completeMultipartUpload(complete -> complete.bucket(bucket)
                .key(key(store, id))
                .uploadId(upload.s3Id())
                .multipartUpload(parts -> parts.parts(completed(there, upload))));
        return new Completion.Complete(file(id, upload, head(key(store, id)).orElseThrow()));
    }

    private static boolean isWhole(Map<Integer, Part> there, int number, Known upload) {
        var part = there.get(number);
        return part != null && part.size() == upload.bytesOf(number);
    }

    private static List<CompletedPart> completed(Map<Integer, Part> there, Known upload) {
        var parts = new ArrayList<CompletedPart>();
        for (var number = 1; number <= upload.parts(); number++) {
            var part = there.get(number);
            if (part != null) {
                parts.add(CompletedPart.builder()
                        .partNumber(number)
                        .eTag(part.eTag())
                        .checksumCRC32(part.checksumCRC32())
                        .checksumCRC64NVME(part.checksumCRC64NVME())
                        .build());
            }
        }
        return parts;
    }

    private Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(
                    s3.headObject(head -> head.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED)));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    /** An ETag says nothing of the content where a key encrypts it; then S3 has its own checksum of the whole. */
    private static StoredFile file(UploadId id, Known upload, HeadObjectResponse head) {
        var tag = Optional.ofNullable(head.checksumCRC64NVME())
                .orElseGet(() -> head.eTag().replace("\"", ""));
        return new StoredFile(id, upload.fileName(), head.contentLength(), tag);
    }

    @Override
    public InputStream open(StoreId store, StoredFile file, long fromByte) {
        if (fromByte >= file.bytes()) {
            return InputStream.nullInputStream();
        }
        return new AbortedOnClose(s3.getObject(
                get -> get.bucket(bucket).key(key(store, file.upload())).range("bytes=" + fromByte + "-")));
    }

    @Override
    public Optional<URI> reportAddress(StoreId store, ImportId id) {
        var key = RejectedLineBucket.reportKey(store, id);
        if (head(key).isEmpty()) {
            return Optional.empty();
        }
        var signed = presigner.presignGetObject(presign -> presign.signatureDuration(DOWNLOAD_TIME)
                .getObjectRequest(get -> get.bucket(bucket)
                        .key(key)
                        .responseContentType("text/csv; charset=utf-8")
                        .responseContentDisposition("attachment; filename=\"rejected-" + id + ".csv\"")));
        return Optional.of(URI.create(signed.url().toString()));
    }
}
