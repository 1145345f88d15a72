package dev.groundswell.cloud.history.record;

import org.jspecify.annotations.Nullable;

/**
 * Cuts at the ends of lines; for CSV, not at those within quotes. A quote that is never closed costs its own line only:
 * where a record grows beyond its limit, or the file ends, its first line is a bad one and the next begins a record.
 */
final class LineSplitter implements Splitter {

    private final Window window;
    private final byte newline;

    /** Between cells; 0 for lines that have no cells. */
    private final byte delimiter;

    private long line;

    LineSplitter(Window window, long line, byte newline, byte delimiter) {
        this.window = window;
        this.line = line;
        this.newline = newline;
        this.delimiter = delimiter;
    }

    private enum Place {
        START_OF_CELL,
        IN_CELL,
        IN_QUOTES,
        AFTER_QUOTE
    }

    @Override
    public @Nullable Piece next() {
        var place = START;
        for (var i = 0; ; i++) {
            if (i == Piece.MAX_BYTES) {
                return tooLong();
            }
            if (i == window.length() && !window.more()) {
                return i == 0 ? null : last(i, place);
            }
            var b = window.at(i);
            if (b == newline && place != Place.IN_QUOTES) {
                return taken(i, i + 1);
            }
            place = delimiter == 0 ? place : after(place, b);
        }
    }

    private static final Place START = Place.START_OF_CELL;

    private Place after(Place place, byte b) {
        if (place == Place.IN_QUOTES) {
            return b == '"' ? Place.AFTER_QUOTE : Place.IN_QUOTES;
        }
        if (b == delimiter) {
            return Place.START_OF_CELL;
        }
        if (b == '"' && place != Place.IN_CELL) {
            return Place.IN_QUOTES;
        }
        return place == Place.AFTER_QUOTE ? place : Place.IN_CELL;
    }

    private Piece taken(int length, int dropped) {
        var piece = Piece.good(line, window.copy(0, length));
        drop(dropped);
        return piece;
    }

    private void drop(int count) {
        for (var i = 0; i < count; i++) {
            line += window.at(i) == newline ? 1 : 0;
        }
        window.drop(count);
    }

    private Piece last(int length, Place place) {
        return place == Place.IN_QUOTES ? unclosed(length) : taken(length, length);
    }

    private Piece tooLong() {
        var end = window.indexOf(newline, 0, Piece.MAX_BYTES);
        if (end >= 0) {
            return unclosed(Piece.MAX_BYTES);
        }
        var shown = window.copy(0, Piece.SHOWN_BYTES);
        var piece = Piece.bad(
                line, shown, "The line is longer than " + Piece.MAX_BYTES + " bytes; only its beginning is shown.");
        skipLine();
        return piece;
    }

    private Piece unclosed(int length) {
        var end = window.indexOf(newline, 0, length);
        var lineLength = end < 0 ? length : end;
        var piece = Piece.bad(line, window.copy(0, lineLength), "A quote is opened in this line and never closed.");
        drop(Math.min(length, lineLength + 1));
        return piece;
    }

    private void skipLine() {
        while (true) {
            var end = window.indexOf(newline, 0, window.length());
            if (end >= 0) {
                drop(end + 1);
                return;
            }
            window.drop(window.length());
            if (!window.more()) {
                return;
            }
        }
    }

    @Override
    public long offset() {
        return window.offset();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String context() {
        return "";
    }
}
