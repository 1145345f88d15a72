package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.bucket.ObjectWriter;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportFiles;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket {@code AudienceExports}: {@code store/audience/CSV.csv}. */
public final class AudienceExportBucket implements ExportFiles {

    private static final Duration DOWNLOAD_TIME = Duration.ofMinutes(15);

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    public AudienceExportBucket(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    private static String key(StoreId store, AudienceId id, ExportFormat format) {
        return store + "/" + id + "/" + format + "." + format.extension();
    }

    @Override
    public ExportFile open(Store store, AudienceId id, ExportFormat format) {
        var object = new ObjectWriter(s3, bucket, key(store.id(), id, format), ExportText.contentType(format));
        return new File(object, new ExportText(format, store));
    }

    @Override
    public URI address(StoreId store, AudienceId id, ExportFormat format) {
        var name = "audience-" + id + "-"
                + format.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + format.extension();
        var signed = presigner.presignGetObject(presign -> presign.signatureDuration(DOWNLOAD_TIME)
                .getObjectRequest(get -> get.bucket(bucket)
                        .key(key(store, id, format))
                        .responseContentType(ExportText.contentType(format))
                        .responseContentDisposition("attachment; filename=\"" + name + "\"")));
        return URI.create(signed.url().toString());
    }

    private static final class File implements ExportFile {

        private final ObjectWriter object;
        private final ExportText text;
        private final MessageDigest digest = sha256();
        private long rows;
        private long bytes;

        File(ObjectWriter object, ExportText text) {
            this.object = object;
            this.text = text;
            write(text.head());
        }

        @Override
        public void add(List<AudienceRow> members) {
            for (var member : members) {
                text.line(member).ifPresent(line -> {
                    write(line);
                    rows++;
                });
            }
        }

        private void write(String line) {
            var encoded = line.getBytes(StandardCharsets.UTF_8);
            digest.update(encoded);
            bytes += encoded.length;
            object.append(encoded);
        }

        @Override
        public Written finish() {
            object.finish();
            return new Written(rows, bytes, HexFormat.of().formatHex(digest.digest()));
        }

        @Override
        public void abandon() {
            object.abandon();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
