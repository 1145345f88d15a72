package dev.groundswell.cloud.history.record;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the objects out of JSON documents: an object, an array of them, a platform's answer with the array inside, or several
 * of these after each other. It looks at brackets and quotes only, so an object that is no JSON costs itself and not what
 * follows: a string ends with its line at the latest, and where an object has no end, the next line begins another.
 */
final class JsonSplitter implements Splitter {

    /** A name longer than this is no wrapper's. */
    private static final int MAX_NAME = 64;

    private static final int BROKEN_STRING = -1;

    private final Window window;
    private final Encoding encoding;

    /** The containers around, outermost first: {@code W} a wrapper, {@code A} an array of records, {@code M} an array at the top. */
    private final StringBuilder stack;

    private long line;

    JsonSplitter(Window window, long line, String context, Encoding encoding) {
        this.window = window;
        this.line = line;
        this.stack = new StringBuilder(context);
        this.encoding = encoding;
    }

    /** How platforms wrap: {@code {"orders": […]}}, {@code {"trades_sold_get_response": {"trades": {"trade": […]}}}}. */
    private static boolean isWrapper(String name, byte value) {
        return switch (name) {
            case "orders", "events" -> value == '[';
            case "order", "trade" -> value == '[' || value == '{';
            case "trades" -> value == '{' || value == '[';
            default -> name.endsWith("_response") && value == '{';
        };
    }

    /** Whether a document that begins with these bytes is a wrapper. */
    static boolean beginsWithWrapper(byte[] head) {
        var splitter = new JsonSplitter(new Window(new ByteArrayInputStream(head), 0), 1, "", Encoding.UTF_8);
        splitter.skipBlank();
        return splitter.wrapperAhead();
    }

    @Override
    public @Nullable Piece next() {
        while (true) {
            skipBlank();
            if (!visible(0)) {
                return null;
            }
            var b = window.at(0);
            var piece = inWrapper() && b == '"' ? member() : value(b);
            if (piece != null) {
                return piece;
            }
        }
    }

    private boolean inWrapper() {
        return !stack.isEmpty() && stack.charAt(stack.length() - 1) == 'W';
    }

    private boolean inArray() {
        return !stack.isEmpty() && !inWrapper();
    }

    /** The value at hand, if it is a piece; a container is entered or left instead. */
    private @Nullable Piece value(byte b) {
        return switch (b) {
            case '{' -> object();
            case '[' -> entered(stack.isEmpty() ? 'M' : 'A');
            case ']' -> left(inArray());
            case '}' -> left(inWrapper());
            default -> noObject();
        };
    }

    private @Nullable Piece entered(char container) {
        stack.append(container);
        drop(1);
        return null;
    }

    /** @param matches whether the bracket belongs to the container; one that does not is passed over */
    private @Nullable Piece left(boolean matches) {
        if (matches) {
            stack.setLength(stack.length() - 1);
        }
        drop(1);
        return null;
    }

    private @Nullable Piece object() {
        return mayBeWrapper() && wrapperAhead() ? entered('W') : record();
    }

    private boolean mayBeWrapper() {
        return stack.isEmpty() || stack.charAt(stack.length() - 1) == 'M';
    }

    /** Whether the object at hand begins with a name that only wrappers begin with. */
    private boolean wrapperAhead() {
        if (!visible(0) || window.at(0) != '{') {
            return false;
        }
        var name = blankUntil(1);
        var end = endOfName(name);
        if (end < 0) {
            return false;
        }
        var value = valueOf(end);
        return value >= 0 && isWrapper(text(name + 1, end), window.at(value));
    }

    /** A name within a wrapper, and what it names: entered if it holds records, else passed over. */
    private @Nullable Piece member() {
        var end = endOfName(0);
        if (end < 0) {
            return noObject();
        }
        var value = valueOf(end);
        if (value < 0) {
            return noObject();
        }
        var b = window.at(value);
        var name = text(1, end);
        drop(value);
        if (!isWrapper(name, b)) {
            skipValue();
            return null;
        }
        if (b == '[') {
            return entered('A');
        }
        return name.equals("order") || name.equals("trade") ? record() : entered('W');
    }

