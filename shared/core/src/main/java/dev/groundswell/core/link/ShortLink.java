package dev.groundswell.core.link;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import java.net.URI;
import java.util.Locale;

/**
 * A link in one message, for its recipient only.
 *
 * @param number which one of the message, from 1
 * @param target where it leads: absolute, {@code https}, without a user, at most {@link #MAX_TARGET} characters
 */
public record ShortLink(LinkCode code, MessageId message, int number, BuyerId buyer, URI target) {

    /** What browsers and servers all take. */
    public static final int MAX_TARGET = 2_000;

    /** What the path of a short link begins with. */
    public static final String PATH = "/l/";

    public ShortLink {
        if (!leadsSafely(target)) {
            throw new IllegalArgumentException(
                    "A short link leads to an absolute https address with a host and without a user, of at most "
                            + MAX_TARGET + " characters.");
        }
        if (number < 1) {
            throw new IllegalArgumentException("The links of a message are numbered from 1.");
        }
    }

    /** Whether a short link may lead there. A user before the host makes an address look like another's. */
    public static boolean leadsSafely(URI target) {
        var scheme = target.getScheme();
        return scheme != null
                && scheme.toLowerCase(Locale.ROOT).equals("https")
                && target.getHost() != null
                && target.getRawUserInfo() == null
                && target.toASCIIString().length() <= MAX_TARGET;
    }

    /**
     * How it stands in the message.
     *
     * @param origin of the store's links, e.g. {@code https://go.example.com}
     */
    public String at(String origin) {
        return origin + PATH + code;
    }
}
