package dev.groundswell.cloud.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.groundswell.cloud.bucket.ObjectWriter;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.RejectedLine;
import dev.groundswell.core.history.RejectedLines;
import dev.groundswell.core.store.StoreId;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Rejected lines in the bucket {@code ImportFiles}: an object per block, and one report of all of them, as CSV. */
public final class RejectedLineBucket implements RejectedLines {

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
        var report = new ObjectWriter(s3, bucket, reportKey(store, id), TYPE);
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
}
