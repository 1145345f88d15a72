package dev.groundswell.core.reminder;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Which reminder of which order. No task is in it: an edited task must not remind twice.
 *
 * @param ordinal 1 or 2
 */
public record ReminderId(BuyerId buyer, OrderId order, Phase phase, int ordinal) {

    /** Whoever did not pay after two does not after three, and complains. */
    public static final int MAX_ORDINAL = 2;

    private static final String PURPOSE = "r.";

    /** Half of a SHA-256: no two orders of a store share them by chance. */
    private static final int HASH_BYTES = 16;

    public ReminderId {
        if (ordinal < 1 || ordinal > MAX_ORDINAL) {
            throw new IllegalArgumentException("An order is reminded of one thing once or twice.");
        }
    }

    /** Among whose reminders it is. */
    public OrderPhase orderPhase() {
        return new OrderPhase(buyer, order, phase);
    }

    /** Whether a message is a reminder's. */
    public static boolean isOfReminder(MessageId message) {
        return message.purpose().startsWith(PURPOSE);
    }

    /** The id of its message, which tells no order's id: {@code <address>.r.<hash>.PAYMENT.1}. */
    public MessageId message(AddressKey address) {
        return new MessageId(address, PURPOSE + hash() + "." + phase + "." + ordinal);
    }

    private String hash() {
        var hash = sha256().digest(order.value().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
