package dev.groundswell.cloud.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.RejectedLines;
import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Rejected lines in the bucket {@code ImportFiles}: an object per block, and one report of all of them, as CSV. */
public final class RejectedLineBucket implements RejectedLines {

    /** S3's least is 5 MiB, and it takes 10,000 of them. */
    private static final int PART_BYTES = 8 * 1024 * 1024;

    private static final String TYPE = "text/csv; charset=utf-8";

    /** Spreadsheets read a cell that begins so as a formula. */
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    /** With a byte order mark, by which spreadsheets know UTF-8. */
    private static final String HEADER = "\uFEFFfile,line,field,reason,original\n";

    private final S3Client s3;
    private final String bucket;

    public RejectedLineBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    private static String prefix(StoreId store, ImportId id) {
        return store + "/imports/" + id + "/rejected/";
    }

    static String reportKey(StoreId store, ImportId id) {
        return store + "/imports/" + id + "/rejected.csv";
    }

    @Override
    public void keep(StoreId store, ImportId id, ImportPhase phase, long block, List<Line> lines) {
        var key = prefix(store, id) + order(phase) + String.format(Locale.ROOT, "-%010d", block);
        s3.putObject(put -> put.bucket(bucket).key(key).contentType(TYPE), RequestBody.fromString(csv(lines)));
    }

    /** Keys sort as files are read. */
    private static char order(ImportPhase phase) {
        return switch (phase) {
            case ITEM_FILE -> 'a';
            case FILE -> 'b';
            case REPORT -> throw new IllegalArgumentException("No line is rejected while the report is made.");
        };
    }

    private static String csv(List<Line> lines) {
        var text = new StringWriter();
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        for (var line : lines) {
            csv.writeRecord(cells(line.what(), line.original()));
        }
        return text.toString();
    }

    private static List<String> cells(RejectedLine what, String original) {
        return List.of(
                safe(what.file()), Long.toString(what.line()), safe(what.field()), safe(what.reason()), safe(original));
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void assemble(StoreId store, ImportId id, Runnable meanwhile) {
        var report = new Report(reportKey(store, id));
        report.append(HEADER.getBytes(StandardCharsets.UTF_8));
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix(store, id)))
                .contents()
                .forEach(object -> {
                    report.append(s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()))
                            .asByteArrayUnsafe());
                    meanwhile.run();
                });
        report.finish();
    }

    /** An object being written piece by piece, of which no more than a part is in memory. */
    private final class Report {

        private final String key;
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private final List<CompletedPart> parts = new ArrayList<>();
        private String upload = "";

        Report(String key) {
            this.key = key;
        }

        void append(byte[] bytes) {
            pending.writeBytes(bytes);
            if (pending.size() >= PART_BYTES) {
                sendPart();
            }
        }

        private void sendPart() {
            if (upload.isEmpty()) {
                upload = s3.createMultipartUpload(
                                create -> create.bucket(bucket).key(key).contentType(TYPE))
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

        void finish() {
            if (upload.isEmpty()) {
                s3.putObject(
                        put -> put.bucket(bucket).key(key).contentType(TYPE),
                        RequestBody.fromBytes(pending.toByteArray()));
                return;
            }
            if (pending.size() > 0) {
                sendPart();
            }
            s3.completeMultipartUpload(complete ->
                    complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
        }
    }
}
