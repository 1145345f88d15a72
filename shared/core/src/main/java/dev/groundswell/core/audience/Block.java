package dev.groundswell.core.audience;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Some customers' rows without their identities, packed by columns and in the unsigned order of their hashes. It never
 * changes. Who the customers are stands in the {@link MemberBlock} of the same rows.
 *
 * <p>The bytes, numbers with the lowest byte first: format, check sum (CRC-32C of all that follows), number of rows, their
 * hashes, and the columns, each with a header that tells its length: a reader skips those that it does not know, and takes one
 * that is missing as absent. Nothing but the headers is read before it is asked for.
 */
public final class Block {

    /** With all columns in use a row takes some 90 bytes here and fewer there; both parts fit an item's 400 KB. */
    public static final int MAX_ROWS = 4_096;

    /** Goes up when a reader of this version could not make sense of the bytes. */
    private static final byte FORMAT = 1;

    /** The column of versions, which is none of {@link Column}. */
    private static final int VERSION_CODE = 0;

    private static final int CHECKED_FROM = 1 + Integer.BYTES;
    private static final int HASHES_AT = CHECKED_FROM + Integer.BYTES;

    private static final Map<Integer, Column> COLUMNS = columnsByCode();

    /** The order of rows in blocks of both kinds. */
    private static final Comparator<Hashed> ORDER = ((Comparator<Hashed>)
                    (one, other) -> Long.compareUnsigned(one.hash, other.hash))
            .thenComparing(hashed -> hashed.row.buyer());

    private final byte[] bytes;
    private final int size;
    private final ByteBuffer hashes;
    private final CodedColumn versions;
    private final Map<Column, CodedColumn> columns;
    private final CodedColumn absent;

    private record Hashed(long hash, AudienceRow row) {}

    private Block(byte[] bytes, int size, CodedColumn versions, Map<Column, CodedColumn> columns) {
        this.bytes = bytes;
        this.size = size;
        this.hashes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.versions = versions;
        this.columns = columns;
        this.absent = CodedColumn.absent(size);
    }

    /**
     * Packs rows, of each customer one.
     *
     * @param rows in any order, at most {@value #MAX_ROWS}
     */
    public static Block of(Collection<AudienceRow> rows) {
        return ofBytes(pack(inOrder(rows)));
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @param bytes not copied: nobody may change them afterwards
     * @throws BlockDamagedException if they are damaged, or of a later format
     */
    public static Block ofBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return read(bytes, in);
        } catch (BufferUnderflowException tooShort) {
            throw new BlockDamagedException("A block of " + bytes.length + " bytes ends too early.", tooShort);
        }
    }

    /** The rows in the order in which blocks have them. */
    static List<AudienceRow> inOrder(Collection<AudienceRow> rows) {
        if (rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("A block has at most " + MAX_ROWS + " rows, not " + rows.size() + ".");
        }
        return rows.stream()
                .map(row -> new Hashed(RowHash.of(row.buyer()), row))
                .sorted(ORDER)
                .map(Hashed::row)
                .toList();
    }

    /** Not copied: nobody may change them. */
    public byte[] toBytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public long hash(int row) {
        return hashes.getLong(HASHES_AT + row * Long.BYTES);
    }

    /** The row of the customer with this hash, or -1. */
    public int find(long hash) {
        var low = 0;
        var high = size - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = Long.compareUnsigned(hash(middle), hash);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The version of the profile that the row was derived from. */
    public long version(int row) {
        var version = versions.number(row);
        return version == null ? 0 : version;
    }

    /** One that is not stored is absent in all rows. */
    public CodedColumn column(Column column) {
        return columns.getOrDefault(column, absent);
    }

    /** The whole row again, of the customer that its {@link MemberBlock} names. */
    public AudienceRow row(int row, Member member) {
        var numbers = new EnumMap<Column, Long>(Column.class);
        var texts = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, coded) -> {
            if (coded.code(row) == 0) {
                return;
            }
            switch (column.kind()) {
                case NUMBER -> numbers.put(column, coded.number(row));
                case TEXT -> texts.put(column, coded.text(row));
            }
        });
        return new AudienceRow(
                member.buyer(), version(row), member.name(), member.phone(), member.email(), numbers, texts);
    }

    private static byte[] pack(List<AudienceRow> rows) {
        var out = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(HASHES_AT + rows.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.put(FORMAT).putInt(0).putInt(rows.size());
        rows.forEach(row -> head.putLong(RowHash.of(row.buyer())));
        out.writeBytes(head.array());
        var writer = new CodedColumnWriter(rows);
        out.writeBytes(writer.numbers(VERSION_CODE, AudienceRow::version));
        for (var column : Column.values()) {
            out.writeBytes(
                    switch (column.kind()) {
                        case NUMBER -> writer.numbers(column.code(), row -> row.number(column));
                        case TEXT -> writer.texts(column.code(), row -> row.text(column));
                    });
        }
        var bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(1, checkSum(bytes));
        return bytes;
    }

    private static Block read(byte[] bytes, ByteBuffer in) {
        var format = in.get();
        if (format != FORMAT) {
            throw new BlockDamagedException("A block of format " + format + " cannot be read, only of " + FORMAT + ".");
        }
        if (in.getInt() != checkSum(bytes)) {
            throw new BlockDamagedException("A block of " + bytes.length + " bytes does not have its check sum.");
        }
        var size = in.getInt();
        if (size < 0 || size > MAX_ROWS || in.remaining() < size * Long.BYTES) {
            throw new BlockDamagedException("A block of " + bytes.length + " bytes cannot have " + size + " rows.");
        }
        in.position(HASHES_AT + size * Long.BYTES);
        var versions = CodedColumn.absent(size);
        var columns = new EnumMap<Column, CodedColumn>(Column.class);
        while (in.hasRemaining()) {
            var header = CodedColumn.Header.read(in);
            var at = in.position();
            skip(header, in);
            if (header.code() == VERSION_CODE) {
                versions = CodedColumn.of(bytes, at, size, header);
            }
            var column = COLUMNS.get(header.code());
            if (column != null && column.kind() == header.kind()) {
                columns.put(column, CodedColumn.of(bytes, at, size, header));
            }
        }
        return new Block(bytes, size, versions, columns);
    }

    private static void skip(CodedColumn.Header header, ByteBuffer in) {
        if (header.length() < 0 || header.length() > in.remaining()) {
            throw new BlockDamagedException("Column " + header.code() + " goes beyond the end.");
        }
        in.position(in.position() + header.length());
    }

    /** Of all that follows it. */
    static int checkSum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes, Math.min(CHECKED_FROM, bytes.length), Math.max(0, bytes.length - CHECKED_FROM));
        return (int) sum.getValue();
    }

    private static Map<Integer, Column> columnsByCode() {
        var columns = new HashMap<Integer, Column>();
        for (var column : Column.values()) {
            columns.put(column.code(), column);
        }
        return Map.copyOf(columns);
    }
}
