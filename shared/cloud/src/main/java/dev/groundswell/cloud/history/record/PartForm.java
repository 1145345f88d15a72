package dev.groundswell.cloud.history.record;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.history.RecordForm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a part is written, told by its first bytes.
 *
 * @param encoding  of its text
 * @param bomBytes  of the byte order mark it begins with
 * @param newline   what ends its lines
 * @param delimiter between cells; 0 for JSON
 * @param isDocument whether it is JSON that is not one object a line
 */
record PartForm(Encoding encoding, int bomBytes, byte newline, byte delimiter, boolean isDocument) {

    /** As much as the longest record, and many ordinary ones. */
    static final int SAMPLE_BYTES = Piece.MAX_BYTES;

    private static final byte[] DELIMITERS = {',', ';', '\t'};

    /** Of so many lines most tell whether there is an object on each. */
    private static final int LINES_TO_JUDGE = 20;

    /** @param sample the part's first bytes, no longer UTF-16 */
    static PartForm of(byte[] sample, RecordForm form, FileHints hints) {
        var bom = hasBom(sample) ? 3 : 0;
        var encoding = encoding(sample, bom, hints);
        var newline = newline(sample);
        return switch (form) {
            case JSON -> new PartForm(encoding, bom, (byte) '\n', (byte) 0, isDocument(sample, bom));
            case CSV, CSV_WITHOUT_HEADER ->
                new PartForm(encoding, bom, newline, delimiter(sample, bom, newline, hints), false);
        };
    }

    private static boolean hasBom(byte[] sample) {
        return sample.length >= 3 && sample[0] == (byte) 0xef && sample[1] == (byte) 0xbb && sample[2] == (byte) 0xbf;
    }

    private static Encoding encoding(byte[] sample, int bom, FileHints hints) {
        if (bom > 0) {
            return Encoding.UTF_8;
        }
        var named = hints.encoding();
        return named == null || named.toUpperCase(Locale.ROOT).startsWith("UTF-16")
                ? Encoding.detect(sample)
                : Encoding.named(named);
    }

    /** A carriage return only where there is no line feed at all. */
    private static byte newline(byte[] sample) {
        return indexOf(sample, '\n', 0) < 0 && indexOf(sample, '\r', 0) >= 0 ? (byte) '\r' : (byte) '\n';
    }

    /** What the first line has most of, outside of quotes. */
    private static byte delimiter(byte[] sample, int bom, byte newline, FileHints hints) {
        var named = hints.delimiter();
        if (named != null && named < 0x80) {
            return (byte) (char) named;
        }
        var from = bom;
        while (from < sample.length && (sample[from] == '\n' || sample[from] == '\r' || sample[from] == ' ')) {
            from++;
        }
        var counts = new int[128];
        var inQuotes = false;
        for (var i = from; i < sample.length && (inQuotes || sample[i] != newline); i++) {
            inQuotes ^= sample[i] == '"';
            if (!inQuotes && sample[i] >= 0) {
                counts[sample[i]]++;
            }
        }
        var most = DELIMITERS[0];
        for (var delimiter : DELIMITERS) {
            most = counts[delimiter] > counts[most] ? delimiter : most;
        }
        return most;
    }

    private static boolean isDocument(byte[] sample, int bom) {
        var from = bom;
        while (from < sample.length && sample[from] <= ' ' && sample[from] >= 0) {
            from++;
        }
        if (from == sample.length) {
            return false;
        }
        if (sample[from] == '[') {
            return true;
        }
        return sample[from] == '{'
                && (JsonSplitter.beginsWithWrapper(Arrays.copyOfRange(sample, from, sample.length))
                        || !mostLinesAreObjects(sample, from));
    }

    private static boolean mostLinesAreObjects(byte[] sample, int start) {
        var lines = 0;
        var objects = 0;
        for (var from = start; from < sample.length && lines < LINES_TO_JUDGE; ) {
            var newline = indexOf(sample, '\n', from);
            var end = newline < 0 ? sample.length : newline;
            var line = new String(sample, from, end - from, StandardCharsets.ISO_8859_1).strip();
            var isCutOff = newline < 0 && sample.length >= SAMPLE_BYTES;
            if (!line.isEmpty() && !isCutOff) {
                lines++;
                objects += line.startsWith("{") && line.endsWith("}") ? 1 : 0;
            }
            from = end + 1;
        }
        return lines > 0 && objects * 2 >= lines;
    }

    private static int indexOf(byte[] sample, int wanted, int from) {
        for (var i = from; i < sample.length; i++) {
            if (sample[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    String description() {
        if (delimiter == 0) {
            return encoding.title() + (isDocument ? ", a JSON document" : ", JSON, one object a line");
        }
        var between = delimiter == '\t' ? "tabs" : "'" + (char) delimiter + "'";
        return encoding.title() + ", columns separated by " + between;
    }
}
