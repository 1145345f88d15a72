package dev.groundswell.cloud.history.record;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordFiles;
import dev.groundswell.core.history.RecordForm;
import dev.groundswell.core.history.Records;
import dev.groundswell.core.history.SourceRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file's bytes, and what the reader makes of them. */
final class AFile {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final FileHints NO_HINTS = new FileHints(null, null);

    /** More than any file here has: beyond, the reader does not come to an end. */
    private static final int MAX_RECORDS = 2_000_000;

    private final byte[] bytes;
    private final int chunk;

    private AFile(byte[] bytes, int chunk) {
        this.bytes = bytes;
        this.chunk = chunk;
    }

    static AFile of(byte[] bytes) {
        return new AFile(bytes, Integer.MAX_VALUE);
    }

    static AFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static AFile of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    /** The same, of which a connection gives so many bytes at a time. */
    AFile inChunksOf(int size) {
        return new AFile(bytes, size);
    }

    AFile gzipped() {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return of(out.toByteArray());
    }

    static AFile zipped(Map<String, AFile> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().bytes);
            }
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return of(out.toByteArray());
    }

    AFile and(AFile next) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(bytes);
        both.writeBytes(next.bytes);
        return of(both.toByteArray());
    }

    AFile cutOffAt(int length) {
        return of(Arrays.copyOf(bytes, length));
    }

    int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Records open(RecordForm form, Position from) {
        return open(form, NO_HINTS, from);
    }

    Records open(RecordForm form, FileHints hints, Position from) {
        var stored = new RecordFiles.Stored() {
            @Override
            public long bytes() {
                return bytes.length;
            }

            @Override
            public InputStream from(long fromByte) {
                return new Connection(fromByte);
            }
        };
        return new RecordFileReader().open(stored, form, hints, from, RecordFiles.Patience.ENDLESS);
    }

    private final class Connection extends ByteArrayInputStream {

        Connection(long from) {
            super(bytes, (int) from, bytes.length - (int) from);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, chunk));
        }
    }

    /** All records and what ended them. */
    List<SourceRecord> records(RecordForm form) {
        return records(form, Position.START);
    }

    List<SourceRecord> records(RecordForm form, Position from) {
        try (var records = open(form, from)) {
            return rest(records);
        }
    }

    static List<SourceRecord> rest(Records records) {
        var all = new ArrayList<SourceRecord>();
        while (all.size() < MAX_RECORDS) {
            var record = records.next();
            all.add(record);
            if (record instanceof SourceRecord.End || record instanceof SourceRecord.Unreadable) {
                return all;
            }
        }
        throw new AssertionError("The reader does not come to an end.");
    }

    /** The values of the records that can be read. */
    List<Map<String, Object>> rows(RecordForm form) {
        return records(form).stream()
                .filter(SourceRecord.Row.class::isInstance)
                .map(record -> ((SourceRecord.Row) record).values())
                .toList();
    }
}
