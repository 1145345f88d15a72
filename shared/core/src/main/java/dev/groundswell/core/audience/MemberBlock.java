package dev.groundswell.core.audience;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Who the customers of a {@link Block} are, row by row. Kept apart from it, for a count needs nobody's name.
 *
 * <p>The bytes: format, check sum as a block's, length of the rest before it was deflated, and that: the number of rows, and
 * of each its length, buyer id, name, phone and e-mail address. A later version may add to a row behind these.
 */
public final class MemberBlock {

    private static final byte FORMAT = 1;

    private static final int HEAD_BYTES = 1 + Integer.BYTES + Integer.BYTES;

    /** A full block of the longest ids, names and addresses has 4 MB; damaged bytes shall not ask for more memory than this. */
    private static final int MAX_BYTES = 64 << 20;

    private final byte[] bytes;
    private final byte[] inflated;
    private final int[] starts;

    private MemberBlock(byte[] bytes, byte[] inflated, int[] starts) {
        this.bytes = bytes;
        this.inflated = inflated;
        this.starts = starts;
    }

    /** @param rows those of the {@link Block}, in any order */
    public static MemberBlock of(Collection<AudienceRow> rows) {
        var out = new ByteArrayOutputStream();
        var inOrder = Block.inOrder(rows);
        BlockText.writeNumber(inOrder.size(), out);
        for (var row : inOrder) {
            var member = packed(Member.of(row));
            BlockText.writeNumber(member.length, out);
            out.writeBytes(member);
        }
        return ofBytes(deflated(out.toByteArray()));
    }

    /**
     * Reads what {@link #toBytes} gave.
     *
     * @param bytes not copied: nobody may change them afterwards
     * @throws BlockDamagedException if they are damaged, or of a later format
     */
    public static MemberBlock ofBytes(byte[] bytes) {
        var inflated = inflated(bytes);
        var in = ByteBuffer.wrap(inflated);
        var starts = new int[size(in)];
        for (var row = 0; row < starts.length; row++) {
            var length = BlockText.readNumber(in);
            if (length < 0 || length > in.remaining()) {
                throw new BlockDamagedException("Member " + row + " of " + starts.length + " goes beyond the end.");
            }
            starts[row] = in.position();
            in.position(in.position() + length);
        }
        return new MemberBlock(bytes, inflated, starts);
    }

    /** Not copied: nobody may change them. */
    public byte[] toBytes() {
        return bytes;
    }

    public int size() {
        return starts.length;
    }

    public Member member(int row) {
        var in = ByteBuffer.wrap(inflated, starts[row], inflated.length - starts[row]);
        var buyer = BlockText.read(in);
        var name = BlockText.read(in);
        var phone = BlockText.read(in);
        var email = BlockText.read(in);
        if (buyer == null) {
            throw new BlockDamagedException("Member " + row + " has no id.");
        }
        return new Member(
                new BuyerId(buyer),
                name,
                phone == null ? null : new Phone(phone),
                email == null ? null : new Email(email));
    }

    private static byte[] packed(Member member) {
        var out = new ByteArrayOutputStream();
        BlockText.write(member.buyer().value(), out);
        BlockText.write(member.name(), out);
        BlockText.write(address(member.phone()), out);
        BlockText.write(address(member.email()), out);
        return out.toByteArray();
    }

    private static @Nullable String address(@Nullable Phone phone) {
        return phone == null ? null : phone.e164();
    }

    private static @Nullable String address(@Nullable Email email) {
        return email == null ? null : email.address();
    }

    private static int size(ByteBuffer in) {
        var size = BlockText.readNumber(in);
        if (size < 0 || size > Block.MAX_ROWS) {
            throw new BlockDamagedException("A block cannot have " + size + " members.");
        }
        return size;
    }

    private static byte[] deflated(byte[] plain) {
        try (var deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            out.writeBytes(head.put(FORMAT).putInt(0).putInt(plain.length).array());
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            var bytes = out.toByteArray();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(1, Block.checkSum(bytes));
            return bytes;
        }
    }

    private static byte[] inflated(byte[] bytes) {
        var head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEAD_BYTES) {
            throw new BlockDamagedException("Members of " + bytes.length + " bytes end too early.");
        }
        var format = head.get();
        if (format != FORMAT) {
            throw new BlockDamagedException("Members of format " + format + " cannot be read, only of " + FORMAT + ".");
        }
        if (head.getInt() != Block.checkSum(bytes)) {
            throw new BlockDamagedException("Members of " + bytes.length + " bytes do not have their check sum.");
        }
        var length = head.getInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new BlockDamagedException("Members cannot take " + length + " bytes.");
        }
        return inflated(head, length);
    }

    private static byte[] inflated(ByteBuffer deflated, int length) {
        var plain = new byte[length];
        try (var inflater = new Inflater()) {
            inflater.setInput(deflated);
            var inflated = inflater.inflate(plain);
            if (inflated != length) {
                throw new BlockDamagedException("Members of " + length + " bytes do not come out as such.");
            }
            return plain;
        } catch (DataFormatException damaged) {
            throw new BlockDamagedException("Members cannot be inflated.", damaged);
        }
    }
}
