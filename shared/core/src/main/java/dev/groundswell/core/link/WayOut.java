package dev.groundswell.core.link;

import java.util.regex.Pattern;

/**
 * The way out of a store's messages, for the recipient of one: the message's id, a full stop, and 22 letters, digits, hyphens
 * and underscores by which the store knows that it made it.
 */
public record WayOut(String token) {

    /** What the path of the page to unsubscribe begins with. */
    public static final String PATH = "/u/";

    /** What a mailbox posts that unsubscribes at one click. */
    public static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    public WayOut {
        if (!FORM.matcher(token).matches()) {
            throw new IllegalArgumentException("This is no way out.");
        }
    }

    /**
     * The page's address.
     *
     * @param origin of the store's links, e.g. {@code https://go.example.com}
     */
    public String at(String origin) {
        return origin + PATH + token;
    }

    @Override
    public String toString() {
        return token;
    }
}
