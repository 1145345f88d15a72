package dev.groundswell.core.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Something by which a delivery is known again.
 *
 * @param value {@code id#…}, the platform's id of it, or {@code body#…}, the SHA-256 of what it brought
 */
public record DeliveryMark(String value) {

    /** Ids are UUIDs and short numbers; a longer one is told by its hash. */
    private static final int MAX_ID = 100;

    public static DeliveryMark ofId(String id) {
        return new DeliveryMark("id#" + (id.length() <= MAX_ID ? id : sha256(id.getBytes(StandardCharsets.UTF_8))));
    }

    public static DeliveryMark ofBody(byte[] body) {
        return new DeliveryMark("body#" + sha256(body));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
