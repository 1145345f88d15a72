package dev.groundswell.cloud.history.record;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordFiles.Patience;
import dev.groundswell.core.history.RecordForm;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A part cut into pieces, from a place on. */
final class PartRecords {

    private static final int SKIPPED_AT_ONCE = 64 * 1024;

    private final String name;
    private final PartForm form;
    private final RecordParser parser;
    private final Splitter splitter;

    /** The connection that begins at the place; absent if all before it was read too. */
    private final @Nullable StoredBytes reopened;

    private final boolean isAsStored;

    private PartRecords(
            String name,
            PartForm form,
            RecordParser parser,
            Splitter splitter,
            @Nullable StoredBytes reopened,
            boolean isAsStored) {
        this.name = name;
        this.form = form;
        this.parser = parser;
        this.splitter = splitter;
        this.reopened = reopened;
        this.isAsStored = isAsStored;
    }

    /**
     * Opens a part.
     *
     * @param reopen   the part's bytes from an offset on; {@code null} if it is packed
     * @param patience asked while what lies before the place is passed over
     */
    static PartRecords open(
            Part part,
            RecordForm records,
            FileHints hints,
            Position from,
            LongFunction<@Nullable StoredBytes> reopen,
            Patience patience) {
        var window = new Window(part.bytes(), 0);
        var sample = sample(window);
        var utf16 = Utf16.detect(sample);
        if (utf16.isPresent()) {
            var all = new SequenceInputStream(new ByteArrayInputStream(sample), part.bytes());
            window = new Window(new Utf16(all, utf16.get()), 0);
            sample = sample(window);
        }
        var form = PartForm.of(sample, records, hints);
        window.drop(form.bomBytes());
        var first = splitter(window, records, form, 1, "");
        var parser = parser(first, records, form);
        if (from.offset() <= first.offset()) {
            return new PartRecords(part.name(), form, parser, first, null, utf16.isEmpty());
        }
        var reopened = utf16.isPresent() ? null : reopen.apply(from.offset());
        if (reopened != null) {
            part.close();
        }
        var behind = reopened == null ? skipped(window, from.offset(), patience) : new Window(reopened, from.offset());
        return new PartRecords(
                part.name(),
                form,
                parser,
                splitter(behind, records, form, from.line(), from.context()),
                reopened,
                utf16.isEmpty());
    }

    private static byte[] sample(Window window) {
        window.upTo(PartForm.SAMPLE_BYTES);
        return window.copy(0, Math.min(PartForm.SAMPLE_BYTES, window.length()));
    }

    private static Splitter splitter(Window window, RecordForm records, PartForm form, long line, String context) {
        return records == RecordForm.JSON && form.isDocument()
                ? new JsonSplitter(window, line, context, form.encoding())
                : new LineSplitter(window, line, form.newline(), form.delimiter());
    }

    private static RecordParser parser(Splitter first, RecordForm records, PartForm form) {
        return switch (records) {
            case JSON -> new JsonObjects();
            case CSV_WITHOUT_HEADER -> CsvParser.withoutHeader(form.delimiter());
            case CSV -> CsvParser.withHeader(header(first, form), form.delimiter());
        };
    }

    private static String header(Splitter first, PartForm form) {
        var piece = first.next();
        while (piece != null && piece.isBlank()) {
            piece = first.next();
        }
        if (piece == null) {
            return "";
        }
        if (piece.problem() != null) {
            throw new UnreadableFileException("The first line must be the header. " + piece.problem());
        }
        return form.encoding()
                .decode(piece.bytes())
                .orElseThrow(() -> new UnreadableFileException("The header holds bytes that are no text in "
                        + form.encoding().title() + "."))
                .replaceAll("[\\r\\n]+$", "");
    }

    private static Window skipped(Window window, long offset, Patience patience) {
        while (window.offset() < offset) {
            if (window.length() == 0 && !window.more()) {
                throw new UnreadableFileException("The file is shorter than it was.");
            }
            window.drop((int) Math.min(Math.min(SKIPPED_AT_ONCE, window.length()), offset - window.offset()));
            if (!patience.lasts()) {
                throw new UnreadableFileException(
                        "Finding the place to go on at takes too long in a compressed file of this size. Send it "
                                + "unpacked, or cut it into several.");
            }
        }
        return window;
    }

    /** The next piece; {@code null} at the end. */
    @Nullable
    Piece next() {
        return splitter.next();
    }

    Position position(int part) {
        return new Position(part, splitter.offset(), splitter.line(), splitter.context());
    }

    String name() {
        return name;
    }

    Encoding encoding() {
        return form.encoding();
    }

    RecordParser parser() {
        return parser;
    }

    List<String> columns() {
        return parser.columns();
    }

    String description() {
        return form.description();
    }

    /** Whether its offsets are those of the stored file, unless that is packed. */
    boolean isAsStored() {
        return isAsStored;
    }

    void close() {
        if (reopened != null) {
            reopened.close();
        }
    }
}
