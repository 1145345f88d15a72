package dev.groundswell.cloud.history.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A stored file's parts, one after the other, decompressed as its first bytes demand. */
final class Decompression {

    /** Text shrinks to a tenth, a very monotonous one to a fiftieth; what shrinks more is made to fill a disk or a day. */
    private static final int MAX_RATIO = 200;

    /** Below this, a ratio says nothing and does no harm. */
    private static final long RATIO_FROM_BYTES = 100L * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** How a stored file is packed. */
    enum Packing {
        NONE,
        GZIP,
        ZIP
    }

    private final StoredBytes stored;
    private final Packing packing;
    private final @Nullable ZipInputStream zip;
    private boolean begun;

    private Decompression(StoredBytes stored, Packing packing) {
        this.stored = stored;
        this.packing = packing;
        // Names of any character set: ISO 8859-1 takes all bytes as they are.
        this.zip = packing == Packing.ZIP ? new ZipInputStream(stored, StandardCharsets.ISO_8859_1) : null;
    }

    /** @param head the file's first bytes */
    static Packing packingOf(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return Packing.GZIP;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return Packing.ZIP;
        }
        otherKind(head).ifPresent(kind -> {
            throw new UnreadableFileException(
                    "This is " + kind + ". Send CSV or JSON as it is, or packed with zip or gzip.");
        });
        return Packing.NONE;
    }

    private static Optional<String> otherKind(byte[] head) {
        if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            return Optional.of("an old Excel workbook: open it and save it as CSV");
        }
        if (startsWith(head, 'R', 'a', 'r', '!')) {
            return Optional.of("a RAR archive");
        }
        if (startsWith(head, '7', 'z', 0xbc, 0xaf)) {
            return Optional.of("a 7z archive");
        }
        if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z')) {
            return Optional.of("packed with xz");
        }
        if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return Optional.of("packed with zstd");
        }
        if (startsWith(head, 'B', 'Z', 'h')) {
            return Optional.of("packed with bzip2");
        }
        return startsWith(head, '%', 'P', 'D', 'F') ? Optional.of("a PDF") : Optional.empty();
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    static Decompression of(StoredBytes stored, Packing packing) {
        return new Decompression(stored, packing);
    }

    /** The next part; empty if there is none. */
    Optional<Part> next() {
        if (zip != null) {
            return nextEntry(zip);
        }
        if (begun) {
            return Optional.empty();
        }
        begun = true;
        return Optional.of(packing == Packing.NONE ? new Part("", stored) : new Part("", inflated(null)));
    }

    private Optional<Part> nextEntry(ZipInputStream archive) {
        try {
            var entry = archive.getNextEntry();
            while (entry != null && !isData(entry)) {
                entry = archive.getNextEntry();
            }
            if (entry == null) {
                return nothingMore();
            }
            begun = true;
            return Optional.of(new Part(nameOf(entry), inflated(archive)));
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw damaged(damaged);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    private Optional<Part> nothingMore() {
        if (!begun) {
            throw new UnreadableFileException("The zip archive holds no file.");
        }
        return Optional.empty();
    }

    private static boolean isData(ZipEntry entry) {
        var name = entry.getName();
        if (name.equals("[Content_Types].xml")) {
            throw new UnreadableFileException("This is an Excel workbook: open it and save it as CSV (UTF-8).");
        }
        var last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !last.startsWith(".");
    }

    /** An archive says that its names are UTF-8, or says nothing. */
    private static String nameOf(ZipEntry entry) {
        if (entry.getName().chars().anyMatch(c -> c > 0xff)) {
            return entry.getName();
        }
        var bytes = entry.getName().getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, GB18030);
        }
    }

    private InputStream inflated(@Nullable ZipInputStream archive) {
        return new Inflated(archive);
    }

    private static UnreadableFileException damaged(Exception damaged) {
        var told = String.valueOf(damaged.getMessage());
        if (told.contains("ncrypted")) {
            return new UnreadableFileException("The archive is encrypted. Pack it without a password.");
        }
        return damaged instanceof EOFException
                ? new UnreadableFileException("The compressed file is cut off: its end is missing.")
                : new UnreadableFileException("The compressed file is damaged: " + told + ".");
    }

    /** What comes out of the packing, up to a bound; damage is an {@link UnreadableFileException}. */
    private final class Inflated extends InputStream {

        private @Nullable InputStream source;
        private long bytes;

        Inflated(@Nullable InputStream source) {
            this.source = source;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                if (source == null) {
                    source = new GZIPInputStream(stored, 64 * 1024);
                }
                var read = source.read(into, offset, length);
                bytes += Math.max(0, read);
                guard();
                return read;
            } catch (ZipException | EOFException damaged) {
                throw damaged(damaged);
            } catch (IOException cannotHappen) {
                throw new UncheckedIOException(cannotHappen);
            }
        }

        private void guard() {
            if (bytes > RATIO_FROM_BYTES && bytes / MAX_RATIO > stored.position()) {
                throw new UnreadableFileException("The compressed file swells to more than " + MAX_RATIO
                        + " times its size, as no orders do. Send it unpacked if it is in order.");
            }
        }
    }
}
