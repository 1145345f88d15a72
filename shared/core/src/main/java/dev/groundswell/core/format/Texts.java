package dev.groundswell.core.format;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Texts that would cost a whole order for being too long, or no address: cut, or left out. */
final class Texts {

    /** The schema's limit of a payment method. */
    static final int PAYMENT_METHOD = 32;

    /** Titles: Taobao joins those of all items of an order into one cell. */
    static final int TITLE = 300;

    private static final int WEB_ADDRESS = 2_048;

    private Texts() {}

    static @Nullable String cut(@Nullable String text, int maxLength) {
        if (text == null || text.length() <= maxLength) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return text.substring(0, end);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The first that is there. */
    static @Nullable String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The address if it is one of http or https. */
    static @Nullable String webAddress(@Nullable String written) {
        if (written == null || written.length() > WEB_ADDRESS) {
            return null;
        }
        try {
            var scheme = new URI(written).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? written : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
