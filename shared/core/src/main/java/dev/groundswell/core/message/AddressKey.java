package dev.groundswell.core.message;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an address is kept under: {@code S} or {@code E} for its channel, and 22 letters, digits, hyphens and underscores, which
 * are 16 bytes of the SHA-256 of the address in lower case. So two spellings of a mailbox are one, and no key or id tells an
 * address.
 */
public record AddressKey(String value) {

    private static final Pattern FORM = Pattern.compile("[SE][A-Za-z0-9_-]{22}");

    /** Two of a billion addresses share them with a chance of 1 in 10²⁰. */
    private static final int BYTES = 16;

    public AddressKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no address's key.");
        }
    }

    public static AddressKey of(Address address) {
        var hash = sha256().digest(address.text().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        var letter = address.channel() == Channel.SMS ? "S" : "E";
        return new AddressKey(
                letter + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    }

    public Channel channel() {
        return value.charAt(0) == 'S' ? Channel.SMS : Channel.EMAIL;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
