package dev.groundswell.cloud.bucket;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object being written piece by piece, of which no more than a part is in memory. It is there only once it is finished. */
public final class ObjectWriter {

    /** S3's least is 5 MiB, and it takes 10,000 of them. */
    private static final int PART_BYTES = 8 * 1024 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final String type;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final List<CompletedPart> parts = new ArrayList<>();
    private String upload = "";

    /** @param type the content's */
    public ObjectWriter(S3Client s3, String bucket, String key, String type) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.type = type;
    }

    public void append(byte[] bytes) {
        pending.writeBytes(bytes);
        if (pending.size() >= PART_BYTES) {
            sendPart();
        }
    }

    private void sendPart() {
        if (upload.isEmpty()) {
            upload = s3.createMultipartUpload(
                            create -> create.bucket(bucket).key(key).contentType(type))
                    .uploadId();
        }
        var number = parts.size() + 1;
        var sent = s3.uploadPart(
                part -> part.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(pending.toByteArray()));
        parts.add(CompletedPart.builder()
                .partNumber(number)
                .eTag(sent.eTag())
                .checksumCRC32(sent.checksumCRC32())
                .build());
        pending.reset();
    }

    public void finish() {
        if (upload.isEmpty()) {
            s3.putObject(
                    put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(pending.toByteArray()));
            return;
        }
        if (pending.size() > 0) {
            sendPart();
        }
        s3.completeMultipartUpload(
                complete -> complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
    }

    /** Leaves nothing of it. */
    public void abandon() {
        if (!upload.isEmpty()) {
            s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
        }
    }
}
