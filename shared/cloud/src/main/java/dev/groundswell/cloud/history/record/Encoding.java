package dev.groundswell.cloud.history.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a file's bytes are characters. In each, line feeds, quotes, commas and digits are single bytes that nothing else is. */
final class Encoding {

    static final Encoding UTF_8 = new Encoding("UTF-8", StandardCharsets.UTF_8, null);
    static final Encoding GB18030 = new Encoding("GB18030", Charset.forName("GB18030"), null);

    /** Nothing but ASCII where one could look: UTF-8, or GB18030 in a record that is not UTF-8. */
    static final Encoding ASCII_SO_FAR = new Encoding("ASCII", StandardCharsets.UTF_8, GB18030.charset);

    private final String title;
    private final Charset charset;
    private final @Nullable Charset otherwise;
    private final boolean hasLeadBytes;

    private Encoding(String title, Charset charset, @Nullable Charset otherwise) {
        this.title = title;
        this.charset = charset;
        this.otherwise = otherwise;
        this.hasLeadBytes = title.startsWith("GB");
    }

    /**
     * The encoding that somebody named.
     *
     * @throws UnreadableFileException if there is none of that name
     */
    static Encoding named(String name) {
        try {
            var charset = Charset.forName(name.strip());
            return new Encoding(charset.name(), charset, null);
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableFileException("No encoding is named '" + name + "'; leave it out to have it detected.");
        }
    }

    String title() {
        return title;
    }

    /** Whether the byte after such a one belongs to it, whatever it looks like. */
    boolean isLead(byte b) {
        return hasLeadBytes && b < 0 && b != (byte) 0x80 && b != (byte) 0xff;
    }

    /** The text; empty if these bytes are none. */
    Optional<String> decode(byte[] bytes) {
        var text = decode(bytes, charset);
        return text.isEmpty() && otherwise != null ? decode(bytes, otherwise) : text;
    }

    /** The text as far as it is one, for people. */
    String decodeLeniently(byte[] bytes) {
        return new String(bytes, charset);
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        var text = new String(bytes, charset);
        return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : decodeStrictly(bytes, charset);
    }

    /** A replacement character in the text may be the file's own. */
    private static Optional<String> decodeStrictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** By what most lines of a sample are, so that a broken character does not turn a whole file. */
    static Encoding detect(byte[] sample) {
        var utf8 = 0;
        var other = 0;
        for (var from = 0; from < sample.length; ) {
            var to = endOfLine(sample, from);
            if (!isAscii(sample, from, to) && to < sample.length) {
                if (isUtf8(sample, from, to)) {
                    utf8++;
                } else {
                    other++;
                }
            }
            from = to + 1;
        }
        if (utf8 + other == 0) {
            return detectUnfinishedLine(sample);
        }
        return utf8 >= other ? UTF_8 : GB18030;
    }

    /** The only line that is not ASCII may be longer than the sample, which then may end within a character. */
    private static Encoding detectUnfinishedLine(byte[] sample) {
        if (isAscii(sample, 0, sample.length)) {
            return ASCII_SO_FAR;
        }
        for (var cut = 0; cut < 4 && cut < sample.length; cut++) {
            if (isUtf8(sample, 0, sample.length - cut)) {
                return UTF_8;
            }
        }
        return GB18030;
    }

    private static int endOfLine(byte[] sample, int from) {
        var to = from;
        while (to < sample.length && sample[to] != '\n' && sample[to] != '\r') {
            to++;
        }
        return to;
    }

    private static boolean isAscii(byte[] sample, int from, int to) {
        for (var i = from; i < to; i++) {
            if (sample[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] sample, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample, from, to - from));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
