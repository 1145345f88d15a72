package dev.groundswell.cloud.history.record;

import dev.groundswell.core.format.ColumnMapping.FileHints;
import dev.groundswell.core.history.Position;
import dev.groundswell.core.history.RecordFiles.Patience;
import dev.groundswell.core.history.RecordFiles.Stored;
import dev.groundswell.core.history.RecordForm;
import dev.groundswell.core.history.Records;
import dev.groundswell.core.history.SourceRecord;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stored file's records, part after part. */
final class FileRecords implements Records {

    private final Stored stored;
    private final RecordForm form;
    private final FileHints hints;
    private final Patience patience;
    private final StoredBytes bytes;
    private Position position;
    private @Nullable Decompression decompression;
    private String packing = "";
    private @Nullable PartRecords part;
    private List<String> columns = List.of();
    private @Nullable SourceRecord ended;

    FileRecords(Stored stored, RecordForm form, FileHints hints, Position from, Patience patience) {
        this.stored = stored;
        this.form = form;
        this.hints = hints;
        this.patience = patience;
        this.position = from;
        this.bytes = new StoredBytes(stored, 0);
    }

    @Override
    public SourceRecord next() {
        if (ended == null) {
            try {
                var record = read();
                if (record != null) {
                    return record;
                }
                ended = new SourceRecord.End();
            } catch (UnreadableFileException unreadable) {
                ended = new SourceRecord.Unreadable(
                        part == null ? "" : part.name(), position.line(), String.valueOf(unreadable.getMessage()));
            }
        }
        return ended;
    }

    /** The next record; {@code null} at the end. */
    private @Nullable SourceRecord read() {
        while (openPart()) {
            var current = Objects.requireNonNull(part);
            var piece = current.next();
            position = current.position(position.part());
            if (piece == null) {
                part = null;
                position = new Position(position.part() + 1, 0, 1, "");
                continue;
            }
            var record = record(current, piece);
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    private boolean openPart() {
        if (part != null) {
            return true;
        }
        if (decompression == null) {
            decompression = open();
        }
        var next = decompression.next();
        if (next.isEmpty()) {
            return false;
        }
        part = PartRecords.open(next.get(), form, hints, position, this::reopen, patience);
        columns = part.columns();
        return true;
    }

    private Decompression open() {
        var head = new Window(stored.bytes() == 0 ? InputStream.nullInputStream() : new StoredBytes(stored, 0), 0);
        head.upTo(8);
        var kind = Decompression.packingOf(head.copy(0, Math.min(8, head.length())));
        packing = kind == Decompression.Packing.NONE ? "" : kind.name().toLowerCase(Locale.ROOT) + ", ";
        var opened = Decompression.of(bytes, kind);
        for (var passed = 0; passed < position.part(); passed++) {
            if (opened.next().isEmpty()) {
                throw new UnreadableFileException("The archive is not the one it was.");
            }
        }
        return opened;
    }

    /** A stored file that is not packed can be read from anywhere. */
    private @Nullable StoredBytes reopen(long offset) {
        return packing.isEmpty() ? new StoredBytes(stored, offset) : null;
    }

    private static @Nullable SourceRecord record(PartRecords from, Piece piece) {
        if (piece.problem() != null) {
            return bad(from, piece, from.encoding().decodeLeniently(piece.bytes()), piece.problem());
        }
        if (piece.isBlank()) {
            return null;
        }
        var decoded = from.encoding().decode(piece.bytes());
        if (decoded.isEmpty()) {
            return bad(
                    from,
                    piece,
                    from.encoding().decodeLeniently(piece.bytes()),
                    "The line holds bytes that are no text in "
                            + from.encoding().title() + ".");
        }
        var text = withoutEnd(decoded.get());
        return switch (from.parser().parse(text)) {
            case RecordParser.Parsed.Nothing _ -> null;
            case RecordParser.Parsed.Wrong(var problem) -> bad(from, piece, text, problem);
            case RecordParser.Parsed.Values(var values) ->
                new SourceRecord.Row(from.name(), piece.line(), text, values);
        };
    }

    private static String withoutEnd(String text) {
        var end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\r' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static SourceRecord bad(PartRecords from, Piece piece, String text, String problem) {
        return new SourceRecord.Bad(
                from.name(), piece.line(), withoutEnd(text), new Rejection(RejectionCode.INVALID, "", problem));
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public long storedBytesRead() {
        if (ended instanceof SourceRecord.End) {
            return stored.bytes();
        }
        return packing.isEmpty() && part != null && part.isAsStored() ? position.offset() : bytes.position();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public String description() {
        return packing + (part == null ? "empty" : part.description());
    }

    @Override
    public void close() {
        bytes.close();
        if (part != null) {
            part.close();
        }
    }
}
