package dev.groundswell.core.audience;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts among bytes: a number, seven bits a byte, the lowest first, and the text's bytes. The number is twice the length of
 * the UTF-8, or one more than twice that of the UTF-16 where UTF-8 would lose something (half of a surrogate pair); 1 stands
 * for no text at all.
 */
final class BlockText {

    private static final int ABSENT = 1;

    /** Five times seven bits hold every length. */
    private static final int MAX_SHIFT = 28;

    private BlockText() {}

    static void write(@Nullable String text, ByteArrayOutputStream out) {
        if (text == null) {
            writeNumber(ABSENT, out);
            return;
        }
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            writeNumber(bytes.length * 2, out);
            out.writeBytes(bytes);
            return;
        }
        var units = new byte[text.length() * 2];
        ByteBuffer.wrap(units).asCharBuffer().put(text);
        writeNumber(units.length * 2 + 1, out);
        out.writeBytes(units);
    }

    static @Nullable String read(ByteBuffer in) {
        var mark = readNumber(in);
        if (mark == ABSENT) {
            return null;
        }
        var length = mark >>> 1;
        if (length > in.remaining()) {
            throw new BlockDamagedException("A text of " + length + " bytes goes beyond the end.");
        }
        var bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        return (mark & 1) == 0
                ? StandardCharsets.UTF_8.decode(bytes).toString()
                : bytes.asCharBuffer().toString();
    }

    static void writeNumber(int number, ByteArrayOutputStream out) {
        for (var left = number; ; left >>>= 7) {
            if (left >>> 7 == 0) {
                out.write(left);
                return;
            }
            out.write((left & 0x7F) | 0x80);
        }
    }

    static int readNumber(ByteBuffer in) {
        var number = 0;
        for (var shift = 0; shift <= MAX_SHIFT; shift += 7) {
            if (!in.hasRemaining()) {
                break;
            }
            var part = in.get();
            number |= (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new BlockDamagedException("A number does not end.");
    }
}