    /** The place of the quote that ends the name that begins at {@code start}; -1 if none does. */
    private int endOfName(int start) {
        if (start < 0 || !visible(start) || window.at(start) != '"') {
            return -1;
        }
        for (var i = start + 1; i < start + MAX_NAME && visible(i); i++) {
            if (window.at(i) == '"') {
                return i;
            }
            if (window.at(i) == '\\' || window.at(i) == '\n') {
                return -1;
            }
        }
        return -1;
    }

    /** The place of the value after the name that ends at {@code end}; -1 if there is no colon between. */
    private int valueOf(int end) {
        var colon = blankUntil(end + 1);
        if (colon < 0 || window.at(colon) != ':') {
            return -1;
        }
        return blankUntil(colon + 1);
    }

    /** The place of the first byte that is not blank; -1 if there is none near. */
    private int blankUntil(int from) {
        for (var i = from; i < from + Piece.SHOWN_BYTES && visible(i); i++) {
            if (!isBlank(window.at(i))) {
                return i;
            }
        }
        return -1;
    }

    private String text(int from, int to) {
        return new String(window.copy(from, to), StandardCharsets.ISO_8859_1);
    }

    private Piece record() {
        var end = endOfObject(Piece.MAX_BYTES);
        if (end > 0) {
            var piece = Piece.good(line, window.copy(0, end));
            drop(end);
            return piece;
        }
        if (end == BROKEN_STRING) {
            return lineOf("A string begins in this line and has no end.");
        }
        return lineOf(
                visible(Piece.MAX_BYTES - 1)
                        ? "The object has no end within " + Piece.MAX_BYTES + " bytes."
                        : "The object has no end: the file is cut off here, or a bracket is missing.");
    }

    /**
     * Behind the bracket that closes the object at hand; 0 if none does before {@code bound}. {@link #BROKEN_STRING} if a
     * string of its first line goes beyond it: then so may the bracket, in an object of one line.
     */
    private int endOfObject(int bound) {
        var depth = 0;
        var inString = false;
        var inFirstLine = true;
        for (var i = 0; i < bound && visible(i); i++) {
            var b = window.at(i);
            if (b == '\n') {
                if (inString && inFirstLine) {
                    return BROKEN_STRING;
                }
                inString = false;
                inFirstLine = false;
            } else if (encoding.isLead(b) || (inString && b == '\\')) {
                i++;
            } else if (inString) {
                inString = b != '"';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private Piece noObject() {
        return lineOf("An object is expected here.");
    }

    /** The rest of the line, as a bad piece. */
    private Piece lineOf(String problem) {
        var end = 0;
        while (end < Piece.MAX_BYTES && visible(end) && window.at(end) != '\n') {
            end++;
        }
        var tooLong = end == Piece.MAX_BYTES;
        var piece = Piece.bad(line, window.copy(0, tooLong ? Piece.SHOWN_BYTES : end), problem);
        drop(end);
        while (tooLong && visible(0) && window.at(0) != '\n') {
            drop(untilNewline());
        }
        return piece;
    }

    private int untilNewline() {
        var newline = window.indexOf((byte) '\n', 0, window.length());
        return newline < 0 ? window.length() : newline;
    }

    /** Passes over a value of any size. */
    private void skipValue() {
        var depth = 0;
        var inString = false;
        while (visible(0)) {
            var b = window.at(0);
            if (!inString && depth == 0 && (b == ',' || b == '}' || b == ']')) {
                return;
            }
            if (encoding.isLead(b) || (inString && b == '\\')) {
                drop(visible(1) ? 2 : 1);
                continue;
            }
            if (inString) {
                inString = b != '"' && b != '\n';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
            drop(1);
        }
    }

    private void skipBlank() {
        while (visible(0) && (isBlank(window.at(0)) || window.at(0) == ',')) {
            drop(1);
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private boolean visible(int i) {
        while (i >= window.length()) {
            if (!window.more()) {
                return false;
            }
        }
        return true;
    }

    private void drop(int count) {
        for (var i = 0; i < count; i++) {
            line += window.at(i) == '\n' ? 1 : 0;
        }
        window.drop(count);
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
        return stack.toString();
    }
}
