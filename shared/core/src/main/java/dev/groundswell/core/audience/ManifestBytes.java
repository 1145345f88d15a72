package dev.groundswell.core.audience;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A manifest as bytes: format, revision, the parts, each with its id, number of rows and set of live rows (no bytes where all
 * are live), and the retired blocks, each with its id and time.
 */
public final class ManifestBytes {

    private static final byte FORMAT = 1;

    private ManifestBytes() {}

    public static byte[] write(Manifest manifest) {
        var out = new ByteArrayOutputStream();
        out.write(FORMAT);
        BlockText.write(Long.toString(manifest.revision()), out);
        BlockText.writeNumber(manifest.parts().size(), out);
        manifest.parts().forEach(part -> write(part, out));
        BlockText.writeNumber(manifest.retired().size(), out);
        for (var retired : manifest.retired()) {
            BlockText.write(retired.id().value(), out);
            BlockText.write(retired.at().toString(), out);
        }
        return out.toByteArray();
    }

    /** @throws BlockDamagedException if they are damaged, or of a later format */
    public static Manifest read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            return read(in);
        } catch (BufferUnderflowException tooShort) {
            throw new BlockDamagedException("A manifest of " + bytes.length + " bytes ends too early.", tooShort);
        }
    }

    private static Manifest read(ByteBuffer in) {
        var format = in.get();
        if (format != FORMAT) {
            throw new BlockDamagedException(
                    "A manifest of format " + format + " cannot be read, only of " + FORMAT + ".");
        }
        var revision = Long.parseLong(text(in));
        var parts = new ArrayList<Manifest.Part>();
        for (var left = BlockText.readNumber(in); left > 0; left--) {
            parts.add(part(in));
        }
        var retired = new ArrayList<Manifest.Retired>();
        for (var left = BlockText.readNumber(in); left > 0; left--) {
            retired.add(new Manifest.Retired(new BlockId(text(in)), Instant.parse(text(in))));
        }
        return new Manifest(revision, List.copyOf(parts), List.copyOf(retired));
    }

    private static void write(Manifest.Part part, ByteArrayOutputStream out) {
        var live = part.live();
        var bytes = live.count() == live.size() ? new byte[0] : live.toBytes();
        BlockText.write(part.id().value(), out);
        BlockText.writeNumber(live.size(), out);
        BlockText.writeNumber(bytes.length, out);
        out.writeBytes(bytes);
    }

    private static Manifest.Part part(ByteBuffer in) {
        var id = new BlockId(text(in));
        var size = BlockText.readNumber(in);
        var bytes = new byte[BlockText.readNumber(in)];
        in.get(bytes);
        return new Manifest.Part(id, bytes.length == 0 ? RowSet.all(size) : RowSet.ofBytes(size, bytes));
    }

    private static String text(ByteBuffer in) {
        var text = BlockText.read(in);
        if (text == null) {
            throw new BlockDamagedException("A manifest lacks a text at byte " + in.position() + ".");
        }
        return text;
    }
}
