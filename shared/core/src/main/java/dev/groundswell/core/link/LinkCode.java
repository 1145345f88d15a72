package dev.groundswell.core.link;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a short link is known by: ten letters and digits, as good as by chance. Guessing one in a billion that exist takes 10⁹
 * tries.
 */
public record LinkCode(String value) {

    static final int LENGTH = 10;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");

    public LinkCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A link's code is " + LENGTH + " letters and digits.");
        }
    }

    /** Empty if it is no code's form. */
    public static Optional<LinkCode> parse(String text) {
        return isValid(text) ? Optional.of(new LinkCode(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
