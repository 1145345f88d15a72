package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The hash of members in their order: of each the id, name, phone, e-mail address, version and values, every part with its
 * length before it. It does not depend on how they are packed.
 */
final class MemberDigest {

    /** The length of what is absent. */
    private static final int ABSENT = -1;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    void add(AudienceRow row) {
        add(row.buyer().value());
        add(row.name());
        add(row.phone() == null ? null : row.phone().e164());
        add(row.email() == null ? null : row.email().address());
        add(row.version());
        add(row.numbers().size());
        row.numbers().forEach((column, value) -> {
            add(column.code());
            add(value);
        });
        add(row.texts().size());
        row.texts().forEach((column, value) -> {
            add(column.code());
            add(value);
        });
    }

    private void add(@Nullable String text) {
        if (text == null) {
            add(ABSENT);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long value) {
        digest.update(number.clear().putLong(value).array());
    }

    String hex() {
        return Sha256.hex(digest);
    }
}
