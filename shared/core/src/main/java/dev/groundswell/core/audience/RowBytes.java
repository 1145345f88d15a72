package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A single row as some two hundred bytes, so that a delta is one write unit: format, name, phone, e-mail address, and of each
 * column that has a value its code, the value's length and the value. A reader skips columns that it does not know.
 */
public final class RowBytes {

    private static final byte FORMAT = 1;

    private static final Map<Integer, Column> COLUMNS = columnsByCode();

    private RowBytes() {}

    /** Buyer and version are not in it: they are stored beside it. */
    public static byte[] write(AudienceRow row) {
        var out = new ByteArrayOutputStream(256);
        out.write(FORMAT);
        BlockText.write(row.name(), out);
        BlockText.write(Optional.ofNullable(row.phone()).map(Phone::e164).orElse(null), out);
        BlockText.write(Optional.ofNullable(row.email()).map(Email::address).orElse(null), out);
        row.numbers()
                .forEach((column, number) ->
                        write(column, BigInteger.valueOf(number).toByteArray(), out));
        row.texts().forEach((column, text) -> write(column, packed(text), out));
        return out.toByteArray();
    }

    /** @throws BlockDamagedException if they are damaged, or of a later format */
    public static AudienceRow read(BuyerId buyer, long version, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            return read(buyer, version, in);
        } catch (BufferUnderflowException tooShort) {
            throw new BlockDamagedException("The row of buyer " + buyer + " ends too early.", tooShort);
        }
    }

    private static AudienceRow read(BuyerId buyer, long version, ByteBuffer in) {
        var format = in.get();
        if (format != FORMAT) {
            throw new BlockDamagedException("A row of format " + format + " cannot be read, only of " + FORMAT + ".");
        }
        var name = BlockText.read(in);
        var phone = BlockText.read(in);
        var email = BlockText.read(in);
        var numbers = new EnumMap<Column, Long>(Column.class);
        var texts = new EnumMap<Column, String>(Column.class);
        while (in.hasRemaining()) {
            var column = COLUMNS.get(Byte.toUnsignedInt(in.get()));
            var value = new byte[BlockText.readNumber(in)];
            in.get(value);
            if (column != null) {
                add(column, value, numbers, texts);
            }
        }
        return new AudienceRow(
                buyer,
                version,
                name,
                phone == null ? null : new Phone(phone),
                email == null ? null : new Email(email),
                numbers,
                texts);
    }

    private static void add(Column column, byte[] value, Map<Column, Long> numbers, Map<Column, String> texts) {
        switch (column.kind()) {
            case NUMBER -> numbers.put(column, new BigInteger(value).longValueExact());
            case TEXT -> {
                var text = BlockText.read(ByteBuffer.wrap(value));
                if (text != null) {
                    texts.put(column, text);
                }
            }
        }
    }

    private static void write(Column column, byte[] value, ByteArrayOutputStream out) {
        out.write(column.code());
        BlockText.writeNumber(value.length, out);
        out.writeBytes(value);
    }

    private static byte[] packed(String text) {
        var out = new ByteArrayOutputStream();
        BlockText.write(text, out);
        return out.toByteArray();
    }

    private static Map<Integer, Column> columnsByCode() {
        var columns = new HashMap<Integer, Column>();
        for (var column : Column.values()) {
            columns.put(column.code(), column);
        }
        return Map.copyOf(columns);
    }
}
